import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

async function statusFor(port: number, origin: string): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { origin })
  onTestFinished(() => socket.terminate())
  socket.on('error', () => {})
  const [, response] = await Promise.race([
    once(socket, 'unexpected-response'),
    once(socket, 'open').then(() => [null, { statusCode: 101 }]),
  ])
  return (response as { statusCode: number }).statusCode // of either event
}

test('pages of the service itself may open a socket', async () => {
  const { port } = await testService({ publicUrl: 'https://talk.example.org' })
  expect(await statusFor(port, `http://127.0.0.1:${port}`)).toBe(101)
  expect(await statusFor(port, 'https://talk.example.org')).toBe(101)
})

test.each([
  'https://evil.example',
  'http://talk.example.org',
  'https://talk.example.org.evil.example',
  'https://talk.example.org:8443',
  'null',
  'file://',
  'https://',
  'x'.repeat(3000),
])('a page of %s may not', async (origin) => {
  const { port } = await testService({ publicUrl: 'https://talk.example.org' })
  expect(await statusFor(port, origin)).toBe(403)
})

test('another path is no socket', async () => {
  const { port } = await testService()
  const socket = new WebSocket(`ws://127.0.0.1:${port}/elsewhere`)
  onTestFinished(() => socket.terminate())
  socket.on('error', () => {})
  const [, response] = await once(socket, 'unexpected-response')
  expect((response as { statusCode: number }).statusCode).toBe(404) // the event's second value
})

test('a page of an origin that a conversation lists may take part in that conversation, and in no other', async () => {
  const dataFolder = temporaryFolder()
  const { port, store } = await testService({ dataFolder })
  const database = new Database(join(dataFolder, DATABASE_NAME))
  const settings = JSON.stringify({ origins: ['https://council.example'] })
  database.prepare('UPDATE conversation SET settings = ? WHERE id = ?').run(settings, townSquare.id)
  database.close()
  expect((await store.conversation(townSquare.id))?.settings).toEqual(JSON.parse(settings))

  const listed = await TestSocket.open(port, 'https://council.example')
  await listed.enter(townSquare.id)
  const elsewhere = await TestSocket.open(port, 'https://council.example')
  void elsewhere.enter(emptySquare.id)
  expect(await elsewhere.closed).toBe(4403)
  expect(await statusFor(port, 'https://council.example.org')).toBe(403)
})
