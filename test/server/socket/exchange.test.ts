import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Down } from '../../../server/protocol/down.ts'
import { type ExchangeAnswer, exchangeAnswer } from '../../../server/protocol/exchange.ts'
import type { Up } from '../../../server/protocol/up.ts'
import { PROTOCOL_VERSION } from '../../../server/protocol/version.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const hello: Up = {
  type: 'hello',
  protocol: PROTOCOL_VERSION,
  conversation: townSquare.id,
  role: 'participant',
}

/** A page without a socket. */
class Poller {
  readonly heard: Down[] = []
  readonly #url: string
  exchange: string | undefined

  constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}/api/exchange`
  }

  async post(messages: readonly unknown[], received = this.heard.length): Promise<ExchangeAnswer> {
    const { exchange } = this
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...(exchange === undefined ? {} : { exchange }), received, messages }),
    })
    expect(response.status).toBe(200)
    return v.parse(exchangeAnswer, await response.json())
  }

  /** Says something and takes in the answer. */
  async say(...messages: Up[]): Promise<ExchangeAnswer> {
    const answer = await this.post(messages)
    this.exchange = answer.exchange
    expect(answer.from).toBeLessThanOrEqual(this.heard.length)
    this.heard.push(...answer.messages.slice(this.heard.length - answer.from))
    return answer
  }

  /** Asks until a message of this type has come. */
  async until<T extends Down['type']>(type: T): Promise<Extract<Down, { type: T }>> {
    for (;;) {
      const found = this.heard.find((message) => message.type === type)
      if (found !== undefined) return found as Extract<Down, { type: T }> // its type was just looked at
      await this.say()
    }
  }
}

test('without a socket one enters, votes, and sees counts and maps all the same', async () => {
  const { port, store } = await testService()
  const page = new Poller(port)
  await page.say(hello)
  const { next, votes } = await page.until('welcome')
  expect(votes).toEqual([])
  await page.say({ type: 'cast-vote', mutation: 'mutation-1', statement: next!.id, vote: 1 })
  expect(await page.until('vote-accepted')).toMatchObject({ sequence: 4, progress: { voted: 1, of: 3 } })
  expect((await page.until('counts')).counts.votes).toBe(4)
  await page.until('snapshot')
  expect(await store.lastSequence(townSquare.id)).toBe(4)
})

test('an answer waits until somebody else has voted', async () => {
  const { port } = await testService()
  const page = new Poller(port)
  await page.say({ ...hello, role: 'watcher', snapshotVersion: 1_000_000 })
  await page.until('welcome')
  const waiting = page.until('counts')
  const client = await TestSocket.open(port)
  await client.enter(townSquare.id)
  client.vote(0, 1, 'mutation-1')
  expect((await waiting).counts.participants).toBe(3)
})

test('a request that says something is answered soon, also when there is nothing to answer', async () => {
  const { port } = await testService()
  const page = new Poller(port)
  await page.say({ ...hello, role: 'watcher', snapshotVersion: 1_000_000 })
  await page.until('welcome')
  expect((await page.say({ type: 'grant-credit' })).messages).toEqual([])
})

test('an answer that got lost is given again, and nothing is given twice', async () => {
  const { port } = await testService()
  const page = new Poller(port)
  await page.say(hello)
  await page.until('welcome')
  const received = page.heard.length
  await page.post([{ type: 'ping' }], received) // its answer never arrives
  const again = await page.post([], received)
  expect(again.from).toBe(received)
  expect(again.messages.map(({ type }) => type)).toContain('pong')
  const later = await page.post([{ type: 'ping' }], again.from + again.messages.length)
  expect(later.from).toBe(again.from + again.messages.length)
})

test('a later request ends an earlier one that waits', async () => {
  const { port } = await testService()
  const page = new Poller(port)
  await page.say({ ...hello, role: 'watcher', snapshotVersion: 1_000_000 })
  await page.until('welcome')
  const earlier = page.post([])
  const later = page.post([{ type: 'ping' }])
  const answers = await Promise.all([earlier, later])
  expect(answers.flatMap(({ messages }) => messages.map(({ type }) => type))).toContain('pong')
})

test('mistakes are answered as on a socket, and the third ends the exchange', async () => {
  const { port } = await testService()
  const page = new Poller(port)
  const answer = await page.post([{ type: 'nonsense' }, 7, null])
  expect(answer.messages).toEqual(Array(3).fill({ type: 'error', code: 'malformed-frame' }))
  expect(answer.closeCode).toBe(4400)
})

test('an exchange that is not known is over', async () => {
  const { port } = await testService()
  const page = new Poller(port)
  page.exchange = 'x'.repeat(43)
  expect(await page.post([])).toMatchObject({ messages: [], closeCode: 1006 })
})

test.each([
  ['no JSON', 'application/json', '{'],
  ['another type', 'text/plain', '{"received":0,"messages":[]}'],
  ['an unknown field', 'application/json', '{"received":0,"messages":[],"participant":3}'],
  [
    'too many messages',
    'application/json',
    JSON.stringify({ received: 0, messages: Array(33).fill({ type: 'ping' }) }),
  ],
])('a request with %s is refused', async (_, type, body) => {
  const { port } = await testService()
  const url = `http://127.0.0.1:${port}/api/exchange`
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { code: 'malformed-frame' } })
})

test('a request that is too large, and one from a foreign page, are refused', async () => {
  const { port } = await testService()
  const url = `http://127.0.0.1:${port}/api/exchange`
  const headers = { 'Content-Type': 'application/json' }
  const large = await fetch(url, { method: 'POST', headers, body: `"${'x'.repeat(40_000)}"` })
  expect(large.status).toBe(413)
  const foreign = await fetch(url, {
    method: 'POST',
    headers: { ...headers, Origin: 'https://evil.example' },
    body: JSON.stringify({ received: 0, messages: [hello] }),
  })
  expect(foreign.status).toBe(403)
})
