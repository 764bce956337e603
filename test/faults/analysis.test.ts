// Analysis threads that crash, loop for ever or hoard memory under twenty live conversations: nobody's voting notices, no
// acknowledged vote is lost, and every map catches up with its log (I1, I3).
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recomputeMap } from '../../server/analysis/recompute-map.ts'
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
      analysis: { file, threads: 2, memoryMb: 64, patienceMs: 10_000 },
      onFailure: (where) => failed.push(where),
    })
    const random = seededRandom(17)
    const voters = await Promise.all(
      ids.map(async (id) => {
        const voter = await TestSocket.open(service.port)
        await voter.enter(id)
        const watcher = await TestSocket.open(service.port)
        await watcher.enter(id, { role: 'watcher' })
        return { voter, watcher, last: 0, seen: 0, cast: 0 }
      }),
    )
    const voteEverywhere = () =>
      Promise.all(
        voters.map(async (each) => {
          const statement = Math.floor(random() * 40)
          each.voter.vote(statement, random() < 0.5 ? 1 : -1, `mutation-${each.cast++}`)
          each.last = (await each.voter.next('vote-accepted')).sequence
        }),
      )
    const mapsCatchUp = () =>
      Promise.all(
        voters.map(async (each) => {
          while (each.seen < each.last) {
            each.seen = (await each.watcher.next('snapshot')).sequence
            each.watcher.send({ type: 'grant-credit' })
          }
        }),
      )
    await voteEverywhere()
    await mapsCatchUp()
    for (let round = 0; round < ROUNDS; round++) {
      for (const failure of FAILURES) {
        const before = failed.length
        writeFileSync(join(folder, 'order.txt'), failure)
        await voteEverywhere()
        await expect.poll(() => failed.length, { timeout: 60_000 }).toBeGreaterThan(before)
        await voteEverywhere()
        await mapsCatchUp()
      }
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
