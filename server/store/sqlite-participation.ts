// `ParticipationStore` on SQLite. Whatever touches the vote log runs inside the transactions of GroupCommit, so that the
// log has one order; reads run at once.
import type { Database } from 'better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import type {
  ConversationChange,
  Decision,
  Erasure,
  NewStatement,
  OwnLogEntry,
  ParticipationStore,
  StatementOutcome,
  StoredReport,
} from './participation-store.ts'
import { storageFailure } from './storage-failure.ts'
import type { StoredStatement } from './store.ts'
import type { VoteLog } from './vote-log.ts'

interface StatementRow {
  readonly id: number
  readonly text: string
  readonly author: number | null
  readonly createdAtMs: number
  readonly moderation: -1 | 0 | 1
  readonly isMeta: number
  readonly isSeed: number
  readonly isWaiting: number
  readonly reason: string | null
  readonly mergedInto: number | null
}

const STATEMENT_COLUMNS = `id, text, author, created_at_ms AS createdAtMs, moderation, is_meta AS isMeta,
  is_seed AS isSeed, is_waiting AS isWaiting, reason, merged_into AS mergedInto`

/** Column of each part of a conversation that can be changed. */
const CHANGEABLE: Readonly<Record<keyof ConversationChange, string>> = {
  isOpen: 'is_open',
  closedAs: 'closed_as',
  opensOn: 'opens_on',
  purpose: 'purpose',
  questions: 'questions',
}

export class SqliteParticipation implements ParticipationStore {
  readonly #database: Database
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#database = database
    this.#log = log
    this.#writes = writes
  }

  changeConversation(conversation: string, change: ConversationChange): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      for (const [name, column] of Object.entries(CHANGEABLE)) {
        const value = change[name as keyof ConversationChange] // the names are those of the change
        if (value !== undefined)
          this.#run(`UPDATE conversation SET ${column} = ? WHERE key = ?`, plain(value), key)
      }
      this.#raiseRevision(key)
      return true
    })
  }

  addStatement(statement: NewStatement): Promise<StatementOutcome> {
    return this.#writes.submit(() => this.#addStatement(statement))
  }

  decide(conversation: string, statement: number, decision: Decision): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      const { moderation, reason, mergedInto } = decision
      const changes = this.#run(
        'UPDATE statement SET is_waiting = 0, moderation = ?, reason = ?, merged_into = ? WHERE conversation = ? AND id = ?',
        moderation,
        reason,
        mergedInto,
        key,
        statement,
      )
      if (changes > 0) this.#raiseRevision(key)
      return changes > 0
    })
  }

  addReport(
    conversation: string,
    reporter: string,
    { statement, reason, timeMs }: StoredReport,
  ): Promise<boolean> {
    return this.#writes.submit(
      () =>
        this.#run(
          `INSERT INTO report (conversation, statement, reporter, reason, time_ms) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
          this.#key(conversation),
          statement,
          reporter,
          reason,
          timeMs,
        ) > 0,
    )
  }

  async reports(conversation: string): Promise<readonly StoredReport[]> {
    return this.#all<StoredReport>(
      'SELECT statement, reason, time_ms AS timeMs FROM report WHERE conversation = ? ORDER BY time_ms, statement',
      [this.#key(conversation)],
    )
  }

  saveReturnCode(conversation: string, participant: number, codeHash: string): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      this.#run('DELETE FROM return_code WHERE conversation = ? AND participant = ?', key, participant)
      this.#run(
        'INSERT INTO return_code (conversation, code_hash, participant) VALUES (?, ?, ?)',
        key,
        codeHash,
        participant,
      )
    })
  }

  restore(conversation: string, codeHash: string, tokenHash: string): Promise<number | null> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const found = this.#get<{ readonly participant: number }>(
        'SELECT participant FROM return_code WHERE conversation = ? AND code_hash = ?',
        key,
        codeHash,
      )
      if (found === undefined) return null
      this.#run(
        'INSERT OR REPLACE INTO device (conversation, token_hash, participant) VALUES (?, ?, ?)',
        key,
        tokenHash,
        found.participant,
      )
      return found.participant
    })
  }

  async ownLog(conversation: string, participant: number): Promise<readonly OwnLogEntry[]> {
    return this.#ownLog(this.#key(conversation), participant)
  }

  async firstTokenHash(conversation: string, tokenHash: string): Promise<string | null> {
    const number = this.#log.participantOf(conversation, tokenHash)
    if (number === null) return null
    const row = this.#get<{ readonly tokenHash: string | null }>(
      'SELECT token_hash AS tokenHash FROM participant WHERE conversation = ? AND number = ?',
      this.#key(conversation),
      number,
    )
    return row?.tokenHash ?? null
  }

  erase(erasure: Erasure): Promise<readonly { readonly statement: number; readonly sequence: number }[]> {
    return this.#writes.submit(() => this.#erase(erasure))
  }

  saveAnswers(
    conversation: string,
    respondent: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      for (const [question, answer] of Object.entries(answers)) {
        this.#run(
          'INSERT OR REPLACE INTO entry_answer (conversation, respondent, question, answer) VALUES (?, ?, ?, ?)',
          key,
          respondent,
          question,
          answer,
        )
      }
    })
  }

  async answersOf(conversation: string, respondent: string): Promise<Readonly<Record<string, string>>> {
    const rows = this.#all<readonly [string, string]>(
      'SELECT question, answer FROM entry_answer WHERE conversation = ? AND respondent = ?',
      [this.#key(conversation), respondent],
      true,
    )
    return Object.fromEntries(rows)
  }

  async answerCounts(
    conversation: string,
  ): Promise<readonly { readonly question: string; readonly answer: string; readonly people: number }[]> {
    return this.#all(
      `SELECT question, answer, count(*) AS people FROM entry_answer WHERE conversation = ?
       GROUP BY question, answer ORDER BY question, answer`,
      [this.#key(conversation)],
    )
  }

  secret(name: string, fresh: string): Promise<string> {
    return this.#writes.submit(() => {
      this.#run('INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', name, fresh)
      return this.#get<{ readonly value: string }>('SELECT value FROM secret WHERE name = ?', name)!.value
    })
  }

  #addStatement(statement: NewStatement): StatementOutcome {
    const { conversation, tokenHash, text, isWaiting, mutation, timeMs } = statement
    const key = this.#log.keyOf(conversation)
    if (key === null) return { kind: 'refused', code: 'unknown-conversation' }
    const participant = this.#log.participantFor(key, statement)
    const before = this.#get<StatementRow>(
      `SELECT ${STATEMENT_COLUMNS} FROM statement WHERE conversation = ? AND author = ? AND mutation = ?`,
      key,
      participant,
      mutation,
    )
    if (before !== undefined && before.text !== text) return { kind: 'refused', code: 'mutation-reused' }
    if (before === undefined && statement.isOnlyRetry) return { kind: 'refused', code: 'statement-exists' }
    const id = before?.id ?? this.#nextStatementId(key)
    if (before === undefined) {
      this.#run(
        `INSERT INTO statement (conversation, id, text, author, created_at_ms, moderation, is_waiting, is_meta, is_seed, mutation)
         VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?)`,
        key,
        id,
        text,
        participant,
        timeMs,
        isWaiting ? 0 : 1,
        Number(isWaiting),
        mutation,
      )
      this.#raiseRevision(key)
    }
    // A colon is in no mutation that a client can choose, so nothing of theirs can stand in the way.
    const vote = { conversation, participant, tokenHash, statement: id, vote: 1, timeMs } as const
    const outcome = this.#log.append({ ...vote, mutation: `own:${mutation}` })
    if (outcome.kind === 'refused') throw new Error(`The author's vote was refused: ${outcome.code}.`)
    const stored = before === undefined ? this.#statement(key, id) : asStored(before)
    return {
      kind: 'stored',
      statement: stored,
      participant,
      sequence: outcome.sequence,
      isRepeat: outcome.isRepeat,
    }
  }

  #erase({
    conversation,
    participant,
    respondent,
    tokenHash,
    withdrawStatements,
    timeMs,
  }: Erasure): readonly { readonly statement: number; readonly sequence: number }[] {
    const key = this.#key(conversation)
    const current = new Map<number, number | null>()
    for (const { statement, vote } of this.#ownLog(key, participant)) current.set(statement, vote)
    const withdrawn = [...current].filter(([, vote]) => vote !== null)
    const entries = withdrawn.map(([statement]) => {
      const outcome = this.#log.append({
        conversation,
        participant,
        tokenHash,
        statement,
        vote: null,
        mutation: `erased:${statement}`,
        timeMs,
      })
      if (outcome.kind === 'refused') throw new Error(`A withdrawal was refused: ${outcome.code}.`)
      return { statement, sequence: outcome.sequence }
    })
    const changed = withdrawStatements
      ? this.#run(
          `UPDATE statement SET author = NULL, mutation = NULL, text = '', moderation = -1, is_waiting = 0, reason = 'withdrawn'
           WHERE conversation = ? AND author = ?`,
          key,
          participant,
        )
      : this.#run(
          'UPDATE statement SET author = NULL, mutation = NULL WHERE conversation = ? AND author = ?',
          key,
          participant,
        )
    this.#run(
      `DELETE FROM report WHERE conversation = ? AND reporter IN (
         SELECT token_hash FROM participant WHERE conversation = ? AND number = ?
         UNION ALL SELECT token_hash FROM device WHERE conversation = ? AND participant = ?)`,
      key,
      key,
      participant,
      key,
      participant,
    )
    this.#run('DELETE FROM device WHERE conversation = ? AND participant = ?', key, participant)
    this.#run('DELETE FROM return_code WHERE conversation = ? AND participant = ?', key, participant)
    this.#run('DELETE FROM entry_answer WHERE conversation = ? AND respondent = ?', key, respondent)
    this.#run(
      'UPDATE participant SET token_hash = NULL WHERE conversation = ? AND number = ?',
      key,
      participant,
    )
    if (changed > 0) this.#raiseRevision(key)
    return entries
  }

  #ownLog(key: number, participant: number): OwnLogEntry[] {
    // Votes that were cast here have a mutation; saying so lets SQLite use the index over it.
    return this.#all<OwnLogEntry>(
      `SELECT sequence, statement, vote, time_ms AS timeMs FROM vote_log
       WHERE conversation = ? AND participant = ? AND mutation IS NOT NULL ORDER BY sequence`,
      [key, participant],
    )
  }

  #statement(key: number, id: number): StoredStatement {
    return asStored(
      this.#get<StatementRow>(
        `SELECT ${STATEMENT_COLUMNS} FROM statement WHERE conversation = ? AND id = ?`,
        key,
        id,
      )!,
    )
  }

  #nextStatementId(key: number): number {
    const sql = 'SELECT coalesce(max(id) + 1, 0) AS next FROM statement WHERE conversation = ?'
    return this.#get<{ readonly next: number }>(sql, key)!.next
  }

  #raiseRevision(key: number): void {
    this.#run('UPDATE conversation SET revision = revision + 1 WHERE key = ?', key)
  }

  #key(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }

  #run(sql: string, ...values: readonly (string | number | null)[]): number {
    return this.#database.prepare(sql).run(...values).changes
  }

  #get<Row>(sql: string, ...values: readonly (string | number | null)[]): Row | undefined {
    return this.#guarded(() => this.#database.prepare(sql).get(...values) as Row | undefined) // columns as selected
  }

  #all<Row>(sql: string, values: readonly (string | number | null)[], raw = false): Row[] {
    return this.#guarded(
      () =>
        this.#database
          .prepare(sql)
          .raw(raw)
          .all(...values) as Row[],
    ) // columns as selected
  }

  /** Failures of storage become `StorageUnavailable`. */
  #guarded<Result>(run: () => Result): Result {
    try {
      return run()
    } catch (error) {
      throw storageFailure(error) ?? error
    }
  }
}

function asStored({ isMeta, isSeed, isWaiting, ...row }: StatementRow): StoredStatement {
  return { ...row, isMeta: isMeta !== 0, isSeed: isSeed !== 0, isWaiting: isWaiting !== 0 }
}

/** As SQLite keeps it: truth as a number, documents as JSON. */
function plain(
  value: NonNullable<ConversationChange[keyof ConversationChange]> | null,
): string | number | null {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
