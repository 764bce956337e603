// A database that is looked at and not changed: that of a data folder, while a service may be writing to it, or a backup.
// Everything is read as of one moment.
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { LogHeads, type RecordedHeads } from './log-heads.ts'
import { refuseNewer } from './open.ts'
import { SqliteStore } from './sqlite-store.ts'
import { type Store, UnusableDatabase } from './store.ts'
import { type Damage, findDamage } from './verify-log.ts'

/** A database as it was at the moment when it was opened. */
export interface Observed {
  /** To be read only: every write is refused. */
  readonly store: Store
  findDamage(): readonly Damage[]
  close(): Promise<void>
}

/**
 * Opens a database for reading. `heads` tells where its logs ended at least, read before the moment that is looked at.
 * Throws `UnusableDatabase` when it cannot be read, is no database of Folkmoot, or was made by a newer version.
 */
export function observe(path: string, heads: RecordedHeads = noHeads): Observed {
  if (!existsSync(path)) throw new UnusableDatabase(`There is no database ${path}.`)
  refuseNewer(path)
  let database: Database.Database | null = null
  try {
    database = new Database(path, { readonly: true, timeout: 5000 })
    database.exec('BEGIN')
    const tables = database
      .prepare("SELECT 1 FROM sqlite_master WHERE name IN ('conversation', 'vote_log')")
      .all()
    if (tables.length < 2) throw new Error('It is no database of Folkmoot.')
    const observed = database
    const store = new SqliteStore(observed, { write: () => {}, clear: () => {}, close: () => {} })
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

const noHeads: RecordedHeads = { lastKey: 0, read: () => null }

/** The recorded heads as they are now; none where there is no such file. */
export function readHeads(path: string): RecordedHeads {
  if (!existsSync(path)) return noHeads
  const heads = new LogHeads(path)
  try {
    const { lastKey } = heads
    const byKey = Array.from({ length: lastKey }, (_, index) => heads.read(index + 1))
    return { lastKey, read: (key) => byKey[key - 1] ?? null }
  } finally {
    heads.close()
  }
}

/** Participants are numbered without a gap, because the analysis counts on it. */
function findGaps(database: Database.Database): Damage[] {
  const rows = database
    .prepare<[], readonly [string, number, number]>(
      `SELECT conversation.id, count(*), max(participant.number) + 1 FROM participant
       JOIN conversation ON conversation.key = participant.conversation
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
