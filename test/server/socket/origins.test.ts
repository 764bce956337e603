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

test('of 40 Origin headers on the upgrade only the service’s own and the listed ones pass', async () => {
  const dataFolder = temporaryFolder()
  const listing = {
    ...townSquare,
    settings: { origins: ['https://council.example', 'http://town.example:8080'] },
  }
  const { port } = await testService({
    dataFolder,
    conversations: [listing, emptySquare],
    publicUrl: 'https://talk.example.org',
  })
  const passing = [
    `http://127.0.0.1:${port}`,
    `https://127.0.0.1:${port}`,
    'https://talk.example.org',
    'https://council.example',
    'http://town.example:8080',
  ]
  const refused = [
    'https://evil.example',
    'http://talk.example.org',
    'https://talk.example.org.evil.example',
    'https://talk.example.org:8443',
    'https://talk.example.org:443',
    'https://talk.example.org/',
    'https://talk.example.org/page',
    'https://talk.example.org?x',
    'https://talk.example.org#x',
    'https://TALK.example.org',
    'https://evil@talk.example.org',
    'https://talk.example.org@evil.example',
    'https://nottalk.example.org',
    'https://www.talk.example.org',
    'https://talk.example.org, https://evil.example',
    'https://evil.example https://talk.example.org',
    'HTTPS://talk.example.org',
    'wss://talk.example.org',
    '//talk.example.org',
    'talk.example.org',
    'http://council.example',
    'https://council.example:444',
    'https://sub.council.example',
    'https://council.example.org',
    'https://town.example:8080',
    'http://town.example',
    'http://town.example:80800',
    'https://xn--tlk-0na.example.org',
    `http://localhost:${port}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port + 1}`,
    `http://[::1]:${port}`,
    'null',
    'file://',
    'https://',
  ]
  expect(passing.length + refused.length).toBe(40)
  for (const origin of passing) expect(await statusFor(port, origin), origin).toBe(101)
  for (const origin of refused) expect(await statusFor(port, origin), origin).toBe(403)
})

test('an Origin header as long as a page is refused', async () => {
  const { port } = await testService()
  expect(await statusFor(port, 'x'.repeat(3000))).toBe(403)
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
