// `ManagementStore` on SQLite. Writes run inside the transactions of GroupCommit; reads run at once.
import type { Database } from 'better-sqlite3'
import { dirname } from 'node:path'
import type { GroupCommit } from './group-commit.ts'
import { persistently } from './import-in-steps.ts'
import { shareImportLock } from './import-lock.ts'
import type { InvitationCounts, ManagementStore, Redemption } from './management-store.ts'
import { purgeSome } from './purge-conversation.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { raiseRevision } from './sqlite-statements.ts'
import type { NewAuditEntry } from './staff-store.ts'
import { stagedName } from './staged-name.ts'
import { storageFailure } from './storage-failure.ts'
import { recordText } from './text-log.ts'
import type { VoteLog } from './vote-log.ts'

/** How long a piece of a deletion may hold up the votes that are committed with it. */
const PIECE_MS = 8

export class SqliteManagement implements ManagementStore {
  readonly #database: Database
  readonly #rows: SqliteRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit
  readonly #clearHead: (key: number) => void
  #isClosed = false

  /** `clearHead` forgets where the log of a conversation ended, before the conversation is deleted. */
  constructor(database: Database, log: VoteLog, writes: GroupCommit, clearHead: (key: number) => void) {
    this.#database = database
    this.#rows = new SqliteRows(database)
    this.#log = log
    this.#writes = writes
    this.#clearHead = clearHead
  }

  addSeeds(
    conversation: string,
    texts: readonly string[],
    timeMs: number,
    audit?: NewAuditEntry,
  ): Promise<readonly number[]> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const { next } = this.#rows.get<{ readonly next: number }>(
        'SELECT coalesce(max(id) + 1, 0) AS next FROM statement WHERE conversation = ?',
        key,
      )!
      const insert = this.#database.prepare(
        `INSERT INTO statement (conversation, id, text, author, created_at_ms, moderation, is_waiting, is_meta, is_seed)
         VALUES (?, ?, ?, NULL, ?, 1, 0, 0, 1)`,
      )
      texts.forEach((text, index) => {
        recordText(this.#rows, key, next + index, text)
        insert.run(key, next + index, text, timeMs)
      })
      raiseRevision(this.#rows, key)
      writeAudit(this.#rows, audit)
      return texts.map((_, index) => next + index)
    })
  }

  addInvitations(
    conversation: string,
    codeHashes: readonly string[],
    timeMs: number,
    audit?: NewAuditEntry,
  ): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const insert = this.#database.prepare(
        'INSERT INTO invitation (conversation, code_hash, made_at_ms) VALUES (?, ?, ?)',
      )
      for (const codeHash of codeHashes) insert.run(key, codeHash, timeMs)
      writeAudit(this.#rows, audit)
    })
  }

  async invitationCounts(conversation: string): Promise<InvitationCounts> {
    return this.#rows.get<InvitationCounts>(
      'SELECT count(*) AS made, count(used_at_ms) AS used FROM invitation WHERE conversation = ?',
      this.#key(conversation),
    )!
  }

  redeem(conversation: string, codeHash: string, tokenHash: string, timeMs: number): Promise<Redemption> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const found = this.#rows.get<{ readonly usedAtMs: number | null; readonly tokenHash: string | null }>(
        'SELECT used_at_ms AS usedAtMs, token_hash AS tokenHash FROM invitation WHERE conversation = ? AND code_hash = ?',
        key,
        codeHash,
      )
      if (found === undefined) return 'unknown'
      if (found.usedAtMs !== null) return found.tokenHash === tokenHash ? 'accepted' : 'used'
      this.#rows.run(
        'UPDATE invitation SET used_at_ms = ?, token_hash = ? WHERE conversation = ? AND code_hash = ?',
        timeMs,
        tokenHash,
        key,
        codeHash,
      )
      return 'accepted'
    })
  }

  async isInvited(conversation: string, tokenHash: string): Promise<boolean> {
    const key = this.#key(conversation)
    const found = this.#rows.get(
      `SELECT 1 FROM invitation WHERE conversation = ? AND token_hash IN (?, (
         SELECT participant.token_hash FROM device JOIN participant
         ON participant.conversation = device.conversation AND participant.number = device.participant
         WHERE device.conversation = ? AND device.token_hash = ?))`,
      key,
      tokenHash,
      key,
      tokenHash,
    )
    return found !== undefined
  }

  async purge(conversation: string): Promise<boolean> {
    const lock = this.#lockImports()
    try {
      const key = await this.#writes.submit(() => this.#hide(conversation))
      if (key === null) return false
      const remove = () => this.#writes.submit(() => this.#purgeSome(key))
      while (!(await persistently(remove, () => this.#isClosed)));
      return true
    } finally {
      lock.release()
    }
  }

  /** What is being deleted is left; the next start removes it. */
  close(): void {
    this.#isClosed = true
  }

  /** From now on the conversation is gone for everybody, and what is left of it is removed at the next start at the latest. */
  #hide(conversation: string): number | null {
    const key = this.#log.keyOf(conversation)
    if (key === null) return null
    // A head that is missing is no damage, one without its conversation is: so the head goes first.
    this.#clearHead(key)
    // The key is in no name of an import.
    this.#rows.run('UPDATE conversation SET id = ? WHERE key = ?', stagedName(stagedName(`${key}`)), key)
    this.#log.forget(conversation, key)
    return key
  }

  #purgeSome(key: number): boolean {
    this.#database.pragma('secure_delete = ON')
    try {
      const until = performance.now() + PIECE_MS
      return purgeSome(this.#database, key, () => performance.now() < until)
    } finally {
      this.#database.pragma('secure_delete = FAST')
    }
  }

  /** Keeps the command line from removing at once what is removed here in pieces. */
  #lockImports(): { release(): void } {
    try {
      return shareImportLock(dirname(this.#database.name))
    } catch (error) {
      throw storageFailure(error) ?? error
    }
  }

  #key(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }
}
