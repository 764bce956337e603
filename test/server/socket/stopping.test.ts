import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test('I1: votes on their way are acknowledged, then everyone is told and sent home', async () => {
  const service = await testService()
  const client = await TestSocket.open(service.port)
  await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  client.send({ type: 'ping' })
  await client.next('pong')
  await service.close()
  expect(await client.closed).toBe(4503)
  expect(client.heard.map(({ type }) => type)).toContain('vote-accepted')
  const goodbye = client.heard.at(-1)
  expect(goodbye).toEqual({ type: 'error', code: 'server-restarting', retryAfterMs: expect.any(Number) })
})

test('everyone is told to come back at a moment of their own', async () => {
  const service = await testService()
  const clients = await Promise.all(Array.from({ length: 20 }, () => TestSocket.open(service.port)))
  await Promise.all(clients.map((client) => client.enter(square)))
  await service.close()
  const moments = await Promise.all(
    clients.map(async (client) => {
      await client.closed
      const goodbye = client.heard.at(-1)
      return goodbye?.type === 'error' ? goodbye.retryAfterMs : undefined
    }),
  )
  for (const moment of moments) {
    expect(moment).toBeGreaterThanOrEqual(500)
    expect(moment).toBeLessThanOrEqual(1_500)
  }
  expect(new Set(moments).size).toBeGreaterThan(10)
})

test('while the service stops it is alive and not ready, and takes no new sockets', async () => {
  const service = await testService()
  const client = await TestSocket.open(service.port)
  await client.enter(square)
  client.socket.pause() // never answers the goodbye, so that stopping takes a moment
  const stopping = service.close()
  const ready = await fetch(`http://127.0.0.1:${service.port}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({ ready: false, reasons: ['stopping'] })
  const late = new TestSocket(service.port)
  late.socket.on('error', () => {})
  const [, answer] = (await once(late.socket, 'unexpected-response')) as [unknown, IncomingMessage]
  expect(answer.statusCode).toBe(503)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  await stopping
})

test('I1, I2: after a restart on the same data everything is there and the log goes on', async () => {
  const dataFolder = temporaryFolder()
  const before = await testService({ dataFolder })
  const client = await TestSocket.open(before.port)
  const { token } = await client.enter(square)
  client.vote(1, -1, 'mutation-1')
  await client.next('vote-accepted')
  await before.close()
  const after = await testService({ dataFolder })
  const again = await TestSocket.open(after.port)
  const welcome = await again.enter(square, { token })
  expect(welcome).toMatchObject({
    votes: [[1, -1]],
    conversation: { counts: { participants: 3, votes: 4 } },
  })
  again.vote(1, -1, 'mutation-1')
  expect((await again.next('vote-accepted')).sequence).toBe(4)
  again.vote(0, 1, 'mutation-2')
  expect((await again.next('vote-accepted')).sequence).toBe(5)
})
