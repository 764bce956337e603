// `MediaStore` on SQLite.
import type { Database } from 'better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import type { MediaStore, MediaType, MediumFacts, StoredMedium } from './media-store.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import { SqliteRows } from './sqlite-rows.ts'
import type { NewAuditEntry } from './staff-store.ts'
import { storageFailure } from './storage-failure.ts'
import type { VoteLog } from './vote-log.ts'

export class SqliteMedia implements MediaStore {
  readonly #database: Database
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#database = database
    this.#log = log
    this.#writes = writes
  }

  add(
    conversation: string,
    { hash, type, bytes, addedAtMs }: StoredMedium,
    audit?: NewAuditEntry,
  ): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      this.#database
        .prepare(
          `INSERT INTO medium (conversation, hash, type, bytes, added_at_ms) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
        )
        .run(key, hash, type, Buffer.from(bytes), addedAtMs)
      writeAudit(new SqliteRows(this.#database), audit)
      return true
    })
  }

  async medium(conversation: string, hash: string): Promise<StoredMedium | null> {
    const row = this.#read(
      () =>
        this.#database
          .prepare(
            `SELECT hash, type, bytes, added_at_ms AS addedAtMs FROM medium
             WHERE conversation = ? AND hash = ?`,
          )
          .get(this.#log.keyOf(conversation), hash) as
          (Omit<StoredMedium, 'bytes'> & { readonly bytes: Buffer }) | undefined, // the columns that are asked for
    )
    return row === undefined ? null : { ...row, bytes: new Uint8Array(row.bytes) }
  }

  async list(conversation: string): Promise<readonly MediumFacts[]> {
    return this.#read(
      () =>
        this.#database
          .prepare(
            `SELECT hash, type, length(bytes) AS size, added_at_ms AS addedAtMs FROM medium
             WHERE conversation = ? ORDER BY added_at_ms, hash`,
          )
          .all(this.#log.keyOf(conversation)) as {
          hash: string
          type: MediaType
          size: number
          addedAtMs: number
        }[], // the columns that are asked for
    )
  }

  remove(conversation: string, hash: string): Promise<boolean> {
    return this.#writes.submit(
      () =>
        this.#database
          .prepare('DELETE FROM medium WHERE conversation = ? AND hash = ?')
          .run(this.#log.keyOf(conversation), hash).changes > 0,
    )
  }

  #read<Result>(read: () => Result): Result {
    try {
      return read()
    } catch (error) {
      throw storageFailure(error) ?? error
    }
  }
}
