// A database that is looked at and not changed: that of a data folder, while a service may be writing to it, or a backup.
// Everything is read as of one moment.
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { noHeads, readHeads } from './log-heads.ts'
import { BESIDE_DATABASE, isOlder, refuseNewer } from './open.ts'
import { SqliteStore } from './sqlite-store.ts'
import { NOT_STAGED } from './staged-name.ts'
import { type Store, UnusableDatabase } from './store.ts'
import { type Damage, findDamage, type Heads } from './verify-log.ts'

const nowhere = { write: () => {}, clear: () => {}, close: () => {} }

/** A database as it was at the moment when it was opened. */
export interface Observed {
  /** To be read only: every write is refused. */
  readonly store: Store
  findDamage(): readonly Damage[]
  close(): Promise<void>
}

/**
 * Opens a database for reading. `heads` tells where its logs ended at least, read before the moment that is looked at.
 * Throws `UnusableDatabase` when it cannot be read, is no database of Folkmoot, or was made by another version.
 */
export function observe(path: string, heads: Heads = { votes: noHeads, texts: noHeads }): Observed {
  if (!existsSync(path)) throw new UnusableDatabase(`There is no database ${path}.`)
  refuseNewer(path)
  let database: Database.Database | null = null
  try {
    database = new Database(path, { readonly: true, timeout: 5000 })
    // Whoever looks reads from one end to the other: what was read is not read again.
    database.pragma('cache_size = -2000')
    database.exec('BEGIN')
    const tables = database
      .prepare("SELECT 1 FROM sqlite_master WHERE name IN ('conversation', 'vote_log')")
      .all()
    if (tables.length < 2) throw new Error('It is no database of Folkmoot.')
    if (isOlder(path)) {
      throw new Error(
        'An older version of Folkmoot made it. Start the service on it once, or restore it, which brings it up to date',
      )
    }
    const observed = database
    const store = new SqliteStore(observed, { votes: nowhere, texts: nowhere })
    return {
      store,
      findDamage: () => [...findDamage(observed, heads), ...findGaps(observed)],
      close: () => store.close(),
    }
  } catch (error) {
    database?.close()
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
    throw new UnusableDatabase(`The database ${path} cannot be read: ${reason}.`, { cause: error })
  }
}

/** The recorded heads of a data folder as they are now. */
export function headsOf(dataFolder: string): Heads {
  const [votes, texts] = BESIDE_DATABASE.map((name) => readHeads(join(dataFolder, name)))
  return { votes: votes!, texts: texts! }
}

/** Participants are numbered without a gap, because the analysis counts on it. */
function findGaps(database: Database.Database): Damage[] {
  const rows = database
    .prepare<[], readonly [string, number, number]>(
      `SELECT conversation.id, count(*), max(participant.number) + 1 FROM participant
       JOIN conversation ON conversation.key = participant.conversation WHERE ${NOT_STAGED}
       GROUP BY conversation.key HAVING count(*) <> max(participant.number) + 1`,
    )
    .raw()
    .all()
  return rows.map(([conversation, count, expected]) => ({
    conversation,
    sequence: null,
    message: `The participants of ${conversation} are numbered up to ${expected}, but there are ${count}.`,
  }))
}
