// The newest published map of each conversation, in SQLite. The statements are prepared once: with hundreds of conversations
// a map is stored every few milliseconds, by the thread for which votes wait.
import type { Database, Statement } from 'better-sqlite3'
import type { StoredSnapshot } from './store.ts'

export class NewestSnapshots {
  readonly #save: Statement<[number, number, number, number, string, string, string]>
  readonly #newest: Statement<[number], StoredSnapshot>

  constructor(database: Database) {
    this.#save = database.prepare(
      `INSERT INTO snapshot (conversation, version, sequence, published_at_ms, snapshot, components, presentation)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (conversation) DO UPDATE SET version = excluded.version, sequence = excluded.sequence,
         published_at_ms = excluded.published_at_ms, snapshot = excluded.snapshot, components = excluded.components,
         presentation = excluded.presentation
       WHERE snapshot.version < excluded.version`,
    )
    this.#newest = database.prepare(
      `SELECT version, sequence, published_at_ms AS publishedAtMs, snapshot, components, presentation
       FROM snapshot WHERE conversation = ?`,
    )
  }

  /** Takes the place of an older version, or answers false; within a transaction. */
  save(key: number, stored: StoredSnapshot): boolean {
    const { version, sequence, publishedAtMs, snapshot, components, presentation } = stored
    const given = [key, version, sequence, publishedAtMs, snapshot, components, presentation] as const
    return this.#save.run(...given).changes > 0
  }

  /** The newest of the conversation with this key; null where there is none. */
  newest(key: number): StoredSnapshot | null {
    return this.#newest.get(key) ?? null
  }
}
