// Puts a backup in the place of the database: only while no service runs, only after the copy has been checked, and never
// over data that is there, which is kept under a dated name.
import Database from 'better-sqlite3'
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupContent, toDisk, verified } from './backup.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { BESIDE_DATABASE, DATABASE_NAME, FOR_OWNER_ALONE, isOlder, upgradeDatabase } from './open.ts'
import { UnusableDatabase } from './store.ts'

export interface RestoreOptions {
  /** Whether data that is there may be put aside. */
  readonly replace?: boolean
  /** Names what is put aside. */
  readonly now?: Date
}

export interface Restored extends BackupContent {
  /** What was there before, as a database of its own; null when there was nothing. */
  readonly keptAs: string | null
}

/**
 * Restores a backup into a data folder, which is made when it is missing.
 * Throws `UnusableDatabase` when a service is running on the folder, when the backup is damaged, of a newer version or no
 * backup, and when there is data already and it may not be replaced; the data is as it was then.
 */
export async function restore(
  file: string,
  dataFolder: string,
  { replace = false, now = new Date() }: RestoreOptions = {},
): Promise<Restored> {
  if (!existsSync(file)) throw new UnusableDatabase(`There is no backup ${file}.`)
  const lock = lockDataFolder(dataFolder)
  const database = join(dataFolder, DATABASE_NAME)
  const incoming = `${database}.incoming`
  try {
    if (existsSync(database) && !replace) {
      throw new UnusableDatabase(
        `There is data in ${dataFolder} already. With --replace it is put aside under a dated name.`,
      )
    }
    rmSync(incoming, { force: true })
    copyFileSync(file, incoming)
    chmodSync(incoming, FOR_OWNER_ALONE.file)
    toDisk(incoming)
    const content = await upToDate(incoming).catch((error: unknown) => {
      throw error instanceof UnusableDatabase
        ? new UnusableDatabase(error.message.replaceAll(incoming, file), { cause: error })
        : error
    })
    const keptAs = existsSync(database) ? putAside(dataFolder, now) : null
    // A write-ahead log without its database would be taken for that of the backup.
    for (const part of ['-wal', '-shm']) rmSync(database + part, { force: true })
    renameSync(incoming, database)
    // The heads go last: were this broken off before, they would tell at the next start that data is missing.
    for (const name of BESIDE_DATABASE) rmSync(join(dataFolder, name), { force: true })
    toDisk(dataFolder)
    return { ...content, keptAs }
  } finally {
    for (const part of ['-wal', '-shm', '']) rmSync(incoming + part, { force: true })
    lock.release()
  }
}

/** Verifies a backup, which an older version may have made: what was true of it then is true of it now. */
async function upToDate(incoming: string): Promise<BackupContent> {
  if (isOlder(incoming)) upgradeDatabase(incoming)
  const content = await verified(incoming)
  toDisk(incoming)
  return content
}

/** Gives the database, with all that belongs to it, a dated name. */
function putAside(dataFolder: string, now: Date): string {
  const database = join(dataFolder, DATABASE_NAME)
  const date = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const aside = join(dataFolder, `folkmoot-until-${date}.sqlite`)
  if (existsSync(aside))
    throw new UnusableDatabase(`There is a file ${aside} already; try again in a second.`)
  foldIn(database)
  for (const part of ['-wal', '-shm', '']) {
    if (existsSync(database + part)) renameSync(database + part, aside + part)
  }
  return aside
}

/** Brings what was written ahead into the database itself, so that it is one file; a damaged one is left as it is. */
function foldIn(path: string): void {
  try {
    const database = new Database(path, { timeout: 5000 })
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}
