// Storage that fails for a while under a service that goes on running: a full disk, and a lock that another process holds.
import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as held } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkLog } from '../../bench/load/log-check.ts'
import { startServiceProcess } from '../../bench/load/service-process.ts'
import { seededRandom } from '../../bench/synthetic-log.ts'
import { DATABASE_NAME } from '../../server/store/open.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { HallVoter, newLedger, openHall } from './hall.ts'
import { times } from './how-often.ts'

const VOTERS = 4

/** People who vote without a pause on a real service; they send again what was refused when they were told to. */
async function votingHall() {
  const folder = temporaryFolder()
  await openHall(folder)
  const service = await startServiceProcess(folder)
  onTestFinished(() => void service.stop('SIGKILL'))
  const ledger = newLedger()
  const random = seededRandom(3)
  const voters = Array.from({ length: VOTERS }, (_, index) => new HallVoter(`voter${index}`, random, ledger))
  await Promise.all(voters.map((voter) => voter.enter(service.port, true)))
  return {
    service,
    ledger,
    database: join(folder, DATABASE_NAME),
    /** Nobody votes any more; resolves when every vote that was cast is acknowledged. */
    async settle() {
      for (const voter of voters) voter.castNoMore()
      await ledger.until(() => voters.every(({ pending }) => pending.size === 0))
    },
  }
}

async function expectNothingLost({ service, ledger, database }: Awaited<ReturnType<typeof votingHall>>) {
  expect(await service.stop()).toBe(0)
  const stored = ledger.acknowledged.size
  expect(checkLog(database, ledger.acknowledged)).toEqual({
    stored,
    lost: 0,
    duplicated: 0,
    unacknowledged: 0,
    dense: true,
  })
}

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  const limitFiles = (pid: number, bytes: string) => {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
  }

  test(`I1, I7: ${times(3, 20)} times full, it refuses votes with a code, loses none, and recovers without a restart`, async () => {
    const hall = await votingHall()
    const { service, ledger } = hall
    for (let round = 0; round < times(3, 20); round++) {
      limitFiles(service.pid, '4096')
      const refused = ledger.refusedFor('storage-unavailable')
      await ledger.until(() => ledger.refusedFor('storage-unavailable') > refused)
      const acknowledged = ledger.acknowledged.size
      limitFiles(service.pid, 'unlimited')
      await ledger.until(() => ledger.acknowledged.size > acknowledged)
    }
    await hall.settle()
    await expectNothingLost(hall)
  })
})

describe('a lock held by another process', () => {
  test(`I1, I7: ${times(3, 50)} times locked out, it refuses votes with a code, loses none, and recovers`, async () => {
    const hall = await votingHall()
    const { ledger } = hall
    const other = new Database(hall.database)
    onTestFinished(() => void other.close())
    const random = seededRandom(5)
    for (let round = 0; round < times(3, 50); round++) {
      other.exec('BEGIN IMMEDIATE')
      const refused = ledger.refusedFor('storage-unavailable')
      // 0.1 to 10 s, shorter ones more often; within the shortest a vote may wait without being refused.
      const heldMs = 100 * 100 ** random()
      if (times(0, 1) === 1) await held(heldMs)
      if (heldMs > 1000) await ledger.until(() => ledger.refusedFor('storage-unavailable') > refused)
      const acknowledged = ledger.acknowledged.size
      other.exec('ROLLBACK')
      await ledger.until(() => ledger.acknowledged.size > acknowledged)
    }
    await hall.settle()
    await expectNothingLost(hall)
  })
})
