import { expect, test } from 'vitest'
import type { SettingChanges } from '../../../server/conversation/change-settings.ts'
import { PROTOCOL_VERSION } from '../../../server/protocol/version.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { emptySquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { secret, sign } from './signing.ts'

const id = emptySquare.id

async function service(settings: SettingChanges = {}) {
  return testService({
    prepare: async (store) => {
      await store.importConversation(emptySquare)
      await store.saveSettings(id, { identitySecret: secret, ...settings })
    },
  })
}

test('one name is one participant, on every device and with every token', async () => {
  const { port } = await service()
  const phone = await TestSocket.open(port)
  const { token } = await phone.enter(id, { identity: await sign('HS256', { audience: id }) })
  phone.vote(0, 1, 'mutation-1')
  await phone.next('vote-accepted')

  const desk = await TestSocket.open(port)
  const again = await desk.enter(id, { identity: await sign('HS256', { audience: id, expiresIn: 60 }) })
  expect(again.token).not.toBe(token)
  expect(again.votes).toEqual([[0, 1]])
  desk.vote(0, -1, 'mutation-2')
  await desk.next('vote-accepted')

  const lent = await TestSocket.open(port)
  expect((await lent.enter(id, { token })).votes).toEqual([[0, -1]])

  const neighbour = await TestSocket.open(port)
  const other = await neighbour.enter(id, {
    identity: await sign('HS256', { audience: id, subject: 'resident-18' }),
  })
  expect(other.votes).toEqual([])
  expect(other.conversation.counts.participants).toBe(1)
})

test.each([
  ['identity-invalid', 4461, () => sign('HS256', { audience: id }, Buffer.from('x'.repeat(40)))],
  ['identity-expired', 4462, () => sign('HS256', { audience: id, expiresIn: -600 })],
  ['identity-for-another', 4463, () => sign('HS256', { audience: 'high-street' })],
  ['identity-not-listed', 4464, () => sign('HS256', { audience: id, subject: 'nobody' })],
  ['identity-unsigned', 4465, () => Promise.resolve('resident-17')],
] as const)('%s is said and ends the connection', async (code, closeCode, makeToken) => {
  const { port } = await service({ whoVotes: 'list', identityAllowList: ['resident-17'] })
  const socket = await TestSocket.open(port)
  const identity = await makeToken()
  socket.send({ type: 'hello', protocol: PROTOCOL_VERSION, conversation: id, role: 'participant', identity })
  expect((await socket.next('error')).code).toBe(code)
  expect(await socket.closed).toBe(closeCode)
})

test('where a name is needed, whoever has none may read but not vote', async () => {
  const { port } = await service({ whoVotes: 'identity' })
  const socket = await TestSocket.open(port)
  expect((await socket.enter(id)).conversation.needsIdentity).toBe(true)
  socket.vote(0, 1, 'mutation-1')
  expect((await socket.next('vote-refused')).code).toBe('identity-needed')
  const named = await TestSocket.open(port)
  await named.enter(id, { identity: await sign('HS256', { audience: id }) })
  named.vote(0, 1, 'mutation-1')
  await named.next('vote-accepted')
})

test('a bare name counts where the conversation believes it', async () => {
  const { port } = await service({ unsignedIdentity: true })
  for (const expected of [[], [[1, 0]]]) {
    const socket = await TestSocket.open(port)
    expect((await socket.enter(id, { identity: 'resident-17' })).votes).toEqual(expected)
    socket.vote(1, 0, 'mutation-1')
    await socket.next('vote-accepted')
  }
})
