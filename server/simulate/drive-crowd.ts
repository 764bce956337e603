// Lets a simulated crowd take part in a conversation of a running service, over real sockets and by the same protocol as
// every page: each person says hello, votes on what they are shown, and leaves.
import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'
import type { Down } from '../protocol/down.ts'
import type { Up } from '../protocol/up.ts'
import { PROTOCOL_VERSION } from '../protocol/version.ts'
import type { Crowd } from './crowd.ts'

export interface DriveOptions {
  /** Address of the service's socket, as in `ws://127.0.0.1:3000/ws`. */
  readonly socket: string
  readonly conversation: string
  /** Votes a second, all people together. */
  readonly rate: number
  /** People who are there at the same time. */
  readonly atOnce: number
  readonly signal?: AbortSignal
}

export interface DriveOutcome {
  people: number
  votes: number
  /** How often each code was answered. */
  readonly refusals: Map<string, number>
}

/** Resolves when everybody has voted, or when the signal says so. Rejects where nobody can get in. */
export async function driveCrowd(crowd: Crowd, options: DriveOptions): Promise<DriveOutcome> {
  const outcome: DriveOutcome = { people: 0, votes: 0, refusals: new Map() }
  const pace = new Pace(options.rate)
  let next = 0
  // Everybody who is there listens to it.
  if (options.signal !== undefined) setMaxListeners(options.atOnce + 1, options.signal)
  const takeTurns = async () => {
    for (let person = next++; person < crowd.options.people; person = next++) {
      if (options.signal?.aborted) return
      await takePart(crowd, person, options, pace, outcome)
      outcome.people++
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.atOnce, crowd.options.people) }, takeTurns))
  return outcome
}

/** Spaces the votes of everybody evenly. */
class Pace {
  readonly #everyMs: number
  #dueMs = performance.now()

  constructor(rate: number) {
    this.#everyMs = 1000 / rate
  }

  async turn(): Promise<void> {
    const now = performance.now()
    this.#dueMs = Math.max(this.#dueMs + this.#everyMs, now)
    if (this.#dueMs - now >= 1) await wait(this.#dueMs - now)
  }
}

function takePart(
  crowd: Crowd,
  person: number,
  { socket: address, conversation, signal }: DriveOptions,
  pace: Pace,
  outcome: DriveOutcome,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    const say = (message: Up) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    }
    let left = crowd.eagernessOf(person)
    const leave = () => {
      signal?.removeEventListener('abort', leave)
      socket.close(1000)
      resolve()
    }
    signal?.addEventListener('abort', leave)
    const voteOn = async (next: { readonly id: number } | null | undefined) => {
      if (left === 0 || next == null || signal?.aborted) return leave()
      left--
      await pace.turn()
      say({
        type: 'cast-vote',
        mutation: randomUUID(),
        statement: next.id,
        vote: crowd.opinionOf(person, next.id),
      })
    }
    const refused = (code: string) => outcome.refusals.set(code, (outcome.refusals.get(code) ?? 0) + 1)
    socket.on('open', () =>
      say({ type: 'hello', protocol: PROTOCOL_VERSION, conversation, role: 'participant' }),
    )
    socket.on('error', (error) => reject(new Error(`${address} cannot be reached: ${error.message}`)))
    socket.on('close', () => leave())
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Down // from our own service
      switch (message.type) {
        case 'welcome':
          return void voteOn(message.next)
        case 'vote-accepted':
          outcome.votes++
          return void voteOn(message.next)
        case 'vote-refused':
          refused(message.code)
          return void wait(message.retryAfterMs ?? 0).then(() => voteOn(message.next))
        case 'snapshot':
          return say({ type: 'grant-credit' })
        case 'error':
          refused(message.code)
          return leave()
      }
    })
  })
}
