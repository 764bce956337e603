// `ParticipationStore` on SQLite. Whatever touches the vote log runs inside the transactions of GroupCommit, so that the
// log has one order; reads run at once.
import { writeAudit } from './sqlite-audit-log.ts'
import type { Channel } from '../protocol/channel.ts'
import type { Database } from 'better-sqlite3'
import { setImmediate as otherWork } from 'node:timers/promises'
import { ConversationRows } from './conversation-rows.ts'
import type { GroupCommit } from './group-commit.ts'
import type {
  ConversationChange,
  Decision,
  Erased,
  Erasure,
  NewStatement,
  OwnLogEntry,
  ParticipationStore,
  StatementOutcome,
  StoredReport,
} from './participation-store.ts'
import { eraseParticipant, readOwnLog } from './erase-participant.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { carryOut } from './sqlite-acts.ts'
import { addStatement, raiseRevision } from './sqlite-statements.ts'
import type { VoteLog } from './vote-log.ts'

/** Answers that are read before others may write. */
const ANSWERS_AT_ONCE = 2_000

interface AnswerCount {
  readonly question: string
  readonly answer: string
  readonly people: number
}

/** Column of each part of a conversation that can be changed. */
const CHANGEABLE: Readonly<Record<Exclude<keyof ConversationChange, 'settings'>, string>> = {
  topic: 'topic',
  description: 'description',
  archivedAtMs: 'archived_at_ms',
  deletesAtMs: 'deletes_at_ms',
  isOpen: 'is_open',
  closedAs: 'closed_as',
  opensOn: 'opens_on',
  purpose: 'purpose',
  questions: 'questions',
  drafts: 'drafts',
}

export class SqliteParticipation implements ParticipationStore {
  readonly #rows: SqliteRows
  readonly #conversations: ConversationRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#rows = new SqliteRows(database)
    this.#conversations = new ConversationRows(database)
    this.#log = log
    this.#writes = writes
  }

  changeConversation(
    ...[conversation, change, audit = []]: Parameters<ParticipationStore['changeConversation']>
  ): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      if (change.settings !== undefined) this.#conversations.saveSettings(conversation, change.settings)
      for (const [name, column] of Object.entries(CHANGEABLE)) {
        const value = change[name as keyof typeof CHANGEABLE] // the names are those of the change
        if (value !== undefined)
          this.#rows.run(`UPDATE conversation SET ${column} = ? WHERE key = ?`, plain(value), key)
      }
      raiseRevision(this.#rows, key)
      for (const entry of audit) writeAudit(this.#rows, entry)
      return true
    })
  }

  addStatement(statement: NewStatement): Promise<StatementOutcome> {
    return this.#writes.submit(() => addStatement(this.#rows, this.#log, statement))
  }

  decide(conversation: string, statement: number, decision: Decision): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      const { moderation, reason, mergedInto } = decision
      const set = {
        ...{ moderation, reason, mergedInto, reasonWelsh: null },
        replacedAs: mergedInto === null ? null : ('merge' as const),
        ...{ isWaiting: false, openReports: 0 },
      }
      const outcome = carryOut(this.#rows, key, {
        conversation,
        kind: mergedInto !== null ? 'merge' : moderation === -1 ? 'reject' : 'accept',
        moderator: null,
        changes: [{ statement, seen: null, set }],
        related: mergedInto === null ? [] : [mergedInto],
        reason: reason === null ? null : { en: reason, cy: reason },
        timeMs: Date.now(),
      })
      return outcome.kind === 'done'
    })
  }

  addReport(
    conversation: string,
    reporter: string,
    { statement, reason, timeMs }: StoredReport,
  ): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const added = this.#rows.run(
        `INSERT INTO report (conversation, statement, reporter, reason, time_ms) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        key,
        statement,
        reporter,
        reason,
        timeMs,
      )
      const raise = 'UPDATE statement SET open_reports = open_reports + 1 WHERE conversation = ? AND id = ?'
      if (added > 0) this.#rows.run(raise, key, statement)
      return added > 0
    })
  }

  async reports(conversation: string): Promise<readonly StoredReport[]> {
    return this.#rows.all<StoredReport>(
      'SELECT statement, reason, time_ms AS timeMs FROM report WHERE conversation = ? ORDER BY time_ms, statement',
      this.#key(conversation),
    )
  }

  saveReturnCode(conversation: string, participant: number, codeHash: string): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      this.#rows.run('DELETE FROM return_code WHERE conversation = ? AND participant = ?', key, participant)
      this.#rows.run(
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
      const found = this.#rows.get<{ readonly participant: number }>(
        'SELECT participant FROM return_code WHERE conversation = ? AND code_hash = ?',
        key,
        codeHash,
      )
      if (found === undefined) return null
      this.#rows.run(
        'INSERT OR REPLACE INTO device (conversation, token_hash, participant) VALUES (?, ?, ?)',
        key,
        tokenHash,
        found.participant,
      )
      return found.participant
    })
  }

  async ownLog(conversation: string, participant: number): Promise<readonly OwnLogEntry[]> {
    return readOwnLog(this.#rows, this.#key(conversation), participant)
  }

  async channelOf(conversation: string, participant: number): Promise<Channel | null> {
    const row = this.#rows.get<{ readonly channel: Channel | null }>(
      'SELECT channel FROM participant WHERE conversation = ? AND number = ?',
      this.#key(conversation),
      participant,
    )
    return row?.channel ?? null
  }

  async firstTokenHash(conversation: string, tokenHash: string): Promise<string | null> {
    const number = this.#log.participantOf(conversation, tokenHash)
    if (number === null) return null
    const row = this.#rows.get<{ readonly tokenHash: string | null }>(
      'SELECT token_hash AS tokenHash FROM participant WHERE conversation = ? AND number = ?',
      this.#key(conversation),
      number,
    )
    return row?.tokenHash ?? null
  }

  erase(erasure: Erasure): Promise<Erased> {
    return this.#writes.submit(() =>
      eraseParticipant(this.#rows, this.#log, this.#key(erasure.conversation), erasure),
    )
  }

  saveAnswers(
    conversation: string,
    respondent: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      for (const [question, answer] of Object.entries(answers)) {
        this.#rows.run(
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
    const rows = this.#rows.all<{ readonly question: string; readonly answer: string }>(
      'SELECT question, answer FROM entry_answer WHERE conversation = ? AND respondent = ?',
      this.#key(conversation),
      respondent,
    )
    return Object.fromEntries(rows.map(({ question, answer }) => [question, answer]))
  }

  async answerCounts(conversation: string): Promise<readonly AnswerCount[]> {
    const key = this.#key(conversation)
    const counts = new Map<string, AnswerCount>()
    let last = { respondent: '', question: '' }
    for (;;) {
      const rows = this.#rows.all<{
        readonly respondent: string
        readonly question: string
        readonly answer: string
      }>(
        `SELECT respondent, question, answer FROM entry_answer
         WHERE conversation = ? AND (respondent, question) > (?, ?) ORDER BY respondent, question LIMIT ?`,
        key,
        last.respondent,
        last.question,
        ANSWERS_AT_ONCE,
      )
      for (const { question, answer } of rows) {
        const name = JSON.stringify([question, answer])
        counts.set(name, { question, answer, people: (counts.get(name)?.people ?? 0) + 1 })
      }
      if (rows.length < ANSWERS_AT_ONCE) break
      last = rows.at(-1)!
      // Votes are stored in between.
      await otherWork()
    }
    const before = (a: string, b: string) => (a < b ? -1 : Number(a > b))
    return [...counts.values()].sort((a, b) => before(a.question, b.question) || before(a.answer, b.answer))
  }

  secret(name: string, fresh: string): Promise<string> {
    return this.#writes.submit(() => {
      this.#rows.run('INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', name, fresh)
      return this.#rows.get<{ readonly value: string }>('SELECT value FROM secret WHERE name = ?', name)!
        .value
    })
  }

  #key(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }
}

/** As SQLite keeps it: truth as a number, documents as JSON. */
function plain(
  value: NonNullable<ConversationChange[keyof ConversationChange]> | null,
): string | number | null {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
