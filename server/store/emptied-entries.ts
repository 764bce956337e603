// Taking the content out of entries of the vote log: the entry stays in its place, with its commitment and its hash, and says
// nothing any more. The names of the acts are kept apart, so that a retry that comes late is still known as one and does
// not bring back what was withdrawn; they go when the participant is erased. What the entries said is held until a map is
// stored that counts the withdrawal (I8). Runs inside the transactions of GroupCommit.
import type { Database, Statement } from 'better-sqlite3'

export class EmptiedEntries {
  readonly #ofStatement: Statement<[number, number, number], number>
  readonly #ofParticipant: Statement<[number, number], number>
  readonly #keepName: Statement<[number, number]>
  readonly #hold: Statement<[number, number, number]>
  readonly #release: Statement<[number, number]>
  readonly #holdChannel: Statement<[number, number, number]>
  readonly #releaseChannels: Statement<[number, number]>
  readonly #dropChannel: Statement<[number, number]>
  readonly #empty: Statement<[number, number]>
  readonly #hasNames: Statement<[number], number>
  readonly #sequenceOf: Statement<[number, number, string], number>
  readonly #forget: Statement<[number, number]>
  /** Conversations in which any name is kept; nearly all votes need not be looked up there. */
  readonly #withNames = new Map<number, boolean>()

  constructor(database: Database) {
    // Votes that were cast here have a mutation; saying so lets SQLite use the index over it.
    const own = 'conversation = ? AND participant = ? AND mutation IS NOT NULL'
    this.#ofStatement = database
      .prepare<[number, number, number], number>(
        `SELECT sequence FROM vote_log WHERE ${own} AND statement = ? ORDER BY sequence`,
      )
      .pluck()
    this.#ofParticipant = database
      .prepare<[number, number], number>(`SELECT sequence FROM vote_log WHERE ${own} ORDER BY sequence`)
      .pluck()
    this.#keepName = database.prepare(
      `INSERT INTO spent_mutation (conversation, participant, mutation, sequence)
       SELECT conversation, participant, mutation, sequence FROM vote_log WHERE conversation = ? AND sequence = ?`,
    )
    this.#hold = database.prepare(
      `INSERT INTO held_entry (conversation, sequence, participant, statement, vote, time_ms, until)
       SELECT conversation, sequence, participant, statement, vote, time_ms, ? FROM vote_log
       WHERE conversation = ? AND sequence = ?`,
    )
    this.#release = database.prepare('DELETE FROM held_entry WHERE conversation = ? AND until <= ?')
    this.#holdChannel = database.prepare(
      `INSERT INTO held_channel (conversation, participant, channel, until)
       SELECT conversation, number, channel, ? FROM participant
       WHERE conversation = ? AND number = ? AND channel IS NOT NULL`,
    )
    this.#releaseChannels = database.prepare('DELETE FROM held_channel WHERE conversation = ? AND until <= ?')
    this.#dropChannel = database.prepare(
      'UPDATE participant SET channel = NULL WHERE conversation = ? AND number = ?',
    )
    this.#empty = database.prepare(
      `UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL, salt = NULL
       WHERE conversation = ? AND sequence = ?`,
    )
    this.#hasNames = database
      .prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM spent_mutation WHERE conversation = ?)')
      .pluck()
    this.#sequenceOf = database
      .prepare<[number, number, string], number>(
        'SELECT sequence FROM spent_mutation WHERE conversation = ? AND participant = ? AND mutation = ?',
      )
      .pluck()
    this.#forget = database.prepare('DELETE FROM spent_mutation WHERE conversation = ? AND participant = ?')
  }

  /** Places of the entries of a participant, or of those on one statement. */
  entriesOf(key: number, participant: number, statement?: number): readonly number[] {
    return statement === undefined
      ? this.#ofParticipant.all(key, participant)
      : this.#ofStatement.all(key, participant, statement)
  }

  /** Takes the content out of entries, by the entry at `until`. */
  empty(key: number, sequences: readonly number[], until: number): void {
    for (const sequence of sequences) {
      this.#hold.run(until, key, sequence)
      this.#keepName.run(key, sequence)
      this.#empty.run(key, sequence)
    }
    this.#withNames.set(key, true)
  }

  /** A map of the log up to `sequence` is stored: what was taken out up to there is held no longer. */
  release(key: number, sequence: number): void {
    this.#release.run(key, sequence)
    this.#releaseChannels.run(key, sequence)
  }

  /** Deletes the names of a participant's acts, and by which way they came, by the entry at `until`. */
  forget(key: number, participant: number, until: number): void {
    this.#forget.run(key, participant)
    this.#holdChannel.run(until, key, participant)
    this.#dropChannel.run(key, participant)
  }

  /** The place of an act whose entry has lost its content; null for any other. */
  sequenceOf(key: number, participant: number, mutation: string): number | null {
    let hasNames = this.#withNames.get(key)
    if (hasNames === undefined) {
      hasNames = this.#hasNames.get(key) === 1
      this.#withNames.set(key, hasNames)
    }
    return hasNames ? (this.#sequenceOf.get(key, participant, mutation) ?? null) : null
  }

  /** The transaction was not committed: what is remembered of it is void. */
  rolledBack(): void {
    this.#withNames.clear()
  }
}
