// The vote log in SQLite: dense sequences, the running hash, participants made with their first vote, and retries
// recognised by their mutation. A withdrawal takes what it withdraws out of the entries before it. All of it runs inside
// the transactions of GroupCommit.
import type { Database, Statement } from 'better-sqlite3'
import type { LogHead } from './log-heads.ts'
import { EmptiedEntries } from './emptied-entries.ts'
import { commitmentOf, type EntryContent, firstHash, newSalt, nextHash } from './running-hash.ts'
import { isStaged } from './staged-name.ts'
import type { AppendOutcome, LogSlice, NewVote } from './store.ts'
import { ERASED, PARTICIPANT_ERASED, WITHDRAWN } from './store.ts'

/** Stands in the place of a mutation where a participant was erased; a colon is in none that a client can choose. */
const ERASURE = 'erased:'

/** End of a conversation's log. */
interface Head extends LogHead {
  readonly participants: number
}

type StoredRow = readonly [sequence: number, statement: number | null, vote: number | null]
type LogRow = readonly [
  participant: number | null,
  statement: number | null,
  vote: number | null,
  timeMs: number | null,
]
type NewRow = [
  conversation: number,
  sequence: number,
  participant: number,
  statement: number | null,
  vote: number | null,
  mutation: string | null,
  timeMs: number,
  salt: string,
  commitment: string,
  emptied: number,
  hash: string,
]

export class VoteLog {
  readonly #keyOf: Statement<[string], number>
  readonly #participantOf: Statement<[number, string, number, string], number>
  readonly #insertParticipant: Statement<[number, number, string, number, string | null]>
  readonly #insertVote: Statement<NewRow>
  readonly #byMutation: Statement<[number, number, string], StoredRow>
  readonly #last: Statement<[number], readonly [number, string]>
  readonly #participantCount: Statement<[number], number>
  readonly #slice: Statement<[number, number, number], LogRow>
  readonly #publicSlice: Statement<[number, number, number], LogRow>
  readonly #keys = new Map<string, number>()
  readonly #committed = new Map<number, Head>()
  /** Heads as they will be when the running transaction commits. */
  readonly #pending = new Map<number, Head>()

  readonly #emptied: EmptiedEntries
  readonly #isErased: Statement<[number, number], number>
  /** Conversations in which somebody was erased since the start. */
  readonly #withErasures = new Set<number>()
  readonly #onHead: (key: number, head: LogHead) => void

  /** `onHead` hears where each log ends after a COMMIT. */
  constructor(database: Database, onHead: (key: number, head: LogHead) => void = () => {}) {
    this.#onHead = onHead
    this.#emptied = new EmptiedEntries(database)
    this.#isErased = database
      .prepare<[number, number], number>(
        'SELECT token_hash IS NULL FROM participant WHERE conversation = ? AND number = ?',
      )
      .pluck()
    this.#keyOf = database.prepare<[string], number>('SELECT key FROM conversation WHERE id = ?').pluck()
    this.#participantOf = database
      .prepare<[number, string, number, string], number>(
        `SELECT number FROM participant WHERE conversation = ? AND token_hash = ?
         UNION ALL SELECT participant FROM device WHERE conversation = ? AND token_hash = ?`,
      )
      .pluck()
    this.#insertParticipant = database.prepare(
      'INSERT INTO participant (conversation, number, token_hash, created_at_ms, channel) VALUES (?, ?, ?, ?, ?)',
    )
    this.#insertVote = database.prepare(
      `INSERT INTO vote_log
         (conversation, sequence, participant, statement, vote, mutation, time_ms, salt, commitment, emptied, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
    this.#publicSlice = database
      .prepare<[number, number, number], LogRow>(
        `SELECT coalesce(entry.participant, held.participant), coalesce(entry.statement, held.statement),
           coalesce(entry.vote, held.vote), coalesce(entry.time_ms, held.time_ms)
         FROM vote_log AS entry LEFT JOIN held_entry AS held
           ON held.conversation = entry.conversation AND held.sequence = entry.sequence
         WHERE entry.conversation = ? AND entry.sequence > ? ORDER BY entry.sequence LIMIT ?`,
      )
      .raw()
  }

  /** Internal key of a conversation, or null. */
  keyOf(conversation: string): number | null {
    const known = this.#keys.get(conversation)
    if (known !== undefined) return known
    if (isStaged(conversation)) return null
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
    const spentAt = this.#emptied.sequenceOf(key, participant, vote.mutation)
    if (spentAt !== null) return { kind: 'stored', sequence: spentAt, participant, isRepeat: true }
    const { statement, mutation, timeMs } = vote
    const content = { participant, statement, vote: vote.vote, mutation, timeMs }
    const withdrawn = vote.vote === null ? this.#emptied.entriesOf(key, participant, statement) : []
    const sequence = this.#add(key, vote.conversation, content, withdrawn.length)
    if (sequence === null) return this.#repeat(key, participant, vote)
    if (withdrawn.length > 0) this.#emptied.empty(key, withdrawn, sequence)
    return { kind: 'stored', sequence, participant, isRepeat: false }
  }

  /**
   * Appends, within the running transaction, that a participant was erased, and takes the content out of every entry of
   * theirs. The place of the entry that says so.
   */
  appendErasure(conversation: string, participant: number, timeMs: number): number {
    const key = this.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    const entries = this.#emptied.entriesOf(key, participant)
    const content = { participant, statement: null, vote: null, mutation: ERASURE, timeMs }
    const sequence = this.#add(key, conversation, content, entries.length)
    if (sequence === null) throw new Error(`Participant ${participant} is erased already.`)
    this.#emptied.empty(key, entries, sequence)
    this.#emptied.forget(key, participant, sequence)
    this.#withErasures.add(key)
    return sequence
  }

  /** Adds an entry; null where the participant has used its mutation before. */
  #add(key: number, conversation: string, content: EntryContent, emptied: number): number | null {
    const head = this.#head(key, conversation)
    const sequence = head.sequence + 1
    const salt = newSalt()
    const commitment = commitmentOf(salt, content)
    const hash = nextHash(head.hash, sequence, commitment, emptied)
    const { participant, statement, vote, mutation, timeMs } = content
    const { changes } = this.#insertVote.run(
      key,
      sequence,
      participant,
      statement,
      vote,
      mutation,
      timeMs,
      salt,
      commitment,
      emptied,
      hash,
    )
    if (changes === 0) return null
    this.#pending.set(key, { ...head, sequence, hash })
    return sequence
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
    this.#emptied.rolledBack()
  }

  /** A map of the log up to `sequence` is stored, within the running transaction. */
  mapStored(key: number, sequence: number): void {
    this.#emptied.release(key, sequence)
  }

  /** Entries of the log; `isPublic` with what is held of those that lost their content since the last map. */
  read(conversation: string, after: number, limit: number, { isPublic = false } = {}): LogSlice {
    const key = this.keyOf(conversation)
    const rows = key === null ? [] : (isPublic ? this.#publicSlice : this.#slice).all(key, after, limit)
    const slice = emptySlice(after + 1, rows.length)
    for (let i = 0; i < rows.length; i++) {
      const [participant, statement, vote, timeMs] = rows[i]!
      slice.participants[i] = participant ?? 0
      slice.statements[i] = statement ?? 0
      slice.values[i] =
        vote ?? (participant === null ? ERASED : statement === null ? PARTICIPANT_ERASED : WITHDRAWN)
      slice.timesMs[i] = timeMs ?? 0
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
    vote: Pick<NewVote, 'conversation' | 'participant' | 'tokenHash' | 'channel' | 'timeMs'>,
  ): number {
    // A vote may have been on its way while its participant was erased: then it is somebody new's.
    const isErased =
      vote.participant !== null &&
      this.#withErasures.has(key) &&
      this.#isErased.get(key, vote.participant) === 1
    const known =
      (isErased ? null : vote.participant) ??
      this.#participantOf.get(key, vote.tokenHash, key, vote.tokenHash)
    if (known !== undefined) return known
    const head = this.#head(key, vote.conversation)
    this.#insertParticipant.run(key, head.participants, vote.tokenHash, vote.timeMs, vote.channel ?? null)
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
