// Writing over HTTP against a real service: the rules, the author's own vote, decisions from another process.
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { expect, test } from 'vitest'
import { newParticipantToken, tokenHash } from '../../../server/conversation/participant-token.ts'
import { errors } from '../../../server/protocol/errors.ts'
import type { OwnStatementList, WrittenStatement } from '../../../server/protocol/own-statements.ts'
import type { Service } from '../../../server/service.ts'
import { openStore } from '../../../server/store/open.ts'
import { signedIn } from '../staff/signed-in.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { testService } from '../test-service.ts'

const id = townSquare.id
let mutations = 0

async function post(service: Service, path: string, body: unknown, token?: string) {
  const response = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/${path}`, {
    method: 'POST',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

function write(service: Service, token: string, text: string, mutation = `mutation-${++mutations}`) {
  return post(service, 'statements', { mutation, text }, token)
}

async function own(service: Service, token: string): Promise<OwnStatementList> {
  const response = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/statements/own`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  return (await response.json()) as OwnStatementList
}

test('a statement waits for a decision, and its author has agreed with it in the log', async () => {
  const service = await testService()
  const token = newParticipantToken()
  const { status, body } = await write(service, token, '  A  bandstand. ')
  expect(status).toBe(200)
  expect(body).toEqual({
    statement: { id: 6, text: 'A bandstand.', state: 'waiting', reason: null, instead: [] },
    sequence: 4,
  } satisfies WrittenStatement)
  const log = await service.store.readLog(id, 3, 10)
  expect([[...log.statements], [...log.values]]).toEqual([[6], [1]])
  expect(await service.store.participant(id, tokenHash(token))).toBe(log.participants[0])
  const client = await TestSocket.open(service.port)
  const welcome = await client.enter(id, { token })
  expect(welcome.votes).toEqual([[6, 1]])
  expect(welcome.progress).toEqual({ voted: 0, of: 3 })
})

test('where anyone may write everybody is asked about it at once', async () => {
  const service = await testService()
  await service.store.saveSettings(id, { whoWrites: 'anyone' })
  const client = await TestSocket.open(service.port)
  const other = await TestSocket.open(service.port)
  await client.enter(id)
  await other.enter(id)
  const { body } = await write(service, newParticipantToken(), 'A bandstand.')
  expect(body).toMatchObject({ statement: { state: 'accepted' } })
  const changed = await other.next('conversation-changed')
  expect(changed.opened).toEqual([{ id: 6, text: 'A bandstand.' }])
  other.vote(6, -1, 'mutation-other')
  expect(await other.next('vote-accepted')).toMatchObject({ progress: { voted: 1, of: 4 } })
})

test('I1: a retry of the same statement is stored once', async () => {
  const service = await testService()
  const token = newParticipantToken()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => write(service, token, 'A bandstand.', 'mutation-same')),
  )
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect((await own(service, token)).statements).toHaveLength(1)
  expect(await service.store.lastSequence(id)).toBe(4)
})

test.each([
  ['', 'statement-empty'],
  [' \n\t ', 'statement-empty'],
  ['https://example.org', 'statement-only-links'],
  ['x'.repeat(141), 'statement-too-long'],
  ['more TREES', 'statement-exists'],
])('“%s” is refused, and nothing is stored', async (text, code) => {
  const service = await testService()
  const answer = await write(service, newParticipantToken(), text)
  expect(answer.body.error.code).toBe(code)
  expect(answer.body.error.message).toMatch(/\w/)
  expect(await service.store.lastSequence(id)).toBe(3)
  expect(await service.store.statements(id)).toHaveLength(3)
})

test('the same statement twice by the same person, and the sixth in a row, are refused', async () => {
  const service = await testService()
  const token = newParticipantToken()
  expect((await write(service, token, 'A bandstand.')).status).toBe(200)
  expect((await write(service, token, 'A bandstand.')).body.error.code).toBe('statement-exists')
  for (const number of [2, 3, 4, 5]) await write(service, token, `Bench number ${number}.`)
  const refused = await write(service, token, 'Bench number six.')
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many-statements' } } })
  expect((await own(service, token)).statements).toHaveLength(5)
})

test('nobody writes without a token, where only staff write, or while the conversation is not open', async () => {
  const service = await testService()
  const token = newParticipantToken()
  await service.store.saveSettings(id, { whoWrites: 'staff' })
  expect((await post(service, 'statements', { mutation: 'mutation-x', text: 'A.' })).status).toBe(401)
  expect((await write(service, token, 'A bandstand.')).body.error.code).toBe('writing-closed')
  const closed = await testService({ conversations: [{ ...townSquare, isOpen: false }] })
  expect((await write(closed, token, 'A bandstand.')).body.error.code).toBe('conversation-closed')
})

test('a decision made by another process reaches voters, the author and the map', async () => {
  const dataFolder = temporaryFolder()
  const service = await testService({ dataFolder })
  const token = newParticipantToken()
  await write(service, token, 'A bandstand.')
  await write(service, token, 'A fountain.')
  const client = await TestSocket.open(service.port)
  await client.enter(id)
  const elsewhere = await openStore(dataFolder)
  await elsewhere.participation.decide(id, 6, { moderation: 1, reason: null, mergedInto: null })
  await elsewhere.participation.decide(id, 7, {
    moderation: -1,
    reason: 'Not about the square.',
    mergedInto: null,
  })
  await elsewhere.participation.decide(id, 5, { moderation: -1, reason: null, mergedInto: 6 })
  await elsewhere.close()
  const changed = await client.next('conversation-changed')
  expect(changed).toMatchObject({ opened: [{ id: 6, text: 'A bandstand.' }], closed: [5] })
  expect((await own(service, token)).statements).toMatchObject([
    { id: 7, state: 'not-accepted', reason: 'Not about the square.' },
    { id: 6, state: 'accepted' },
  ])
  client.vote(5, 1, 'mutation-gone')
  expect(await client.next('vote-refused')).toMatchObject({ code: 'statement-closed' })
  client.vote(6, 1, 'mutation-there')
  expect(await client.next('vote-accepted')).toMatchObject({ progress: { of: 3 } })
})

test('statements that say nearly the same are offered, those that wait are not', async () => {
  const service = await testService()
  await write(service, newParticipantToken(), 'Many more trees.')
  const { body } = await post(service, 'statements/similar', { text: 'Plant more trees' })
  expect(body).toEqual({ statements: [{ id: 0, text: 'More trees.' }] })
})

test('a body without an end is refused when it is too long, not collected', async () => {
  const service = await testService()
  const { port } = service
  for (const path of [`/api/conversations/${id}/statements/similar`, `/c/${id}`]) {
    const asked = request({
      port,
      path,
      method: 'POST',
      headers: { Origin: `http://127.0.0.1:${port}`, Host: `127.0.0.1:${port}` },
    })
    asked.on('error', () => {}) // the service hangs up while we are still sending
    const answered = once(asked, 'response')
    asked.write('x'.repeat(64 * 1024)) // and no end: it says no length
    const [response] = (await answered) as [IncomingMessage]
    expect([path, response.statusCode]).toEqual([path, errors['frame-too-large'].status])
    asked.destroy()
  }
})

test('I6: what would be more than a conversation holds is refused, of people and of staff', async () => {
  const statements = Array.from({ length: 10_000 }, (_, number) => ({
    ...townSquare.statements[1]!,
    id: number,
    text: `Bench number ${number}.`,
  }))
  const service = await testService({ conversations: [{ ...townSquare, statements }] })
  const { status, body } = await write(service, newParticipantToken(), 'A bandstand.')
  expect([status, body.error.code]).toEqual([409, 'conversation-full'])
  const owner = await signedIn(service, 'owner')
  const seeds = { body: { texts: ['A fountain.'] } }
  const answer = await owner.request(`/api/staff/conversations/${id}/seeds`, seeds)
  expect([answer.status, await answer.json()]).toMatchObject([409, { error: { code: 'conversation-full' } }])
  expect(await service.store.statements(id)).toHaveLength(10_000)
})

test('I6: a program that writes under ever new names is told to wait', async () => {
  const service = await testService()
  const answers = await Promise.all(
    Array.from({ length: 160 }, (_, number) => write(service, newParticipantToken(), `Bench ${number}.`)),
  )
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(155)
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: { code: 'too-many-tries' } } })
})
