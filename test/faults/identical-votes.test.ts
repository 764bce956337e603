// The same vote a thousand times at once, to the store and by every way over HTTP: it is one row, and no way answers with an
// error of the service (I1).
import { expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'
import { openStore } from '../../server/store/open.ts'
import { BrowserWithoutScript } from '../server/forms/browser-without-script.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { emptySquare, newVote } from '../server/store/town-square.ts'
import { testService } from '../server/test-service.ts'
import { times } from './how-often.ts'

const COPIES = 1000
const ROUNDS = times(1, 20)
/** Connections that one person may have. */
const EXCHANGES = 8
const path = `/c/${emptySquare.id}`

test(`I1: ${times(3, 20)} times ${COPIES} identical votes in parallel are one row each`, async () => {
  const store = await openStore(temporaryFolder())
  await store.importConversation(emptySquare)
  for (let round = 0; round < times(3, 20); round++) {
    const vote = newVote({ conversation: emptySquare.id, mutation: `mutation-${round}` })
    const outcomes = await Promise.all(Array.from({ length: COPIES }, () => store.append(vote)))
    const [first, ...others] = outcomes
    expect(first).toMatchObject({ kind: 'stored', sequence: round + 1, isRepeat: false })
    for (const other of others) expect(other).toEqual({ ...first, isRepeat: true })
    expect(await store.lastSequence(emptySquare.id)).toBe(round + 1)
  }
  await store.close()
})

test(
  `I1: ${ROUNDS} times the same form, posted ${COPIES} times in parallel, is one row, and nobody is told of an error of the service`,
  async () => {
    // Each post comes from another network, or most would be turned away before they could do harm.
    const service = await testService({ trustProxy: 1 })
    for (let round = 0; round < ROUNDS; round++) {
      const browser = await new BrowserWithoutScript(service, path).open()
      const body = new URLSearchParams({ ...browser.fields('vote'), act: 'vote', vote: '1' })
      const posts = Array.from({ length: COPIES }, (_, copy) =>
        fetch(`http://127.0.0.1:${service.port}${path}`, {
          ...{ method: 'POST', body, redirect: 'manual' },
          headers: {
            Origin: `http://127.0.0.1:${service.port}`,
            'X-Forwarded-For': `198.18.${copy >> 8}.${copy & 255}`,
          },
        }).then(async (response) => {
          await response.arrayBuffer()
          return response.status
        }),
      )
      const statuses = new Set(await Promise.all(posts))
      expect([...statuses].filter((status) => status >= 500)).toEqual([])
      expect(statuses).toContain(200)
      expect(await service.store.lastSequence(emptySquare.id)).toBe(round + 1)
    }
  },
  times(60_000, 1_200_000),
)

test(
  `I1: ${ROUNDS} times the same vote, said ${COPIES} times in parallel over HTTP instead of a socket, is one row, and each answer is one`,
  async () => {
    const service = await testService()
    const say = async (content: Record<string, unknown>) => {
      const response = await fetch(`http://127.0.0.1:${service.port}/api/exchange`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(content),
      })
      expect(response.status).toBe(200)
      return (await response.json()) as {
        readonly exchange: string
        readonly from: number
        readonly messages: readonly Said[]
        readonly closeCode: number | null
      }
    }
    for (let round = 0; round < ROUNDS; round++) {
      const hello = {
        type: 'hello',
        protocol: PROTOCOL_VERSION,
        conversation: emptySquare.id,
        role: 'participant',
      }
      const begin = async (token?: string) => {
        const answer = await say({ received: 0, messages: [{ ...hello, ...(token && { token }) }] })
        return { exchange: answer.exchange, token: answer.messages[0]!.token! }
      }
      const first = await begin()
      const others = await Promise.all(Array.from({ length: EXCHANGES - 1 }, () => begin(first.token)))
      const exchanges = [first, ...others].map(({ exchange }) => exchange)
      const vote = { type: 'cast-vote', mutation: `mutation-${round}`, statement: 0, vote: 1 }
      await Promise.all(
        Array.from({ length: COPIES }, (_, copy) =>
          say({ exchange: exchanges[copy % EXCHANGES], received: 0, messages: [vote] }),
        ),
      )
      for (const exchange of exchanges) {
        // One person may say 60 things at once; the rest is told to wait. Answers stay until they are said to be received.
        let answers: readonly Said[] = []
        const count = async () => {
          const { messages, closeCode } = await say({ exchange, received: 0, messages: [] })
          expect(closeCode).toBeNull()
          answers = messages.filter(({ mutation }) => mutation === vote.mutation)
          return answers.length
        }
        await expect.poll(count).toBe(COPIES / EXCHANGES)
        for (const { type, code, sequence } of answers) {
          expect([type, code ?? sequence]).toBeOneOf([
            ['vote-accepted', round + 1],
            ['vote-refused', 'too-many-messages'],
          ])
        }
      }
      expect(await service.store.lastSequence(emptySquare.id)).toBe(round + 1)
    }
  },
  times(60_000, 1_200_000),
)

/** As much of a message as is looked at here. */
interface Said {
  readonly type: string
  readonly token?: string
  readonly mutation?: string
  readonly code?: string
  readonly sequence?: number
}
