import { expect, test } from 'vitest'
import { tokenHash } from '../../../server/conversation/participant-token.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test('a first visit is welcomed with a token, no votes and a first statement', async () => {
  const { port } = await testService()
  const welcome = await (await TestSocket.open(port)).enter(square)
  expect(welcome.conversation).toMatchObject({
    id: square,
    counts: { participants: 2, votes: 3, statements: 3 },
  })
  expect(welcome).toMatchObject({ votes: [], progress: { voted: 0, of: 3 } })
  expect(welcome.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect([0, 1, 5]).toContain(welcome.next?.id)
})

test('a watcher gets no token, no statement, and may not vote', async () => {
  const { port } = await testService()
  const watcher = await TestSocket.open(port)
  const welcome = await watcher.enter(square, { role: 'watcher' })
  expect(Object.keys(welcome).sort()).toEqual(['conversation', 'epoch', 'sequence', 'type'])
  watcher.vote(0, 1, 'mutation-1')
  expect(await watcher.next('error')).toEqual({ type: 'error', code: 'not-allowed' })
})

test('nobody becomes a participant by looking only', async () => {
  const { port, store } = await testService()
  const { token } = await (await TestSocket.open(port)).enter(square)
  expect(await store.participant(square, tokenHash(token!))).toBeNull()
})

test.each([
  ['an unknown conversation', { conversation: 'nowhere' }, 'unknown-conversation', 4404],
  ['another version of the protocol', { protocol: 999 }, 'unsupported-protocol', 4426],
])('a hello with %s is answered with a code and closed', async (_, hello, code, closeCode) => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  void client.enter(square, hello)
  expect(await client.next('error')).toEqual({ type: 'error', code })
  expect(await client.closed).toBe(closeCode)
})

test('frames sent right after the hello wait for the welcome', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  const welcome = client.enter(square)
  client.vote(0, 1, 'mutation-1')
  client.send({ type: 'ping' })
  await welcome
  await client.next('pong')
  await client.next('vote-accepted')
})

test('one person may have eight sockets, and not nine', async () => {
  const { port } = await testService()
  const first = await TestSocket.open(port)
  const { token } = await first.enter(square)
  const others = await Promise.all(Array.from({ length: 7 }, () => TestSocket.open(port)))
  for (const client of others) await client.enter(square, { token })
  const ninth = await TestSocket.open(port)
  void ninth.enter(square, { token })
  expect(await ninth.closed).toBe(4430)
  first.socket.close()
  await first.closed
  const again = await TestSocket.open(port)
  await again.enter(square, { token })
})

test('who comes back with all own votes is not sent them again, unless another tab has voted since', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  const { token, epoch } = await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  const { sequence } = await client.next('vote-accepted')
  const back = await TestSocket.open(port)
  const resume = { epoch, sequence }
  expect(await back.enter(square, { token, resume })).not.toHaveProperty('votes')
  back.vote(1, 1, 'mutation-2')
  await back.next('vote-accepted')
  const again = await TestSocket.open(port)
  expect((await again.enter(square, { token, resume })).votes).toHaveLength(2)
  const otherRun = await TestSocket.open(port)
  const stale = { epoch: 'E'.repeat(22), sequence: 999 }
  expect((await otherRun.enter(square, { token, resume: stale })).votes).toHaveLength(2)
})
