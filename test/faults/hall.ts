// A conversation without votes, and people who vote on it as fast as they are allowed to, over any number of restarts:
// each keeps the token and, until it is acknowledged, every vote, and sends it again with the same mutation id.
import type { ImportedConversation } from '../../server/store/imported-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { TestSocket } from '../server/socket/test-socket.ts'

/** Name of the conversation. */
export const HALL = 'hall'
const STATEMENTS = 40
const AT_ONCE = 6

/** The conversation, with nobody's votes. */
export const hall: ImportedConversation = {
  id: HALL,
  topic: 'What should become of the hall?',
  description: '',
  isOpen: true,
  isSample: false,
  createdAtMs: 0,
  statements: Array.from({ length: STATEMENTS }, (_, id) => ({
    id,
    text: `Statement ${id}`,
    author: null,
    createdAtMs: 0,
    moderation: 1,
    isMeta: false,
    isSeed: true,
  })),
  votes: {
    participants: new Uint32Array(0),
    statements: new Uint32Array(0),
    values: new Int8Array(0),
    timesMs: new Float64Array(0),
  },
}

/** Lays the hall into a data folder. */
export async function openHall(dataFolder: string): Promise<void> {
  const store = await openStore(dataFolder)
  await store.importConversation(hall)
  await store.close()
}

/** What the voters of a test remember together. */
export interface Ledger {
  /** Mutation → sequence, as it was acknowledged. */
  readonly acknowledged: Map<string, number>
  /** Number of refusals with this code. */
  refusedFor(code: string): number
  note(answer: { readonly code: string } | { readonly mutation: string; readonly sequence: number }): void
  /** Resolves at the first answer after which the condition holds, or at once. */
  until(condition: () => boolean): Promise<void>
}

/** An empty ledger. */
export function newLedger(): Ledger {
  const acknowledged = new Map<string, number>()
  const refusals = new Map<string, number>()
  const waiting = new Set<() => void>()
  return {
    acknowledged,
    refusedFor: (code) => refusals.get(code) ?? 0,
    note(answer) {
      if ('code' in answer) refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1)
      else acknowledged.set(answer.mutation, answer.sequence)
      for (const look of waiting) look()
    },
    until(condition) {
      return new Promise((resolve) => {
        const look = () => {
          if (!condition()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
    },
  }
}

/** As much of a message of the service as a voter looks at. */
interface Answer {
  readonly type: string
  readonly mutation: string
  readonly sequence: number
  readonly code: string
  readonly retryAfterMs: number
}

/** One person with a name of their own, who remembers what is not yet acknowledged. */
export class HallVoter {
  /** Votes sent or to be sent again, by mutation. */
  readonly pending = new Map<string, { readonly statement: number; readonly vote: -1 | 0 | 1 }>()
  readonly #name: string
  readonly #random: () => number
  readonly #ledger: Ledger
  #token: string | undefined
  #socket: TestSocket | null = null
  #cast = 0
  #goesOn = false

  constructor(name: string, random: () => number, ledger: Ledger) {
    this.#name = name
    this.#random = random
    this.#ledger = ledger
  }

  /** Connects, sends again what is pending, and goes on casting votes if `votesOn`; resolves once welcomed. */
  async enter(port: number, votesOn: boolean): Promise<void> {
    const socket = await TestSocket.open(port)
    socket.socket.on('error', () => {}) // a service that is killed resets its connections
    this.#socket = socket
    const { token } = await socket.enter(HALL, this.#token === undefined ? {} : { token: this.#token })
    this.#token = token
    this.#goesOn = votesOn
    socket.socket.on('message', (data) => this.#hear(JSON.parse(String(data)) as Answer)) // as far as it is one
    for (const [mutation, { statement, vote }] of this.pending) socket.vote(statement, vote, mutation)
    while (this.#goesOn && this.pending.size < AT_ONCE) this.#castVote()
  }

  /** Only what is pending is still sent again. */
  castNoMore(): void {
    this.#goesOn = false
  }

  leave(): void {
    this.#socket?.socket.terminate()
    this.#socket = null
  }

  #hear(answer: Answer): void {
    const { type, mutation } = answer
    if (type === 'vote-accepted') {
      this.pending.delete(mutation)
      if (this.#goesOn) this.#castVote()
      this.#ledger.note({ mutation, sequence: answer.sequence })
    } else if (type === 'vote-refused') {
      const socket = this.#socket
      setTimeout(() => {
        const vote = this.pending.get(mutation)
        if (vote && socket === this.#socket) socket?.vote(vote.statement, vote.vote, mutation)
      }, answer.retryAfterMs)
      this.#ledger.note({ code: answer.code })
    }
  }

  #castVote(): void {
    const mutation = `${this.#name}-vote-${this.#cast++}`
    const statement = Math.floor(this.#random() * STATEMENTS)
    const vote = (Math.floor(this.#random() * 3) - 1) as -1 | 0 | 1
    this.pending.set(mutation, { statement, vote })
    this.#socket?.vote(statement, vote, mutation)
  }
}
