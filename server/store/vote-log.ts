// The vote log in SQLite: dense sequences, the running hash, participants made with their first vote, and retries
// recognised by their mutation. All of it runs inside the transactions of GroupCommit.
import type { Database, Statement } from 'better-sqlite3'
import type { LogHead } from './log-heads.ts'
import { firstHash, nextHash } from './running-hash.ts'
import type { AppendOutcome, LogSlice, NewVote } from './store.ts'
import { WITHDRAWN } from './store.ts'

/** End of a conversation's log. */
interface Head extends LogHead {
  readonly participants: number
}

type StoredRow = readonly [sequence: number, statement: number, vote: number | null]
type LogRow = readonly [participant: number, statement: number, vote: number | null, timeMs: number]

export class VoteLog {
  readonly #keyOf: Statement<[string], number>
  readonly #participantOf: Statement<[number, string, number, string], number>
  readonly #insertParticipant: Statement<[number, number, string, number]>
  readonly #insertVote: Statement<
    [number, number, number, number, number | null, string | null, number, string]
  >
  readonly #byMutation: Statement<[number, number, string], StoredRow>
  readonly #last: Statement<[number], readonly [number, string]>
  readonly #participantCount: Statement<[number], number>
  readonly #slice: Statement<[number, number, number], LogRow>
  readonly #keys = new Map<string, number>()
  readonly #committed = new Map<number, Head>()
  /** Heads as they will be when the running transaction commits. */
  readonly #pending = new Map<number, Head>()

  readonly #onHead: (key: number, head: LogHead) => void

  /** `onHead` hears where each log ends after a COMMIT. */
  constructor(database: Database, onHead: (key: number, head: LogHead) => void = () => {}) {
    this.#onHead = onHead
    this.#keyOf = database.prepare<[string], number>('SELECT key FROM conversation WHERE id = ?').pluck()
    this.#participantOf = database
      .prepare<[number, string, number, string], number>(
        `SELECT number FROM participant WHERE conversation = ? AND token_hash = ?
         UNION ALL SELECT participant FROM device WHERE conversation = ? AND token_hash = ?`,
      )
      .pluck()
    this.#insertParticipant = database.prepare(
      'INSERT INTO participant (conversation, number, token_hash, created_at_ms) VALUES (?, ?, ?, ?)',
    )
    this.#insertVote = database.prepare(
      `INSERT INTO vote_log (conversation, sequence, participant, statement, vote, mutation, time_ms, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (conversation, participant, mutation) WHERE mutation IS NOT NULL DO NOTHING`,
    )
    this.#byMutation = database
      .prepare<[number, number, string], StoredRow>(
        'SELECT sequence, statement, vote FROM vote_log WHERE conversation = ? AND participant = ? AND mutation = ?',
      )
      .raw()
    this.#last = database
      .prepare<[number], readonly [number, string]>(
        'SELECT sequence, hash FROM vote_log WHERE conversation = ? ORDER BY sequence DESC LIMIT 1',
      )
      .raw()
    this.#participantCount = database
      .prepare<[number], number>(
        'SELECT coalesce(max(number) + 1, 0) FROM participant WHERE conversation = ?',
      )
      .pluck()
    this.#slice = database
      .prepare<[number, number, number], LogRow>(
        `SELECT participant, statement, vote, time_ms FROM vote_log
         WHERE conversation = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
      )
      .raw()
  }

  /** Internal key of a conversation, or null. */
  keyOf(conversation: string): number | null {
    const known = this.#keys.get(conversation)
    if (known !== undefined) return known
    const key = this.#keyOf.get(conversation)
    if (key === undefined) return null
    this.#keys.set(conversation, key)
    return key
  }

  participantOf(conversation: string, tokenHash: string): number | null {
    const key = this.keyOf(conversation)
    return key === null ? null : (this.#participantOf.get(key, tokenHash, key, tokenHash) ?? null)
  }

  lastSequence(conversation: string): number {
    const key = this.keyOf(conversation)
    return key === null ? 0 : this.#head(key, conversation).sequence
  }

  /** Tells where a log ends that was written past this class. */
  announceHead(conversation: string): void {
    const key = this.keyOf(conversation)
    if (key !== null) this.#onHead(key, this.#head(key, conversation))
  }

  /** Appends within the running transaction; the caller answers after COMMIT. */
  append(vote: NewVote): AppendOutcome {
    const key = this.keyOf(vote.conversation)
    if (key === null) return { kind: 'refused', code: 'unknown-conversation' }
    const participant = this.participantFor(key, vote)
    const head = this.#head(key, vote.conversation)
    const entry = { ...vote, participant, sequence: head.sequence + 1 }
    const hash = nextHash(head.hash, entry)
    const { sequence, statement, mutation, timeMs } = entry
    const { changes } = this.#insertVote.run(
      key,
      sequence,
      participant,
      statement,
      vote.vote,
      mutation,
      timeMs,
      hash,
    )
    if (changes === 0) return this.#repeat(key, participant, vote)
    this.#pending.set(key, { ...head, sequence, hash })
    return { kind: 'stored', sequence, participant, isRepeat: false }
  }

  /** A conversation is deleted within the running transaction; its key may be given to another one. */
  forget(conversation: string, key: number): void {
    this.#keys.delete(conversation)
    this.#committed.delete(key)
    this.#pending.delete(key)
  }

  /** The transaction that ran the last appends was committed. */
  committed(): void {
    for (const [key, head] of this.#pending) {
      if (this.#committed.get(key)?.sequence !== head.sequence) this.#onHead(key, head)
      this.#committed.set(key, head)
    }
    this.#pending.clear()
  }

  /** It was not: what the appends remembered is void, and the heads are read again. */
  rolledBack(): void {
    for (const key of this.#pending.keys()) this.#committed.delete(key)
    this.#pending.clear()
  }

  read(conversation: string, after: number, limit: number): LogSlice {
    const key = this.keyOf(conversation)
    const rows = key === null ? [] : this.#slice.all(key, after, limit)
    const slice = emptySlice(after + 1, rows.length)
    for (let i = 0; i < rows.length; i++) {
      const [participant, statement, vote, timeMs] = rows[i]!
      slice.participants[i] = participant
      slice.statements[i] = statement
      slice.values[i] = vote ?? WITHDRAWN
      slice.timesMs[i] = timeMs
    }
    return slice
  }

  #head(key: number, conversation: string): Head {
    const known = this.#pending.get(key) ?? this.#committed.get(key)
    if (known !== undefined) return known
    const [sequence, hash] = this.#last.get(key) ?? [0, firstHash(conversation)]
    const head = { sequence, hash, participants: this.#participantCount.get(key) ?? 0 }
    // Read inside a transaction that may still fail, so it counts as pending there.
    this.#pending.set(key, head)
    return head
  }

  /** Number of the voter, who is made a participant by the first vote; within the running transaction. */
  participantFor(
    key: number,
    vote: Pick<NewVote, 'conversation' | 'participant' | 'tokenHash' | 'timeMs'>,
  ): number {
    const known = vote.participant ?? this.#participantOf.get(key, vote.tokenHash, key, vote.tokenHash)
    if (known !== undefined) return known
    const head = this.#head(key, vote.conversation)
    this.#insertParticipant.run(key, head.participants, vote.tokenHash, vote.timeMs)
    this.#pending.set(key, { ...head, participants: head.participants + 1 })
    return head.participants
  }

  #repeat(key: number, participant: number, vote: NewVote): AppendOutcome {
    const [sequence, statement, value] = this.#byMutation.get(key, participant, vote.mutation)!
    if (statement !== vote.statement || value !== vote.vote) {
      return { kind: 'refused', code: 'mutation-reused' }
    }
    return { kind: 'stored', sequence, participant, isRepeat: true }
  }
}

function emptySlice(firstSequence: number, length: number): LogSlice {
  return {
    firstSequence,
    length,
    participants: new Uint32Array(length),
    statements: new Uint32Array(length),
    values: new Int8Array(length),
    timesMs: new Float64Array(length),
  }
}
