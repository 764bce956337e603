// People whose network stalls: their sockets stop reading for a minute and go on being pushed to. The service keeps little for
// them (I6), and everybody else votes on as before. Minutes with and without them take turns, so that whatever else the
// machine does at the time falls on both.
import { setTimeout as later } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { processUse, startServiceProcess } from '../../../bench/load/service-process.ts'
import { Spread } from '../../../bench/load/spread.ts'
import { VotingSocket } from '../../../bench/load/voting-socket.ts'
import { seededRandom } from '../../../bench/synthetic-log.ts'
import { temporaryFolder } from '../../server/store/temporary-folder.ts'
import { HALL, hall, openHall } from '../hall.ts'

const SOCKETS = 5000
const SLOW = 500
/** Votes of the others, in a second. */
const RATE = 500
const MINUTES = 7
/** A minute is looked at in pieces of this length: the median piece is that of a machine that does little else. */
const PIECE_MS = 5_000
const PIECES = 60_000 / PIECE_MS
const OPENING = 50
const TICK_MS = 5

interface Piece {
  readonly p99: number
  readonly residentMb: number
}

test.skipIf(process.platform !== 'linux')(
  `I6: ${SLOW} of ${SOCKETS} sockets that read nothing for a minute slow the others down by 10% at most and cost at most 32 MB`,
  async () => {
    const folder = temporaryFolder()
    await openHall(folder)
    const service = await startServiceProcess(folder)
    onTestFinished(() => void service.stop('SIGKILL'))
    const due = new Map<string, number>()
    let closed = 0
    let spread = new Spread()
    const listener = {
      accepted(mutation: string) {
        spread.add(performance.now() - due.get(mutation)!)
        due.delete(mutation)
      },
      refused: (mutation: string) => void due.delete(mutation),
      map() {},
      closed: () => void closed++,
    }
    const sockets: VotingSocket[] = []
    onTestFinished(() => sockets.forEach((socket) => socket.close()))
    async function open(count: number): Promise<VotingSocket[]> {
      const opened: VotingSocket[] = []
      while (opened.length < count) {
        const some = Array.from({ length: OPENING }, () => new VotingSocket(service.port, HALL, listener))
        sockets.push(...some)
        await Promise.all(some.map(({ ready }) => ready))
        opened.push(...some)
      }
      return opened
    }
    const voters = await open(SOCKETS - SLOW)
    let slow: VotingSocket[] = []
    const random = seededRandom(11)
    let cast = 0

    async function piece(): Promise<Piece> {
      spread = new Spread()
      const started = performance.now()
      for (let sent = 0; performance.now() - started < PIECE_MS; await later(TICK_MS)) {
        for (; sent < ((performance.now() - started) / 1000) * RATE; sent++) {
          const mutation = `vote-${String(cast).padStart(8, '0')}`
          due.set(mutation, started + (sent / RATE) * 1000)
          const statement = Math.floor(random() * hall.statements.length)
          voters[cast++ % voters.length]!.vote(mutation, statement, random() < 0.5 ? 1 : -1)
        }
      }
      return { p99: spread.summary()?.p99 ?? PIECE_MS, residentMb: processUse(service.pid)!.residentMb }
    }

    const pieces: Record<'quiet' | 'slow', Piece[]> = { quiet: [], slow: [] }
    await piece() // warm
    for (let minute = 0; minute < MINUTES; minute++) {
      const kind = minute % 2 === 0 ? 'quiet' : 'slow'
      // Whoever reads nothing answers no ping either, and is given up before the minute is over: others come in their place.
      if (kind === 'quiet') {
        for (const socket of slow) socket.close()
        slow = await open(SLOW)
      } else for (const socket of slow) socket.pause()
      for (let i = 0; i < PIECES; i++) pieces[kind].push(await piece())
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
    const p99 = (kind: keyof typeof pieces) => median(pieces[kind].map(({ p99 }) => p99))
    const residentMb = (kind: keyof typeof pieces) => median(pieces[kind].map(({ residentMb }) => residentMb))
    const figures = {
      p99: [p99('quiet'), p99('slow')],
      residentMb: [residentMb('quiet'), residentMb('slow')],
      closed,
    }
    process.stdout.write(`quiet and slow minutes: ${JSON.stringify(figures)}\n`)
    expect(p99('slow') / p99('quiet')).toBeLessThan(1.1)
    expect(residentMb('slow') - residentMb('quiet')).toBeLessThan(32)
    expect(await service.stop()).toBe(0)
  },
)
