// `ModerationStore` on SQLite. Every read of the queue goes along an index and takes one page.
import type { Database } from 'better-sqlite3'
import type { StatementState } from '../protocol/moderation.ts'
import type { Language } from '../protocol/values.ts'
import type { GroupCommit } from './group-commit.ts'
import type {
  ActOutcome,
  CheckedStatement,
  Decided,
  ModerationStore,
  NewAct,
  QueuedStatement,
  QueueFacts,
  QueueQuery,
  StateCounts,
  StoredEvent,
  StoredLists,
} from './moderation-store.ts'
import { carryOut } from './sqlite-acts.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import { whereOf } from './sqlite-queue.ts'
import { SqliteRows, type SqliteValue } from './sqlite-rows.ts'
import { asStored, STATEMENT_COLUMNS, type StatementRow } from './sqlite-statements.ts'
import type { NewAuditEntry } from './staff-store.ts'
import type { VoteLog } from './vote-log.ts'

interface QueuedRow extends StatementRow {
  readonly state: StatementState
  readonly language: Language | null
  readonly concerns: number
  readonly similarTo: number | null
  readonly openReports: number
  readonly lastEvent: number
}

const QUEUED_COLUMNS = `${STATEMENT_COLUMNS}, state, language, concerns, similar_to AS similarTo,
  open_reports AS openReports, last_event AS lastEvent`

const EVENT_COLUMNS = `id, act, statement, kind, time_ms AS timeMs, account, moderator, from_state AS "from", to_state AS "to",
  reason, reason_welsh AS reasonWelsh, note, related, undoes, before`

interface EventRow extends Omit<StoredEvent, 'related' | 'before'> {
  readonly related: string
  readonly before: string | null
}

export class SqliteModeration implements ModerationStore {
  readonly #rows: SqliteRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#rows = new SqliteRows(database)
    this.#log = log
    this.#writes = writes
  }

  act(act: NewAct): Promise<ActOutcome> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(act.conversation)
      if (key === null) return { kind: 'refused', code: 'unknown-statement' }
      const outcome = carryOut(this.#rows, key, act)
      // A retry finds its line there.
      if (outcome.kind === 'done' && !outcome.isRepeat) writeAudit(this.#rows, act.audit)
      return outcome
    })
  }

  async queue(conversation: string, query: QueueQuery): Promise<readonly QueuedStatement[]> {
    const { where, values } = whereOf(query)
    const direction = query.order === 'oldest' ? 'ASC' : 'DESC'
    return this.#queued(
      `SELECT ${QUEUED_COLUMNS} FROM statement WHERE conversation = ? ${where} ORDER BY id ${direction} LIMIT ?`,
      this.#key(conversation),
      ...values,
      query.limit,
    )
  }

  async queued(conversation: string, ids: readonly number[]): Promise<readonly QueuedStatement[]> {
    return this.#queued(
      `SELECT ${QUEUED_COLUMNS} FROM statement WHERE conversation = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
      this.#key(conversation),
      JSON.stringify(ids),
    )
  }

  async stateCounts(conversation: string): Promise<StateCounts> {
    const key = this.#key(conversation)
    const rows = this.#rows.all<{ readonly state: StatementState; readonly count: number }>(
      'SELECT state, count(*) AS count FROM statement WHERE conversation = ? GROUP BY state',
      key,
    )
    const reported = this.#reported(key)
    const none = { pending: 0, accepted: 0, rejected: 0, merged: 0, withdrawn: 0, reported }
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
  }

  async queueFacts(conversation: string): Promise<QueueFacts> {
    const key = this.#key(conversation)
    const waiting = this.#rows.get<{ readonly count: number; readonly oldest: number | null }>(
      'SELECT count(*) AS count, min(created_at_ms) AS oldest FROM statement INDEXED BY statement_waiting WHERE conversation = ? AND is_waiting',
      key,
    )!
    return {
      waiting: waiting.count,
      oldestWaitingAtMs: waiting.oldest,
      pending: this.#count('INDEXED BY statement_state', "state = 'pending'", key),
      reported: this.#reported(key),
    }
  }

  async successors(
    conversation: string,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, readonly number[]>> {
    const found = new Map<number, number[]>()
    const rows = this.#rows.all<{ readonly from: number; readonly id: number }>(
      `SELECT derived_from AS "from", id FROM statement WHERE conversation = ? AND derived_from IS NOT NULL
         AND derived_from IN (SELECT value FROM json_each(?)) AND NOT is_withdrawn ORDER BY id`,
      this.#key(conversation),
      JSON.stringify(ids),
    )
    for (const { from, id } of rows) found.set(from, [...(found.get(from) ?? []), id])
    return found
  }

  async mergedInto(conversation: string, statement: number): Promise<readonly number[]> {
    const rows = this.#rows.all<{ readonly id: number }>(
      'SELECT id FROM statement WHERE conversation = ? AND merged_into IS NOT NULL AND merged_into = ? ORDER BY id',
      this.#key(conversation),
      statement,
    )
    return rows.map(({ id }) => id)
  }

  async events(
    conversation: string,
    {
      statement,
      after = 0,
      limit = 1000,
    }: { readonly statement?: number; readonly after?: number; readonly limit?: number },
  ): Promise<readonly StoredEvent[]> {
    const [narrowed, value] = statement === undefined ? ['', []] : ['AND statement = ?', [statement]]
    return this.#events(
      `SELECT ${EVENT_COLUMNS} FROM moderation_event WHERE conversation = ? ${narrowed} AND id > ? ORDER BY id LIMIT ?`,
      this.#key(conversation),
      ...value,
      after,
      limit,
    )
  }

  async eventsOfAct(conversation: string, act: number): Promise<readonly StoredEvent[]> {
    return this.#events(
      `SELECT ${EVENT_COLUMNS} FROM moderation_event WHERE conversation = ? AND act = ? ORDER BY id`,
      this.#key(conversation),
      act,
    )
  }

  async reportReasons(
    conversation: string,
    statement: number,
  ): Promise<readonly { readonly reason: string; readonly count: number }[]> {
    return this.#rows.all(
      'SELECT reason, count(*) AS count FROM report WHERE conversation = ? AND statement = ? GROUP BY reason ORDER BY 2 DESC, 1',
      this.#key(conversation),
      statement,
    )
  }

  async unchecked(
    conversation: string,
    mark: string,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly text: string }[]> {
    return this.#rows.all(
      'SELECT id, text FROM statement WHERE conversation = ? AND check_mark IS NOT ? ORDER BY id LIMIT ?',
      this.#key(conversation),
      mark,
      limit,
    )
  }

  saveChecks(conversation: string, mark: string, checks: readonly CheckedStatement[]): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      for (const { id, language, concerns, similarTo, folded } of checks) {
        this.#rows.run(
          // What was withdrawn while it was checked keeps no text.
          `UPDATE statement SET check_mark = ?, language = ?, concerns = ?, similar_to = ?,
             folded = CASE WHEN text = '' THEN '' ELSE ? END WHERE conversation = ? AND id = ?`,
          mark,
          language,
          concerns,
          similarTo,
          folded,
          key,
          id,
        )
      }
    })
  }

  async lists(conversation: string | null): Promise<StoredLists | null> {
    const row = this.#rows.get<{ readonly lists: string; readonly revision: number }>(
      "SELECT lists, revision FROM moderation_list WHERE conversation = ? AND lists <> 'null'",
      this.#listKey(conversation),
    )
    return row === undefined ? null : { lists: JSON.parse(row.lists) as StoredLists['lists'], ...only(row) } // as saved
  }

  saveLists(
    conversation: string | null,
    lists: Readonly<Record<string, unknown>> | null,
    revision: number,
    audit?: NewAuditEntry,
  ): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#listKey(conversation)
      const now = this.#rows.get<{ readonly lists: string; readonly revision: number }>(
        'SELECT lists, revision FROM moderation_list WHERE conversation = ?',
        key,
      )
      const shown = now === undefined || now.lists === 'null' ? 0 : now.revision
      if (shown !== revision) return false
      this.#rows.run(
        'INSERT OR REPLACE INTO moderation_list (conversation, lists, revision) VALUES (?, ?, ?)',
        key,
        JSON.stringify(lists),
        (now?.revision ?? 0) + 1,
      )
      writeAudit(this.#rows, audit)
      return true
    })
  }

  #queued(sql: string, ...values: readonly SqliteValue[]): readonly QueuedStatement[] {
    return this.#rows.all<QueuedRow>(sql, ...values).map((row) => ({ ...row, ...asStored(row) }))
  }

  #events(sql: string, ...values: readonly SqliteValue[]): readonly StoredEvent[] {
    return this.#rows.all<EventRow>(sql, ...values).map((row) => ({
      ...row,
      related: JSON.parse(row.related) as number[], // as it was recorded
      before: row.before === null ? null : (JSON.parse(row.before) as Decided), // as it was recorded
    }))
  }

  /** Along its own index, which SQLite would not choose by itself: it holds the few that are reported. */
  #reported(key: number): number {
    return this.#count('INDEXED BY statement_reported', 'open_reports > 0', key)
  }

  #count(way: string, condition: string, key: number): number {
    const sql = `SELECT count(*) AS count FROM statement ${way} WHERE conversation = ? AND ${condition}`
    return this.#rows.get<{ readonly count: number }>(sql, key)!.count
  }

  #key(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }

  /** The organisation stands at 0, which is the key of no conversation. */
  #listKey(conversation: string | null): number {
    return conversation === null ? 0 : this.#key(conversation)
  }
}

function only({ revision }: { readonly revision: number }): { readonly revision: number } {
  return { revision }
}
