import { expect, test } from 'vitest'
import { down } from '../../../server/protocol/down.ts'
import * as v from 'valibot'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test.each([
  ['no JSON', 'hello'],
  ['an empty frame', ''],
  ['null', 'null'],
  ['an array', '[]'],
  ['an unknown type', '{"type":"shutdown"}'],
  ['an unknown field', '{"type":"ping","role":"host"}'],
  ['a vote of 2', '{"type":"cast-vote","mutation":"mutation-1","statement":0,"vote":2}'],
  ['a vote as text', '{"type":"cast-vote","mutation":"mutation-1","statement":0,"vote":"1"}'],
  ['a statement of 1e308', '{"type":"cast-vote","mutation":"mutation-1","statement":1e308,"vote":1}'],
  [
    'a participant of its own choosing',
    '{"type":"cast-vote","mutation":"mutation-1","statement":0,"vote":1,"participant":0}',
  ],
  ['a prototype', '{"__proto__":{"type":"ping"}}'],
  ['deep nesting', '['.repeat(2000)],
])('%s is answered with a code, the third closes the socket', async (_, frame) => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  for (let i = 0; i < 3; i++) client.socket.send(frame)
  expect(await client.closed).toBe(4400)
  expect(client.heard).toEqual(Array(3).fill({ type: 'error', code: 'malformed-frame' }))
})

test('bytes that are no text are answered with a code', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  client.socket.send(Buffer.from([1, 2, 3]))
  expect(await client.next('error')).toEqual({ type: 'error', code: 'malformed-frame' })
})

test('a frame of more than 4 KiB closes the socket at once, and so does one of a megabyte', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  client.socket.send(JSON.stringify({ type: 'ping', padding: 'x'.repeat(5000) }))
  expect(await client.next('error')).toEqual({ type: 'error', code: 'frame-too-large' })
  expect(await client.closed).toBe(4413)
  const huge = await TestSocket.open(port)
  huge.socket.on('error', () => {})
  huge.socket.send('x'.repeat(1024 * 1024))
  expect([1006, 1009]).toContain(await huge.closed)
})

test('a vote before the hello, and a second hello, are out of order', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  client.vote(0, 1, 'mutation-1')
  expect(await client.next('error')).toEqual({ type: 'error', code: 'out-of-order' })
  await client.enter(square)
  void client.enter(square)
  expect(await client.next('error')).toEqual({ type: 'error', code: 'out-of-order' })
  void client.enter(square)
  expect(await client.closed).toBe(4409)
})

test('what the service says keeps to the protocol', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  client.vote(9, 1, 'mutation-2')
  await client.next('vote-accepted')
  await client.next('counts')
  client.send({ type: 'ping' })
  await client.next('pong')
  for (const message of client.heard) expect(v.safeParse(down, message).issues).toBeUndefined()
})
