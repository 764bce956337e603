// Votes at a fixed rate over real sockets, in stretches that take turns: with exports read back to back, and without.
import { setTimeout as wait } from 'node:timers/promises'
import type { Vote } from '../../server/protocol/values.ts'
import { Spread } from '../load/spread.ts'
import { VotingSocket } from '../load/voting-socket.ts'
import { seededRandom } from '../synthetic-log.ts'
import { SUBJECT, VOTED_ON } from './conversation.ts'
import { readAll } from './memory.ts'

const SOCKETS = 500
const STATEMENTS = 200
const TICK_MS = 2
const LAST_ACKS_MS = 5_000

export interface VotingLoad {
  /** Votes that are due in a second. */
  readonly rate: number
  /** Length of a stretch. */
  readonly seconds: number
  readonly stretches: number
}

/** Lines about how long acknowledgements took, from the moment when the vote was due. */
export async function measureVoting(port: number, origin: string, load: VotingLoad): Promise<string[]> {
  const { rate, seconds, stretches } = load
  const spreads = { without: new Spread(), with: new Spread() }
  const due = new Map<string, readonly [dueAt: number, into: Spread]>()
  let refused = 0
  const listener = {
    accepted(mutation: string) {
      const sent = due.get(mutation)
      if (sent !== undefined) sent[1].add(performance.now() - sent[0])
      due.delete(mutation)
    },
    refused(mutation: string) {
      refused++
      due.delete(mutation)
    },
    map() {},
    closed() {},
  }
  const sockets = Array.from({ length: SOCKETS }, () => new VotingSocket(port, VOTED_ON, listener))
  await Promise.all(sockets.map(({ ready }) => ready))
  const random = seededRandom(7)
  const addresses = ['results.zip', 'open-data.zip'].map(
    (name) => `${origin}/api/conversations/${SUBJECT}/exports/${name}`,
  )
  let sent = 0
  let exports = 0
  for (let stretch = 0; stretch < stretches; stretch++) {
    const isExporting = stretch % 2 === 1
    const into = isExporting ? spreads.with : spreads.without
    const startedAt = performance.now()
    const first = sent
    let isOver = false
    const exporting = (async () => {
      while (isExporting && !isOver) {
        await readAll(addresses[exports % addresses.length]!)
        exports++
      }
    })()
    for (let now = startedAt; now - startedAt < seconds * 1000; now = performance.now()) {
      const target = first + Math.floor(((now - startedAt) / 1000) * rate)
      for (; sent < target; sent++) {
        const mutation = `export-${sent.toString(36).padStart(8, '0')}`
        due.set(mutation, [startedAt + ((sent - first) / rate) * 1000, into])
        sockets[sent % SOCKETS]!.vote(mutation, Math.floor(random() * STATEMENTS), ((sent % 3) - 1) as Vote) // −1, 0 or 1
      }
      await wait(TICK_MS)
    }
    isOver = true
    await exporting
    const deadline = performance.now() + LAST_ACKS_MS
    while (due.size > 0 && performance.now() < deadline) await wait(20)
  }
  for (const socket of sockets) socket.close()
  const line = (name: string, spread: Spread) => {
    const { count, p50, p99, largest } = spread.summary() ?? { count: 0, p50: 0, p99: 0, largest: 0 }
    return `  ${name.padEnd(16)} p50 ${p50} ms, p99 ${p99} ms, largest ${largest} ms, of ${count}`
  }
  return [
    '',
    `acknowledgements at ${rate} votes a second over ${SOCKETS} sockets, ${stretches} stretches of ${seconds} s in turn:`,
    line('without exports', spreads.without),
    line('with exports', spreads.with),
    `  ${exports} exports were read; ${refused} votes refused, ${due.size} unanswered`,
  ]
}
