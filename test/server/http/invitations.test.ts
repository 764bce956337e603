import { expect, test } from 'vitest'
import { invitationSecret } from '../../../server/participation/enter-invitation.ts'
import { invitationHash, newInvitationCodes } from '../../../server/participation/invitation-codes.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { emptySquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const { id } = emptySquare

async function invited() {
  const service = await testService({ conversations: [{ ...emptySquare, settings: { whoVotes: 'codes' } }] })
  const codes = newInvitationCodes(2)
  const secret = await invitationSecret(service.store)
  const hashes = codes.map((code) => invitationHash(code, id, secret))
  await service.store.management.addInvitations(id, hashes, 1_000)
  const enter = async (token: string, code?: string) => {
    const response = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/invitation`, {
      headers: { Authorization: `Bearer ${token}` },
      ...(code !== undefined && { method: 'POST', body: JSON.stringify({ code }) }),
    })
    return (await response.json()) as { isInvited?: boolean; error?: { code: string } }
  }
  const join = async () => {
    const socket = await TestSocket.open(service.port)
    const { token, conversation } = await socket.enter(id)
    return { socket, token: token!, conversation }
  }
  return { ...service, codes, hashes, enter, join }
}

test('a code is made of twelve signs that are not mistaken for one another', () => {
  const codes = newInvitationCodes(1000)
  for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
  expect(new Set(codes).size).toBe(1000)
})

test('without a code nobody votes or writes; with one they do at once, over the socket they have', async () => {
  const { port, codes, enter, join } = await invited()
  const { socket, token, conversation } = await join()
  expect(conversation.needsCode).toBe(true)
  socket.vote(0, 1, 'mutation-1')
  expect((await socket.next('vote-refused')).code).toBe('code-needed')
  expect(await enter(token)).toEqual({ isInvited: false })
  expect(await enter(token, codes[0]!.toLowerCase().replaceAll('-', ' '))).toEqual({ isInvited: true })
  socket.vote(0, 1, 'mutation-2')
  await socket.next('vote-accepted')

  const later = await TestSocket.open(port)
  await later.enter(id, { token })
  later.vote(1, 1, 'mutation-3')
  await later.next('vote-accepted')
})

test('a code lets in one participant only, and one that there is not lets in nobody', async () => {
  const { codes, enter, join } = await invited()
  const first = await join()
  const second = await join()
  await enter(first.token, codes[0])
  expect((await enter(second.token, codes[0])).error?.code).toBe('invitation-used')
  expect((await enter(second.token, 'AAAA-BBBB-CCCC')).error?.code).toBe('invitation-unknown')
  expect(await enter(second.token)).toEqual({ isInvited: false })
})

test('codes cannot be tried out', async () => {
  const { enter, join } = await invited()
  const { token } = await join()
  const outcomes = []
  for (let i = 0; i < 12; i++) outcomes.push((await enter(token, `AAAA-BBBB-CCC${i}`)).error?.code)
  expect(outcomes).toContain('too-many-tries')
})

test('the store keeps hashes, not codes', async () => {
  const { codes, hashes } = await invited()
  expect(hashes.join()).not.toContain(codes[0]!.slice(0, 4))
})
