import { chmodSync, existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../../server/store/backup.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { restore } from '../../../server/store/restore.ts'
import { filledFolder, VOTES } from './filled-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { emptySquare, townSquare } from './town-square.ts'

async function backupOfFilled(): Promise<string> {
  const backup = join(temporaryFolder(), 'backup')
  await backUp(await filledFolder(), backup)
  return backup
}

test('what a lost database had written ahead does not get into the backup that takes its place', async () => {
  const backup = await backupOfFilled()
  const folder = temporaryFolder()
  const lost = await openStore(folder)
  onTestFinished(() => lost.close().catch(() => {}))
  await lost.importConversation(emptySquare)
  rmSync(join(folder, DATABASE_NAME))
  expect(existsSync(join(folder, `${DATABASE_NAME}-wal`))).toBe(true)
  expect(await restore(backup, folder)).toMatchObject({ votes: 3 + VOTES, keptAs: null })
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  expect((await store.conversations()).map(({ id }) => id)).toEqual([townSquare.id])
  expect(await store.lastSequence(townSquare.id)).toBe(3 + VOTES)
})

test('a backup that came with another mode is restored for its owner alone', async () => {
  const backup = await backupOfFilled()
  chmodSync(backup, 0o644)
  const folder = temporaryFolder()
  await restore(backup, folder)
  expect(statSync(join(folder, DATABASE_NAME)).mode & 0o777).toBe(0o600)
})
