import { expect, test } from 'vitest'
import { snapshot as snapshotSchema } from '../../../server/protocol/snapshot.ts'
import * as v from 'valibot'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { peopleVote } from '../public-step.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test('counts reach everyone when somebody has voted', async () => {
  const { port } = await testService()
  const watcher = await TestSocket.open(port)
  await watcher.enter(square, { role: 'watcher' })
  const client = await TestSocket.open(port)
  await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  expect(await watcher.next('counts')).toEqual({
    type: 'counts',
    sequence: 4,
    counts: { participants: 3, votes: 4, statements: 3 },
  })
})

test('one map is in flight for each socket: the next comes after credit, and it is the newest', async () => {
  const service = await testService()
  const { port } = service
  const watcher = await TestSocket.open(port)
  await watcher.enter(square, { role: 'watcher' })
  const first = await watcher.next('snapshot')
  expect(v.is(snapshotSchema, first)).toBe(true)
  const eager = await TestSocket.open(port)
  const { conversation } = await eager.enter(square)
  expect(conversation.id).toBe(square)
  let newest = (await eager.next('snapshot')).version
  for (let round = 0; round < 2; round++) {
    eager.send({ type: 'grant-credit' })
    await peopleVote(service, square)
    newest = (await eager.next('snapshot')).version
  }
  expect(watcher.heard.filter(({ type }) => type === 'snapshot')).toHaveLength(1)
  watcher.send({ type: 'grant-credit' })
  expect((await watcher.next('snapshot')).version).toBe(newest)
})

test('a map that the client holds is not sent again', async () => {
  const { port } = await testService()
  const watcher = await TestSocket.open(port)
  await watcher.enter(square, { role: 'watcher' })
  const { version } = await watcher.next('snapshot')
  const again = await TestSocket.open(port)
  await again.enter(square, { role: 'watcher', snapshotVersion: version })
  again.send({ type: 'grant-credit' })
  again.send({ type: 'ping' })
  await again.next('pong')
  expect(again.heard.map(({ type }) => type)).not.toContain('snapshot')
})
