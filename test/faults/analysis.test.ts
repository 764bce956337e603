// Analysis threads that crash, loop for ever or hoard memory under twenty live conversations: nobody's voting notices, no
// acknowledged vote is lost, and every map catches up with its log (I1, I3). The long form also measures what "nobody notices"
// means: some seconds with a failure and some without take turns, and of each kind of failure the median counts, as a busy machine
// stalls now and then. Votes are acknowledged as quickly (the 99th percentile within 20 %), and the maps of the other
// conversations are five seconds old at most.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { MapLag } from '../../bench/load/map-lag.ts'
import { Spread } from '../../bench/load/spread.ts'
import { recomputeMap } from '../../server/analysis/recompute-map.ts'
import { PEOPLE_FOR_STEP } from '../../server/conversation/public-prefix.ts'
import { packageRoot } from '../../server/package-root.ts'
import { openStore } from '../../server/store/open.ts'
import { seededRandom } from '../../bench/synthetic-log.ts'
import { TestSocket } from '../server/socket/test-socket.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { testService } from '../server/test-service.ts'
import { hall } from './hall.ts'
import { times } from './how-often.ts'

const CONVERSATIONS = 20
const ROUNDS = times(1, 20)
const FAILURES = ['exit', 'loop', 'memory', 'throw'] as const
const IS_MEASURED = times(0, 1) === 1
/** The maps open with seven people; from then on five vote at a time, with whom a map moves on. */
const PEOPLE = 7
/** Everybody votes this often: the service allows 20 votes a second. */
const VOTES_EVERY_MS = 300
const PHASE_MS = times(0, 3_000)

test(
  `I1, I3: with ${CONVERSATIONS} live conversations the analysis fails ${ROUNDS * FAILURES.length} times, votes go on, and every map is that of its log`,
  async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'worker.mjs')
    copyFileSync(join(import.meta.dirname, 'failing-on-order.mjs'), file)
    writeFileSync(join(folder, 'worker.txt'), join(packageRoot, 'dist/server/analysis-worker.js'))
    writeFileSync(join(folder, 'order.txt'), '')
    const dataFolder = temporaryFolder()
    const ids = Array.from({ length: CONVERSATIONS }, (_, index) => `hall-${index}`)
    const failed: string[] = []
    const service = await testService({
      dataFolder,
      conversations: ids.map((id) => ({ ...hall, id })),
      // One thread for all, as on a machine with two cores.
      analysis: { file, threads: 1, memoryMb: 64, patienceMs: 10_000, beatMs: times(50, 1000) },
      onFailure: (where) => failed.push(where),
    })
    const random = seededRandom(17)
    let ackMs = new Spread()
    /** By conversation: from a vote to the map that counts it. */
    const mapLags = ids.map(() => new MapLag())
    const voters = await Promise.all(
      ids.map(async (id, index) => {
        const people = await Promise.all(Array.from({ length: PEOPLE }, () => TestSocket.open(service.port)))
        for (const person of people) await person.enter(id)
        const watcher = await TestSocket.open(service.port)
        const each = { last: 0, seen: 0, cast: 0 }
        const cast = new Map<string, Cast>()
        const send = (mutation: string) => {
          const { person, statement, vote } = cast.get(mutation)!
          person.vote(statement, vote, mutation)
        }
        const onAnswer = (data: unknown) => {
          const { type, mutation, sequence, retryAfterMs = 500 } = JSON.parse(String(data)) as Answer // as far as it is one
          // Sent again when the service asks for it, as by a page.
          if (type === 'vote-refused') setTimeout(() => send(mutation), retryAfterMs)
          if (type !== 'vote-accepted') return
          const now = performance.now()
          ackMs.add(now - cast.get(mutation)!.at)
          mapLags[index]!.accepted(0, sequence, now)
          each.last = Math.max(each.last, sequence)
        }
        for (const { socket } of people) socket.on('message', onAnswer)
        watcher.socket.on('message', (data) => {
          const message = JSON.parse(String(data)) as { type: string; sequence: number }
          if (message.type !== 'snapshot') return
          mapLags[index]!.map(0, message.sequence, performance.now())
          each.seen = message.sequence
          watcher.send({ type: 'grant-credit' })
        })
        // Listening already: the empty map may come together with the welcome, and without credit there is no other.
        await watcher.enter(id, { role: 'watcher' })
        const voteBy = (person: TestSocket) => {
          const mutation = `mutation-${each.cast++}`
          const statement = Math.floor(random() * 40)
          cast.set(mutation, { person, at: performance.now(), statement, vote: random() < 0.5 ? 1 : -1 })
          send(mutation)
        }
        const vote = (count: number) => people.slice(0, count).forEach(voteBy)
        return Object.assign(each, { vote })
      }),
    )
    const voteEverywhere = (people = PEOPLE_FOR_STEP) => voters.forEach(({ vote }) => vote(people))
    /** But for a step that is not full, where a vote was refused and came later. */
    const everythingIsMapped = () =>
      expect
        .poll(() => voters.every(({ cast, last, seen }) => last === cast && seen > last - PEOPLE_FOR_STEP), {
          timeout: 60_000,
        })
        .toBe(true)
    /** Everybody votes on and on, for as long as `goesOn` says. */
    async function voteWhile(goesOn: () => boolean): Promise<void> {
      while (goesOn()) {
        voteEverywhere()
        await later(VOTES_EVERY_MS)
      }
    }
    voteEverywhere(PEOPLE)
    await everythingIsMapped()
    for (const failure of FAILURES) {
      const figures: Record<'quiet' | 'failing' | 'oldestOther', number[]> = {
        ...{ quiet: [], failing: [], oldestOther: [] },
      }
      for (let round = 0; round < ROUNDS; round++) {
        const [quietSince, before] = [performance.now(), failed.length]
        ackMs = new Spread()
        await voteWhile(() => performance.now() - quietSince < PHASE_MS)
        await everythingIsMapped()
        const quiet = ackMs.summary()
        ackMs = new Spread()
        ids.forEach((_, index) => (mapLags[index] = new MapLag()))
        const failingSince = performance.now()
        writeFileSync(join(folder, 'order.txt'), failure)
        // Never twice at once, which would be slower with no failure too.
        if (IS_MEASURED)
          await voteWhile(() => failed.length === before || performance.now() - failingSince < PHASE_MS)
        else voteEverywhere()
        await expect.poll(() => failed.length, { timeout: 60_000 }).toBeGreaterThan(before)
        voteEverywhere()
        await everythingIsMapped()
        const failing = ids.indexOf(readFileSync(join(folder, 'failed.txt'), 'utf8'))
        expect(failing).toBeGreaterThanOrEqual(0)
        const others = mapLags.filter((_, index) => index !== failing)
        figures.oldestOther.push(Math.max(...others.map(({ first }) => first.summary()?.largest ?? 0)))
        figures.failing.push(ackMs.summary()!.p99)
        figures.quiet.push(quiet?.p99 ?? 0)
      }
      if (!IS_MEASURED) continue
      const [quiet, failing, oldestOther] = [
        median(figures.quiet),
        median(figures.failing),
        median(figures.oldestOther),
      ]
      const largest = Math.max(...figures.oldestOther)
      process.stdout.write(`${failure}, ms: ${JSON.stringify({ quiet, failing, oldestOther, largest })}\n`)
      expect.soft(failing / quiet, failure).toBeLessThan(1.2)
      expect.soft(oldestOther, failure).toBeLessThan(5_000)
    }
    expect(new Set(failed)).toEqual(new Set(['analysis']))
    await service.close()
    const store = await openStore(dataFolder)
    for (const [index, id] of ids.entries()) {
      expect(await store.lastSequence(id)).toBe(voters[index]!.cast)
      expect(await recomputeMap(store, id)).toMatchObject({ kind: 'equal' })
    }
    await store.close()
  },
  times(120_000, 3_600_000),
)

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

interface Cast {
  readonly person: TestSocket
  readonly at: number
  readonly statement: number
  readonly vote: -1 | 1
}

/** As much of a message as is looked at here. */
interface Answer {
  readonly type: string
  readonly mutation: string
  readonly sequence: number
  readonly retryAfterMs?: number
}
