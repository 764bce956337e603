// Which errors of SQLite mean that storage cannot be used at the moment, as opposed to a mistake of ours.
import Database from 'better-sqlite3'
import { StorageUnavailable } from './store.ts'

const failures =
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM|CORRUPT|NOTADB|PROTOCOL|PERM|AUTH|NOLFS|TOOBIG)/

/** True where the database is locked by another process: worth another try within milliseconds. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/** The error as `StorageUnavailable`, or null when it is something else. */
export function storageFailure(error: unknown): StorageUnavailable | null {
  if (error instanceof StorageUnavailable) return error
  if (!(error instanceof Database.SqliteError) || !failures.test(error.code)) return null
  return new StorageUnavailable(`Storage failed: ${error.code}.`, 1000, { cause: error })
}
