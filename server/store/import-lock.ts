// Tells whether anybody is importing into a data folder, the service or the command line. Importers share a lock on a small
// database of its own; whoever finds nobody holding it may remove what broken-off imports have left. It is the operating
// system that holds the lock: it is gone when the process is gone.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { isBusy } from './storage-failure.ts'

/** Name of the file within the data folder that is locked while something is imported. */
export const IMPORT_LOCK_NAME = 'folkmoot.importing'

/** Holds the lock together with other importers; throws like SQLite while somebody is tidying up. */
export function shareImportLock(dataFolder: string): { release(): void } {
  const database = open(dataFolder)
  try {
    database.exec('BEGIN')
    database.prepare('SELECT count(*) FROM sqlite_master').get() // takes the shared lock
  } catch (error) {
    database.close()
    throw error
  }
  return { release: () => void database.close() }
}

/** Runs the work unless somebody is importing; whether it ran. */
export function whileNobodyImports(dataFolder: string, work: () => void): boolean {
  const database = open(dataFolder)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (isBusy(error)) return false
    throw error
  }
  try {
    work()
    return true
  } finally {
    database.close()
  }
}

function open(dataFolder: string): Database.Database {
  const database = new Database(join(dataFolder, IMPORT_LOCK_NAME), { timeout: 0 })
  // The lock needs no journal: nothing is ever written.
  database.pragma('journal_mode = MEMORY')
  return database
}
