import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkLog } from '../../bench/load/log-check.ts'
import { startServiceProcess } from '../../bench/load/service-process.ts'
import { seededRandom } from '../../bench/synthetic-log.ts'
import { Engine } from '../../analysis/index.ts'
import { recomputeMap } from '../../server/analysis/recompute-map.ts'
import { DATABASE_NAME, openStore } from '../../server/store/open.ts'
import { runFolkmoot } from '../server/cli/run-folkmoot.ts'
import { TestSocket } from '../server/socket/test-socket.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { HALL, HallVoter, newLedger, openHall } from './hall.ts'
import { times } from './how-often.ts'

const KILLS = times(10, 200)
const VOTERS = 12

test(`I1, I3: killed ${KILLS} times in the middle of voting, the log holds every acknowledged vote once, and the map is its map`, async () => {
  const folder = temporaryFolder()
  await openHall(folder)
  const random = seededRandom(7)
  const ledger = newLedger()
  const voters = Array.from({ length: VOTERS }, (_, index) => new HallVoter(`voter${index}`, random, ledger))

  for (let kill = 0; kill < KILLS; kill++) {
    const service = await startServiceProcess(folder)
    await Promise.all(voters.map((voter) => voter.enter(service.port, true)))
    const enough = ledger.acknowledged.size + 1 + Math.floor(random() * 150)
    await ledger.until(() => ledger.acknowledged.size >= enough)
    expect(await service.stop('SIGKILL')).toBeNull()
    for (const voter of voters) voter.leave()
  }

  const service = await startServiceProcess(folder)
  onTestFinished(() => void service.stop('SIGKILL'))
  await Promise.all(voters.map((voter) => voter.enter(service.port, false)))
  await ledger.until(() => voters.every(({ pending }) => pending.size === 0))
  const last = Math.max(...ledger.acknowledged.values())
  await runFolkmoot(['state', HALL, 'closed'], folder)
  const version = await versionThatCovers(last, service.port)
  const components = await (
    await fetch(`http://127.0.0.1:${service.port}/api/conversations/${HALL}/components/${version}`)
  ).json()
  expect(await service.stop()).toBe(0)

  const log = checkLog(join(folder, DATABASE_NAME), ledger.acknowledged)
  expect(log).toEqual({ stored: last, lost: 0, duplicated: 0, unacknowledged: 0, dense: true })
  const map = await recomputed(folder)
  // The map may be shown mirrored or turned; the numbers are the same ones, bit for bit.
  const sizes = (values: Iterable<number>) => Array.from(values, Math.abs)
  const shown = components.components.map(sizes)
  const canonical = map.components.map((component) =>
    sizes(components.statements.map((statement: number) => component[statement])),
  )
  expect([canonical, [canonical[1], canonical[0]]]).toContainEqual(shown)
})

async function versionThatCovers(sequence: number, port: number): Promise<number> {
  const watcher = await TestSocket.open(port)
  await watcher.enter(HALL, { role: 'watcher' })
  for (;;) {
    const snapshot = await watcher.next('snapshot')
    if (snapshot.sequence >= sequence) return snapshot.version
    watcher.send({ type: 'grant-credit' })
  }
}

async function recomputed(folder: string) {
  const store = await openStore(folder)
  expect(await recomputeMap(store, HALL)).toMatchObject({ kind: 'equal' })
  const engine = new Engine()
  engine.apply(await store.readLog(HALL, 0, 1_000_000))
  await store.close()
  return engine.refresh()
}
