// `StageStore` on SQLite.
import type { Database } from 'better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import { SqliteRows } from './sqlite-rows.ts'
import type { StageStore, StoredScreen, StoredStage } from './stage-store.ts'
import type { NewAuditEntry } from './staff-store.ts'
import type { VoteLog } from './vote-log.ts'

export class SqliteStage implements StageStore {
  readonly #rows: SqliteRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#rows = new SqliteRows(database)
    this.#log = log
    this.#writes = writes
  }

  async stage(conversation: string): Promise<StoredStage | null> {
    const row = this.#rows.get<Omit<StoredStage, 'state'> & { readonly state: string }>(
      'SELECT revision, state, sight FROM stage WHERE conversation = ?',
      this.#log.keyOf(conversation),
    )
    return row === undefined ? null : { ...row, state: JSON.parse(row.state) as StoredStage['state'] } // as it was written
  }

  saveStage(
    conversation: string,
    state: StoredStage['state'],
    revision: number,
    audit?: NewAuditEntry,
  ): Promise<boolean> {
    return this.#write(conversation, (key) => {
      this.#begin(key)
      const changed = this.#rows.run(
        'UPDATE stage SET state = ?, revision = ? WHERE conversation = ? AND revision = ?',
        JSON.stringify(state),
        revision,
        key,
        revision - 1,
      )
      if (changed > 0) writeAudit(this.#rows, audit)
      return changed > 0
    })
  }

  saveSight(conversation: string, sight: string): Promise<boolean> {
    return this.#write(conversation, (key) => {
      this.#begin(key)
      return this.#rows.run('UPDATE stage SET sight = ? WHERE conversation = ?', sight, key) > 0
    })
  }

  joinCode(conversation: string, fresh: string): Promise<string | null> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return null
      this.#rows.run(
        'INSERT INTO join_code (conversation, code) VALUES (?, ?) ON CONFLICT DO NOTHING',
        key,
        fresh,
      )
      const row = this.#rows.get<{ readonly code: string }>(
        'SELECT code FROM join_code WHERE conversation = ?',
        key,
      )
      return row?.code ?? null
    })
  }

  renewJoinCode(conversation: string, fresh: string, audit?: NewAuditEntry): Promise<boolean> {
    return this.#write(conversation, (key) => {
      const sql = 'SELECT 1 FROM join_code WHERE code = ? AND conversation <> ?'
      if (this.#rows.get(sql, fresh, key) !== undefined) return false
      this.#rows.run(
        'INSERT INTO join_code (conversation, code) VALUES (?, ?) ON CONFLICT (conversation) DO UPDATE SET code = excluded.code',
        key,
        fresh,
      )
      writeAudit(this.#rows, audit)
      return true
    })
  }

  async conversationOfCode(code: string): Promise<string | null> {
    const row = this.#rows.get<{ readonly id: string }>(
      'SELECT c.id FROM join_code j JOIN conversation c ON c.key = j.conversation WHERE j.code = ?',
      code,
    )
    return row?.id ?? null
  }

  addScreen(
    conversation: string,
    { name, createdAtMs, tokenHash }: Parameters<StageStore['addScreen']>[1],
    audit?: NewAuditEntry,
  ): Promise<number | null> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return null
      const sql = 'SELECT coalesce(max(number), 0) + 1 AS number FROM screen WHERE conversation = ?'
      const { number } = this.#rows.get<{ readonly number: number }>(sql, key)!
      this.#rows.run(
        'INSERT INTO screen (conversation, number, token_hash, name, created_at_ms) VALUES (?, ?, ?, ?, ?)',
        key,
        number,
        tokenHash,
        name,
        createdAtMs,
      )
      writeAudit(this.#rows, audit, { number })
      return number
    })
  }

  async screens(conversation: string): Promise<readonly StoredScreen[]> {
    return this.#rows.all<StoredScreen>(
      `SELECT number, name, created_at_ms AS createdAtMs FROM screen
       WHERE conversation = ? AND token_hash IS NOT NULL ORDER BY number`,
      this.#log.keyOf(conversation),
    )
  }

  removeScreen(conversation: string, number: number, audit?: NewAuditEntry): Promise<boolean> {
    // The row stays, so that its number in the audit log is never another's.
    return this.#write(conversation, (key) => {
      const removed = this.#rows.run(
        'UPDATE screen SET token_hash = NULL WHERE conversation = ? AND number = ? AND token_hash IS NOT NULL',
        key,
        number,
      )
      if (removed > 0) writeAudit(this.#rows, audit)
      return removed > 0
    })
  }

  async screenOf(conversation: string, tokenHash: string): Promise<number | null> {
    const row = this.#rows.get<{ readonly number: number }>(
      'SELECT number FROM screen WHERE conversation = ? AND token_hash = ?',
      this.#log.keyOf(conversation),
      tokenHash,
    )
    return row?.number ?? null
  }

  /** Runs a change of a conversation; false where there is none of this name. */
  #write(conversation: string, change: (key: number) => boolean): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      return key !== null && change(key)
    })
  }

  #begin(key: number): void {
    this.#rows.run('INSERT INTO stage (conversation) VALUES (?) ON CONFLICT DO NOTHING', key)
  }
}
