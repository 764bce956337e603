import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tokenHash } from '../../../server/conversation/participant-token.ts'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test('I1: a vote is acknowledged after it is in the file, with its place in the log and what comes next', async () => {
  const dataFolder = temporaryFolder()
  const { port } = await testService({ dataFolder })
  const client = await TestSocket.open(port)
  const welcome = await client.enter(square)
  const reader = new Database(join(dataFolder, DATABASE_NAME), { readonly: true })
  onTestFinished(() => void reader.close())
  client.vote(welcome.next!.id, 1, 'mutation-1')
  const accepted = await client.next('vote-accepted')
  expect(reader.prepare('SELECT max(sequence) FROM vote_log').pluck().get()).toBe(4)
  expect(accepted).toMatchObject({ mutation: 'mutation-1', sequence: 4, progress: { voted: 1, of: 3 } })
  expect(accepted.next?.id).not.toBe(welcome.next!.id)
})

test('I1: the same mutation sent many times, over two sockets, is one row and one sequence', async () => {
  const { port, store } = await testService()
  const [one, two] = [await TestSocket.open(port), await TestSocket.open(port)]
  const { token } = await one.enter(square)
  await two.enter(square, { token })
  for (let i = 0; i < 20; i++) for (const client of [one, two]) client.vote(0, 1, 'mutation-1')
  for (let i = 0; i < 20; i++) {
    expect((await one.next('vote-accepted')).sequence).toBe(4)
    expect((await two.next('vote-accepted')).sequence).toBe(4)
  }
  expect(await store.lastSequence(square)).toBe(4)
})

test('I2: a later vote on the same statement replaces the earlier one, also after coming back', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  const { token } = await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  client.vote(0, -1, 'mutation-2')
  await client.next('vote-accepted')
  expect((await client.next('vote-accepted')).progress).toEqual({ voted: 1, of: 3 })
  const again = await TestSocket.open(port)
  expect((await again.enter(square, { token })).votes).toEqual([[0, -1]])
})

test('when everything is voted on there is no next statement', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  let { next } = await client.enter(square)
  const seen: number[] = []
  for (let i = 0; next; i++) {
    seen.push(next.id)
    client.vote(next.id, 0, `mutation-${i}`)
    next = (await client.next('vote-accepted')).next
  }
  expect(seen.sort()).toEqual([0, 1, 5])
})

test('a vote on a statement that does not exist is refused with another to vote on', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  await client.enter(square)
  client.vote(4, 1, 'mutation-1')
  const refused = await client.next('vote-refused')
  expect(refused).toMatchObject({
    mutation: 'mutation-1',
    code: 'unknown-statement',
    progress: { voted: 0 },
  })
  expect(refused.next).not.toBeNull()
  expect(refused.retryAfterMs).toBeUndefined()
})

test('a vote on a rejected statement is refused', async () => {
  const [first, ...others] = townSquare.statements
  const statements = [{ ...first!, moderation: -1 as const }, ...others]
  const { port } = await testService({ conversations: [{ ...townSquare, statements }] })
  const client = await TestSocket.open(port)
  expect((await client.enter(square)).progress).toEqual({ voted: 0, of: 2 })
  client.vote(0, 1, 'mutation-1')
  expect(await client.next('vote-refused')).toMatchObject({ code: 'statement-closed' })
})

test('a vote in a closed conversation is refused, and there is nothing to vote on', async () => {
  const { port } = await testService({ conversations: [{ ...townSquare, isOpen: false }] })
  const client = await TestSocket.open(port)
  expect((await client.enter(square)).next).toBeNull()
  client.vote(0, 1, 'mutation-1')
  expect(await client.next('vote-refused')).toMatchObject({ code: 'conversation-closed' })
})

test('I5: a token of one conversation is nobody in another', async () => {
  const { port, store } = await testService()
  const client = await TestSocket.open(port)
  const { token } = await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  await client.next('vote-accepted')
  const elsewhere = await TestSocket.open(port)
  expect(await elsewhere.enter(emptySquare.id, { token })).toMatchObject({
    votes: [],
    progress: { voted: 0 },
  })
  elsewhere.vote(0, -1, 'mutation-1')
  expect((await elsewhere.next('vote-accepted')).sequence).toBe(1)
  expect(await store.lastSequence(square)).toBe(4)
})

test('I5: only the hash of a token is stored', async () => {
  const dataFolder = temporaryFolder()
  const { port } = await testService({ dataFolder })
  const client = await TestSocket.open(port)
  const { token } = await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  await client.next('vote-accepted')
  const reader = new Database(join(dataFolder, DATABASE_NAME), { readonly: true })
  onTestFinished(() => void reader.close())
  const stored = reader
    .prepare('SELECT token_hash FROM participant WHERE token_hash IS NOT NULL')
    .pluck()
    .all()
  expect(stored).toEqual([tokenHash(token!)])
})

test('I7: too many votes at once are refused with a time to retry, and none is lost', async () => {
  const { port, store } = await testService()
  const client = await TestSocket.open(port)
  await client.enter(square)
  for (let i = 0; i < 100; i++) client.vote(0, 1, `mutation-${i}`)
  const refused = await client.next('vote-refused')
  expect(refused.code).toBe('too-many-messages')
  expect(refused.retryAfterMs).toBeGreaterThan(0)
  const answers = () => client.heard.filter(({ type }) => type === 'vote-accepted' || type === 'vote-refused')
  await expect.poll(() => answers().length, { timeout: 10_000 }).toBe(100) // each vote has its answer
  const accepted = answers().filter(({ type }) => type === 'vote-accepted').length
  expect(await store.lastSequence(square)).toBe(3 + accepted)
})
