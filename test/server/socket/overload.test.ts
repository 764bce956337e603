// More votes than can be stored: the rest is refused at once with a code, and cheaply.
import Database from 'better-sqlite3'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Conversations } from '../../../server/conversation/conversations.ts'
import { Metrics } from '../../../server/operations/metrics.ts'
import { SocketServer } from '../../../server/socket/socket-server.ts'
import { Entrance, Turnstile } from '../../../server/socket/turnstile.ts'
import { PollWire } from '../../../server/socket/poll-wire.ts'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/store.ts'
import { openThreadStore } from '../../../server/store/thread-store.ts'
import { ArrivalMarks } from '../../../server/participation/arrival-marks.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare } from '../store/town-square.ts'
import { TestSocket } from './test-socket.ts'

/** Sockets over a store in which one vote may wait, and a lock that keeps it waiting. */
async function smallSquare() {
  const folder = temporaryFolder()
  const store = await openThreadStore(folder, { queueLimit: 1 })
  await store.importConversation(emptySquare)
  const conversations = new Conversations(store)
  const failures: unknown[] = []
  const sockets = new SocketServer({
    conversations,
    arrivals: new ArrivalMarks(store),
    metrics: new Metrics(),
    publicUrl: null,
    trustProxy: 0,
    onFailure: (error) => failures.push(error),
  })
  const server = createServer()
  sockets.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const other = new Database(join(folder, DATABASE_NAME))
  onTestFinished(async () => {
    other.close()
    await sockets.close()
    server.close()
    await conversations.close()
    await store.close()
    expect(failures).toEqual([])
  })
  return { port: (server.address() as AddressInfo).port, store, other } // listening on TCP
}

/** Until a vote waits for the lock; each gives up after a moment. */
async function fill(store: Store, client: TestSocket): Promise<void> {
  const cast = () => {
    client.vote(0, 1, 'mutation-1')
    return store.fullness(emptySquare.id)
  }
  await expect.poll(cast, { interval: 60 }).toBe(1)
}

test('I6, I7: a vote that finds the store full is refused with a time to retry, and what its socket says after it is answered too', async () => {
  const { port, store, other } = await smallSquare()
  const [first, second] = [await TestSocket.open(port), await TestSocket.open(port)]
  await first.enter(emptySquare.id)
  await second.enter(emptySquare.id)
  other.exec('BEGIN IMMEDIATE')
  await fill(store, first)
  for (let i = 0; i < 5; i++) second.vote(0, 1, `mutation-${i}`)
  const code = 'storage-unavailable'
  for (let i = 0; i < 5; i++) {
    const refusal = await second.next('vote-refused')
    expect(refusal).toEqual({ type: 'vote-refused', mutation: `mutation-${i}`, code, retryAfterMs: 1000 })
  }
  second.send({ type: 'ping' })
  other.exec('ROLLBACK')
  await second.next('pong')
  second.vote(0, 1, 'mutation-5')
  expect((await second.nextOf('vote-accepted', 'vote-refused')).mutation).toBe('mutation-5')
  expect(second.socket.readyState).toBe(second.socket.OPEN)
})

test('I7: a socket that is held up hears at once when it is closed', async () => {
  const { port, store, other } = await smallSquare()
  const [first, second] = [await TestSocket.open(port), await TestSocket.open(port)]
  await first.enter(emptySquare.id)
  await second.enter(emptySquare.id)
  other.exec('BEGIN IMMEDIATE')
  await fill(store, first)
  second.vote(0, 1, 'mutation-2')
  second.socket.send('x'.repeat(5000))
  await second.next('vote-refused')
  expect((await second.next('error')).code).toBe('frame-too-large')
  expect(await second.closed).toBe(4413)
})

/** A connection that notes whether it is read. */
class NotedWire extends PollWire {
  isRead = true

  override pause(): void {
    this.isRead = false
  }

  override resume(): void {
    this.isRead = true
  }
}

test('a socket that is held up is not read, then takes only what does not have to wait long again, and is like others', async () => {
  const turnstile = new Turnstile()
  const wire = new NotedWire()
  const entrance = new Entrance(wire, turnstile)
  expect([entrance.admits(0.99), entrance.admits(1)]).toEqual([true, false])
  entrance.holdUp()
  entrance.holdUp()
  expect(wire.isRead).toBe(false)
  await new Promise<void>((resolve) => turnstile.wait(() => resolve()))
  expect(wire.isRead).toBe(true)
  expect(entrance.admits(0.6)).toBe(false)
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  expect(entrance.admits(0.99)).toBe(true)
})

test('sockets go on in the order in which they were held up, also those who come while others go on', async () => {
  const turnstile = new Turnstile()
  const order: number[] = []
  const all = Promise.all(
    Array.from(
      { length: 30 },
      (_, index) =>
        new Promise<void>((resolve) => {
          turnstile.wait(() => {
            order.push(index)
            if (index % 10 === 0) turnstile.wait(() => void order.push(100 + index))
            if (index === 29) turnstile.wait(() => resolve())
            else resolve()
          })
        }),
    ),
  )
  await all
  expect(order).toEqual([...Array.from({ length: 30 }, (_, index) => index), 100, 110, 120])
})
