// Statements that people write, in SQLite. All of it runs inside the transactions of
// GroupCommit, because a statement comes with its author's vote.
import type { NewStatement, StatementOutcome } from './participation-store.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import type { StoredStatement } from './store.ts'
import { recordText } from './text-log.ts'
import type { VoteLog } from './vote-log.ts'

export interface StatementRow {
  readonly id: number
  readonly text: string
  readonly author: number | null
  readonly createdAtMs: number
  readonly moderation: -1 | 0 | 1
  readonly isMeta: number
  readonly isSeed: number
  readonly isWaiting: number
  readonly reason: string | null
  readonly reasonWelsh: string | null
  readonly mergedInto: number | null
  readonly replacedAs: 'merge' | 'reword' | 'split' | null
  readonly derivedFrom: number | null
  readonly isWithdrawn: number
}

/** The columns of a stored statement, for `StatementRow`. */
export const STATEMENT_COLUMNS = `id, text, author, created_at_ms AS createdAtMs, moderation, is_meta AS isMeta,
  is_seed AS isSeed, is_waiting AS isWaiting, reason, reason_welsh AS reasonWelsh, merged_into AS mergedInto,
  replaced_as AS replacedAs, derived_from AS derivedFrom, is_withdrawn AS isWithdrawn`

/** Stores a statement with the next id, and its author's vote to agree; a repeat is recognised by its mutation. */
export function addStatement(rows: SqliteRows, log: VoteLog, statement: NewStatement): StatementOutcome {
  const { conversation, tokenHash, text, isWaiting, mutation, timeMs } = statement
  const key = log.keyOf(conversation)
  if (key === null) return { kind: 'refused', code: 'unknown-conversation' }
  const participant = log.participantFor(key, statement)
  const before = rows.get<StatementRow>(
    `SELECT ${STATEMENT_COLUMNS} FROM statement WHERE conversation = ? AND author = ? AND mutation = ?`,
    key,
    participant,
    mutation,
  )
  if (before !== undefined && before.text !== text) return { kind: 'refused', code: 'mutation-reused' }
  if (before === undefined && statement.isOnlyRetry) return { kind: 'refused', code: 'statement-exists' }
  const id = before?.id ?? nextStatementId(rows, key)
  if (before === undefined) {
    recordText(rows, key, id, text)
    rows.run(
      `INSERT INTO statement (conversation, id, text, author, created_at_ms, moderation, is_waiting, is_meta, is_seed, mutation)
       VALUES (?, ?, ?, ?, ?, 0, ?, 0, 0, ?)`,
      key,
      id,
      text,
      participant,
      timeMs,
      Number(isWaiting),
      mutation,
    )
    raiseRevision(rows, key)
  }
  // A colon is in no mutation that a client can choose, so nothing of theirs can stand in the way.
  const vote = { conversation, participant, tokenHash, statement: id, vote: 1, timeMs } as const
  const outcome = log.append({ ...vote, mutation: `own:${mutation}` })
  if (outcome.kind === 'refused') throw new Error(`The author's vote was refused: ${outcome.code}.`)
  return {
    kind: 'stored',
    statement: before === undefined ? statementOf(rows, key, id) : asStored(before),
    participant,
    sequence: outcome.sequence,
    isRepeat: outcome.isRepeat,
  }
}

/** Lets a running service notice that a conversation or one of its statements has changed. */
export function raiseRevision(rows: SqliteRows, key: number): void {
  rows.run('UPDATE conversation SET revision = revision + 1 WHERE key = ?', key)
}

/** A statement that is there. */
export function statementOf(rows: SqliteRows, key: number, id: number): StoredStatement {
  const sql = `SELECT ${STATEMENT_COLUMNS} FROM statement WHERE conversation = ? AND id = ?`
  return asStored(rows.get<StatementRow>(sql, key, id)!)
}

/** The number that the next statement gets. */
export function nextStatementId(rows: SqliteRows, key: number): number {
  const sql = 'SELECT coalesce(max(id) + 1, 0) AS next FROM statement WHERE conversation = ?'
  return rows.get<{ readonly next: number }>(sql, key)!.next
}

/** The statement of a row. */
export function asStored({ isMeta, isSeed, isWaiting, isWithdrawn, ...row }: StatementRow): StoredStatement {
  return {
    ...row,
    isMeta: isMeta !== 0,
    isSeed: isSeed !== 0,
    isWaiting: isWaiting !== 0,
    isWithdrawn: isWithdrawn !== 0,
  }
}
