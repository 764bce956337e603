// Tries to sign in on SQLite, so that starting the service again unlocks nobody. What stands there are keyed hashes: the names
// that were tried may belong to no account here.
import type { Database } from 'better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import type { SecretKey } from './secret-key.ts'
import { SqliteRows } from './sqlite-rows.ts'
import type { TryLimit } from './staff-store.ts'

/** Tries kept at most (I6); beyond it the oldest go first. */
const KEPT = 100_000

export class SqliteTries {
  readonly #rows: SqliteRows
  readonly #writes: GroupCommit
  readonly #key: SecretKey

  constructor(database: Database, writes: GroupCommit, key: SecretKey) {
    this.#rows = new SqliteRows(database)
    this.#writes = writes
    this.#key = key
  }

  begin(names: readonly string[], nowMs: number, { most, windowMs }: TryLimit) {
    const hashes = names.map((name) => this.#key.hashOf(name))
    return this.#writes.submit((): readonly number[] | null => {
      this.#rows.run('DELETE FROM staff_try WHERE time_ms <= ?', nowMs - windowMs)
      if (hashes.some((hash) => this.#count(hash, nowMs - windowMs) >= most)) return null
      const tries = hashes.map((hash) => this.#add(hash, nowMs))
      this.#rows.run('DELETE FROM staff_try WHERE id <= ?', (tries.at(-1) ?? 0) - KEPT)
      return tries
    })
  }

  takeBack(tries: readonly number[], name: string | null): Promise<void> {
    const hash = name === null ? null : this.#key.hashOf(name)
    return this.#writes.submit(() => {
      for (const id of tries) this.#rows.run('DELETE FROM staff_try WHERE id = ?', id)
      if (hash !== null) this.#rows.run('DELETE FROM staff_try WHERE name = ?', hash)
    })
  }

  count(name: string, sinceMs: number): number {
    return this.#count(this.#key.hashOf(name), sinceMs)
  }

  #count(hash: string, sinceMs: number): number {
    const sql = 'SELECT count(*) AS count FROM staff_try WHERE name = ? AND time_ms > ?'
    return this.#rows.get<{ readonly count: number }>(sql, hash, sinceMs)!.count
  }

  #add(hash: string, timeMs: number): number {
    const sql = 'INSERT INTO staff_try (name, time_ms) VALUES (?, ?) RETURNING id'
    return this.#rows.get<{ readonly id: number }>(sql, hash, timeMs)!.id
  }
}
