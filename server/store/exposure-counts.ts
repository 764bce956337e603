// How often statements were shown, in SQLite. The statements are prepared once: hundreds of counts are added at a time, while
// votes wait for the same thread.
import type { Database, Statement } from 'better-sqlite3'
import type { ExposureCount } from './store.ts'

export class ExposureCounts {
  readonly #add: Statement<[number, number, string, number]>
  readonly #all: Statement<[number], ExposureCount>

  constructor(database: Database) {
    this.#add = database.prepare(
      `INSERT INTO exposure (conversation, statement, letter, shown) VALUES (?, ?, ?, ?)
       ON CONFLICT (conversation, statement, letter) DO UPDATE SET shown = shown + excluded.shown`,
    )
    this.#all = database.prepare(
      'SELECT statement, letter, shown FROM exposure WHERE conversation = ? ORDER BY statement, letter',
    )
  }

  /** Adds counts to those of the conversation with this key; within a transaction. */
  add(key: number, counts: readonly ExposureCount[]): void {
    for (const { statement, letter, shown } of counts) this.#add.run(key, statement, letter, shown)
  }

  /** Every count, by statement and letter. */
  all(key: number): readonly ExposureCount[] {
    return this.#all.all(key)
  }
}
