// Reports, return code, copy, erasing, answers and states over HTTP against a real service.
import { expect, test } from 'vitest'
import { newParticipantToken, tokenHash } from '../../../server/conversation/participant-token.ts'
import { LiveConversation } from '../../../server/conversation/live-conversation.ts'
import type { Service } from '../../../server/service.ts'
import { sampleQuestions } from '../../../server/sample/sample-purpose.ts'
import { openStore } from '../../../server/store/open.ts'
import { ERASED, PARTICIPANT_ERASED } from '../../../server/store/store.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const id = townSquare.id

async function ask(service: Service, path: string, token?: string, body?: unknown) {
  const response = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/${path}`, {
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : null }
}

/** Somebody who has agreed with statement 0 and disagreed with 1. */
async function voter(service: Service) {
  const token = newParticipantToken()
  const client = await TestSocket.open(service.port)
  await client.enter(id, { token })
  client.vote(0, 1, 'mutation-0')
  await client.next('vote-accepted')
  client.vote(1, -1, 'mutation-1')
  await client.next('vote-accepted')
  return { token, client }
}

test('a report is kept once for each person, with its first reason', async () => {
  const service = await testService()
  const token = newParticipantToken()
  expect((await ask(service, 'reports', token, { statement: 1, reason: 'abusive' })).body).toEqual({
    done: true,
  })
  await ask(service, 'reports', token, { statement: 1, reason: 'other' })
  expect(await service.store.participation.reports(id)).toMatchObject([{ statement: 1, reason: 'abusive' }])
  const unknown = await ask(service, 'reports', token, { statement: 99, reason: 'other' })
  expect(unknown.body.error.code).toBe('unknown-statement')
  expect((await ask(service, 'reports', token, { statement: 1, reason: 'dull' })).status).toBe(400)
  const answers = []
  for (let i = 0; i < 10; i++)
    answers.push(await ask(service, 'reports', token, { statement: 1, reason: 'other' }))
  expect(answers.at(-1)!.body.error.code).toBe('too-many-tries')
})

test('a return code makes another device the same participant', async () => {
  const service = await testService()
  const { token } = await voter(service)
  const { words } = (await ask(service, 'return-code', token, { language: 'cy' })).body
  expect(words.split(' ')).toHaveLength(4)
  const restored = (await ask(service, 'restore', undefined, { words: ` ${words.toUpperCase()}.` })).body
    .token
  expect(restored).not.toBe(token)
  const device = await TestSocket.open(service.port)
  const welcome = await device.enter(id, { token: restored })
  expect(welcome.votes).toHaveLength(2)
  device.vote(5, 1, 'mutation-device')
  expect(await device.next('vote-accepted')).toMatchObject({ progress: { voted: 3, of: 3 } })
  expect(welcome.conversation.counts.participants).toBe(3)
})

test('only the newest code works, and nothing of a code is stored but a hash', async () => {
  const service = await testService()
  const { token } = await voter(service)
  const first = (await ask(service, 'return-code', token, { language: 'en' })).body.words
  const second = (await ask(service, 'return-code', token, { language: 'en' })).body.words
  expect((await ask(service, 'restore', undefined, { words: first })).body.error.code).toBe('unknown-code')
  expect((await ask(service, 'restore', undefined, { words: second })).status).toBe(200)
})

test('no page of another site can have a reader become somebody else', async () => {
  const service = await testService()
  const { token } = await voter(service)
  const { words } = (await ask(service, 'return-code', token, { language: 'en' })).body
  const restore = (headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/restore`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ words }),
    })
  const json = { 'Content-Type': 'application/json' }
  expect((await restore({ ...json, Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await restore({ 'Content-Type': 'text/plain' })).status).toBe(400)
  expect((await restore({ ...json, Origin: `http://127.0.0.1:${service.port}` })).status).toBe(200)
})

test('codes cannot be guessed quickly: the sixth try in a row is refused', async () => {
  const service = await testService()
  const tries = await Promise.all(
    Array.from({ length: 6 }, () => ask(service, 'restore', undefined, { words: 'a b c d' })),
  )
  expect(tries.map(({ body }) => body.error.code).sort()).toEqual([
    'too-many-tries',
    ...Array.from({ length: 5 }, () => 'unknown-code'),
  ])
})

test('whoever has done nothing has no code, no copy and nothing to erase', async () => {
  const service = await testService()
  const token = newParticipantToken()
  expect((await ask(service, 'return-code', token, { language: 'en' })).body.error.code).toBe('nothing-voted')
  expect((await ask(service, 'own-data', token)).body.error.code).toBe('nothing-voted')
  expect((await ask(service, 'erase', token, { statements: 'keep' })).body.error.code).toBe('nothing-voted')
  expect((await ask(service, 'own-data')).status).toBe(401)
})

test('a copy holds every vote, statement and answer of the person, and nobody else’s (I5)', async () => {
  const service = await testService()
  const { token } = await voter(service)
  await ask(service, 'statements', token, { mutation: 'mutation-own', text: '=A "bandstand", please.' })
  const { body } = await ask(service, 'own-data', token)
  expect(body).toMatchObject({ conversation: id, participant: 2, channel: 'page', answers: {} })
  expect(
    body.votes.map(({ statement, vote }: { statement: number; vote: number }) => [statement, vote]),
  ).toEqual([
    [0, 1],
    [1, -1],
    [6, 1],
  ])
  expect(body.statements).toMatchObject([{ id: 6, state: 'waiting' }])
  const { text } = await ask(service, 'own-data?format=csv', token)
  expect(text.split('\r\n')).toHaveLength(7)
  expect(text).toContain('channel,,,,page\r\n')
  expect(text).toContain(`"'=A ""bandstand"", please."`)
})

test('I4: erasing empties every entry of the person and adds one that says so, and nothing leads to them any more', async () => {
  const service = await testService()
  const { token, client } = await voter(service)
  const other = await voter(service)
  await ask(service, 'statements', token, { mutation: 'mutation-own', text: 'A bandstand.' })
  const { words } = (await ask(service, 'return-code', token, { language: 'en' })).body
  const before = await service.store.readLog(id, 0, 100)
  const { body } = await ask(service, 'erase', token, { statements: 'withdraw' })
  expect(body).toEqual({ votes: 3 })
  const after = await service.store.readLog(id, 0, 100)
  expect(after.length).toBe(before.length + 1)
  expect(after.values.at(-1)).toBe(PARTICIPANT_ERASED)
  expect([...after.values].filter((value) => value === ERASED)).toHaveLength(3)
  expect(await service.store.participant(id, tokenHash(token))).toBeNull()
  expect((await ask(service, 'restore', undefined, { words })).body.error.code).toBe('unknown-code')
  expect(await service.store.statements(id)).toMatchObject([
    {},
    {},
    {},
    { id: 6, text: '', author: null, moderation: -1 },
  ])
  // Who goes on voting in an open page is somebody new.
  client.vote(0, -1, 'mutation-again')
  await client.next('vote-accepted')
  expect(await service.store.participant(id, tokenHash(token))).toBe(4)
  expect((await ask(service, 'own-data', other.token)).body.votes).toHaveLength(2)
})

test('I3: what is recomputed from the log after somebody was erased is what is live', async () => {
  const dataFolder = temporaryFolder()
  const service = await testService({ dataFolder })
  const { token } = await voter(service)
  await ask(service, 'erase', token, { statements: 'keep' })
  const response = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}`)
  const { counts } = (await response.json()) as { counts: object }
  const elsewhere = await openStore(dataFolder)
  const again = await LiveConversation.load(elsewhere, id)
  expect(again!.counts).toEqual(counts)
  await elsewhere.close()
})

test('answers are stored apart, replaced by later ones, and refused where they are not offered', async () => {
  const conversation = { ...townSquare, questions: sampleQuestions }
  const service = await testService({ conversations: [conversation] })
  const token = newParticipantToken()
  const answer = (answers: unknown) => ask(service, 'answers', token, { answers })
  expect((await answer({ age: '25-44', home: 'not-said' })).status).toBe(200)
  expect((await answer({ age: '65-plus' })).status).toBe(200)
  expect((await answer({ age: 'ancient' })).body.error.code).toBe('answer-not-allowed')
  expect((await ask(service, 'answers', token)).body).toEqual({
    answers: { age: '65-plus', home: 'not-said' },
  })
  const { text } = await ask(service, 'answers/summary')
  expect(text).not.toMatch(/"people":\d/)
})

test('in a paused or upcoming conversation votes and statements are refused with its code', async () => {
  const dataFolder = temporaryFolder()
  const service = await testService({ dataFolder })
  const client = await TestSocket.open(service.port)
  await client.enter(id)
  const elsewhere = await openStore(dataFolder)
  for (const [closedAs, code] of [
    ['paused', 'conversation-paused'],
    ['upcoming', 'conversation-upcoming'],
    [null, 'conversation-closed'],
  ] as const) {
    await elsewhere.participation.changeConversation(id, { isOpen: false, closedAs, opensOn: null })
    expect((await client.next('conversation-changed')).conversation.state).toBe(closedAs ?? 'closed')
    client.vote(0, 1, `mutation-${closedAs}`)
    expect(await client.next('vote-refused')).toMatchObject({ code })
    const body = { mutation: `mutation-${closedAs}`, text: 'A bandstand.' }
    expect((await ask(service, 'statements', newParticipantToken(), body)).body.error.code).toBe(code)
  }
  await elsewhere.close()
})
