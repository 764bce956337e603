// One service for one data folder. The lock is a transaction that is held open on a small database of its own, so it is the
// operating system that holds it: it is gone when the process is gone, however it ended, and nobody has to tidy up.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isBusy } from './storage-failure.ts'
import { UnusableDatabase } from './store.ts'

/** Name of the file within the data folder that is locked while a service runs on it. */
export const LOCK_NAME = 'folkmoot.lock'

/** A data folder that nobody else may open for service. */
export interface DataFolderLock {
  release(): void
}

/**
 * Locks a data folder, which is made when it is missing. Throws `UnusableDatabase` when a service, in this process or
 * another, has it open already, or when the folder cannot be written.
 */
export function lockDataFolder(dataFolder: string): DataFolderLock {
  let database: Database.Database | null = null
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    database = new Database(join(dataFolder, LOCK_NAME), { timeout: 0 })
    // The lock needs no journal: nothing is ever written.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    throw new UnusableDatabase(
      isBusy(error)
        ? `Another Folkmoot service is running on the data folder ${dataFolder}. Stop it first, or choose another folder with --data-dir.`
        : `The data folder ${dataFolder} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    )
  }
  const held = database
  return { release: () => void held.close() }
}
