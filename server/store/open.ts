// Opens the database in the data folder, or makes it; brings its tables up to date; leaves alone what it does not know.
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { LogHeads, noHeads, type RecordedHeads, readHeads } from './log-heads.ts'
import { removeUnfinishedImports } from './remove-unfinished-imports.ts'
import { KEY_NAME, SecretKey } from './secret-key.ts'
import { hasUnsealedLogs, sealLogs } from './seal-logs.ts'
import { SqliteStore, type SqliteStoreOptions } from './sqlite-store.ts'
import { type Store, UnusableDatabase } from './store.ts'
import { type Damage, findDamage, type Heads } from './verify-log.ts'

const migrationsFolder = join(packageRoot, 'server/store/migrations')

/** Name of the database within the data folder. */
export const DATABASE_NAME = 'folkmoot.sqlite'

/** Name of the file that tells where each vote log ends, beside the database. */
export const HEADS_NAME = 'folkmoot.heads'

/** Name of the one that tells where the log of each conversation's words ends. */
export const TEXT_HEADS_NAME = 'folkmoot.texts'

/** Modes of what is made here: hashes of tokens, secrets and answers are in it. What is there already keeps its mode. */
export const FOR_OWNER_ALONE = { folder: 0o700, file: 0o600 } as const

/** What belongs to the database and stands beside it. */
export const BESIDE_DATABASE = [HEADS_NAME, TEXT_HEADS_NAME] as const

/**
 * Opens the store in a folder, which is made when it is missing.
 * Throws `UnusableDatabase` when the folder cannot be used; when the database was made by a newer version, which leaves
 * it as it was; and when something that was acknowledged is missing or altered.
 */
export async function openStore(dataFolder: string, options: SqliteStoreOptions = {}): Promise<Store> {
  makeFolder(dataFolder)
  checkKey(join(dataFolder, KEY_NAME), options.secretKey)
  const { database, heads } = openFiles(dataFolder)
  removeUnfinishedImports(database, dataFolder)
  const [damage] = findDamage(database, heads)
  if (damage !== undefined) {
    database.close()
    closeHeads(heads)
    throw new UnusableDatabase(`${damage.message} Put a backup in the place of ${dataFolder}.`)
  }
  const store = new SqliteStore(database, heads, options)
  await store.recordHeads()
  return store
}

/** All that is wrong with the data in a folder; empty when it is sound. Throws `UnusableDatabase` as `openStore` does. */
export async function inspectStore(dataFolder: string): Promise<readonly Damage[]> {
  const { database, heads } = openFiles(dataFolder)
  try {
    return findDamage(database, heads)
  } finally {
    database.close()
    closeHeads(heads)
  }
}

/**
 * Brings a database up to date that an older version made, as it is opened by `openStore`.
 * Throws `UnusableDatabase` for one that is damaged, and for one of a newer version.
 */
export function upgradeDatabase(path: string): void {
  refuseNewer(path)
  openDatabase(path, noHeads, () => {}).close()
}

function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: FOR_OWNER_ALONE.folder })
  } catch (error) {
    throw new UnusableDatabase(`The data folder ${dataFolder} cannot be made: ${reason(error)}.`, {
      cause: error,
    })
  }
}

function checkKey(path: string, given: string | null | undefined): void {
  try {
    new SecretKey(path, given).check()
  } catch (error) {
    throw new UnusableDatabase(`The secret key ${path} cannot be used: ${reason(error)}.`, { cause: error })
  }
}

interface OpenHeads extends Heads {
  readonly votes: LogHeads
  readonly texts: LogHeads
}

function closeHeads({ votes, texts }: OpenHeads): void {
  votes.close()
  texts.close()
}

function openFiles(dataFolder: string): { database: Database.Database; heads: OpenHeads } {
  const path = join(dataFolder, DATABASE_NAME)
  makeFolder(dataFolder)
  if (existsSync(path)) refuseNewer(path)
  const [headsPath, textHeadsPath] = [join(dataFolder, HEADS_NAME), join(dataFolder, TEXT_HEADS_NAME)]
  let database: Database.Database | null = null
  try {
    // The heads are those of the logs as they were; should this be broken off, the next start does not miss them.
    database = openDatabase(path, readHeads(headsPath), () => rmSync(headsPath, { force: true }))
    return { database, heads: { votes: new LogHeads(headsPath), texts: new LogHeads(textHeadsPath) } }
  } catch (error) {
    database?.close()
    if (error instanceof UnusableDatabase) {
      throw new UnusableDatabase(`${error.message} Put a backup in the place of ${dataFolder}.`, {
        cause: error,
      })
    }
    throw new UnusableDatabase(`The database ${path} cannot be opened: ${reason(error)}.`, { cause: error })
  }
}

/** `beforeSealing` runs before the logs of an older version are sealed, once they have been found whole. */
function openDatabase(path: string, heads: RecordedHeads, beforeSealing: () => void): Database.Database {
  // SQLite would make it for everybody on the machine to read; what it puts beside it is for whom the database is for. One
  // that is there is left alone: closing it here would end the locks that this process has on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', FOR_OWNER_ALONE.file))
  const database = new Database(path, { timeout: 5000 })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    // Without it, INSERT OR REPLACE could delete an entry of the log past its trigger (I4).
    database.pragma('recursive_triggers = ON')
    database.pragma('cache_size = -65536')
    // What is deleted is overwritten, wherever that costs no further writing.
    database.pragma('secure_delete = FAST')
    migrate(drizzle({ client: database }), { migrationsFolder })
    if (hasUnsealedLogs(database)) sealLogs(database, heads, beforeSealing)
    // From now on nobody waits on the event loop for another process: GroupCommit tries again by itself.
    database.pragma('busy_timeout = 0')
    // Nor for the write-ahead log to be copied: that is what Checkpointer is for.
    database.pragma('wal_autocheckpoint = 0')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Looks before anything is written; throws `UnusableDatabase` for a database of a newer version. */
export function refuseNewer(path: string): void {
  if (migrationOf(path) > newestMigration()) {
    throw new UnusableDatabase(
      `The database ${path} was made by a newer version of Folkmoot. Use that version, or another data folder.`,
    )
  }
}

/** Whether an older version made the database, and it has not been opened by this one yet. */
export function isOlder(path: string): boolean {
  return migrationOf(path) < newestMigration()
}

/** Time stamp of the newest migration that a database has had; that of the newest known where it tells nothing. */
function migrationOf(path: string): number {
  try {
    const database = new Database(path, { readonly: true, timeout: 5000 })
    try {
      const known = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
      if (known === undefined) return newestMigration()
      const applied = database
        .prepare<[], number>('SELECT coalesce(max(created_at), 0) FROM __drizzle_migrations')
        .pluck()
        .get()!
      return Number(applied)
    } finally {
      database.close()
    }
  } catch (error) {
    throw new UnusableDatabase(`The database ${path} cannot be read: ${reason(error)}.`, { cause: error })
  }
}

/** Time stamp of the newest migration that this version knows. */
function newestMigration(): number {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[] // written by drizzle-kit
  }
  return Math.max(...journal.entries.map((entry) => entry.when))
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
}
