// `ManagementStore` on SQLite. Writes run inside the transactions of GroupCommit; reads run at once.
import type { Database } from 'better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import type { InvitationCounts, ManagementStore, Redemption } from './management-store.ts'
import { purgeConversation } from './purge-conversation.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { raiseRevision } from './sqlite-statements.ts'
import { recordText } from './text-log.ts'
import type { VoteLog } from './vote-log.ts'

export class SqliteManagement implements ManagementStore {
  readonly #database: Database
  readonly #rows: SqliteRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit
  readonly #clearHead: (key: number) => void

  /** `clearHead` forgets where the log of a conversation ended, before the conversation is deleted. */
  constructor(database: Database, log: VoteLog, writes: GroupCommit, clearHead: (key: number) => void) {
    this.#database = database
    this.#rows = new SqliteRows(database)
    this.#log = log
    this.#writes = writes
    this.#clearHead = clearHead
  }

  addSeeds(conversation: string, texts: readonly string[], timeMs: number): Promise<readonly number[]> {
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
      return texts.map((_, index) => next + index)
    })
  }

  addInvitations(conversation: string, codeHashes: readonly string[], timeMs: number): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const insert = this.#database.prepare(
        'INSERT INTO invitation (conversation, code_hash, made_at_ms) VALUES (?, ?, ?)',
      )
      for (const codeHash of codeHashes) insert.run(key, codeHash, timeMs)
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

  purge(conversation: string): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      // A head that is missing is no damage, one without its conversation is: so the head goes first.
      this.#clearHead(key)
      this.#database.pragma('secure_delete = ON')
      try {
        purgeConversation(this.#database, key)
      } finally {
        this.#database.pragma('secure_delete = OFF')
      }
      this.#log.forget(conversation, key)
      return true
    })
  }

  #key(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }
}
