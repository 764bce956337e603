// Writes an imported conversation: participants in the ascending order of their ids in the source, statements with the log of
// their words, and the vote log with its running hash. It can be written in pieces: how far a piece has come is a value
// of its own, so that a transaction that is rolled back is simply written again.
import type { Database, Statement } from 'better-sqlite3'
import type { ImportProgress } from './import-store.ts'
import type { ImportedConversation } from './imported-conversation.ts'
import {
  commitmentOf,
  commitmentToNothing,
  firstHash,
  firstTextHash,
  newSalt,
  nextHash,
  textCommitmentOf,
} from './running-hash.ts'
import { ERASED, type ImportOutcome, isVote, PARTICIPANT_ERASED } from './store.ts'

/** Rows after which somebody asks again whether to go on. */
const ASK_EVERY = 64
/** Rows that are written whatever the time, so that a busy machine gets on too. */
const LEAST_ROWS = 512
const COUNT_EVERY = 4096

/** How many rows of each kind are written, and what the next ones need of those before. */
export interface ImportPlace {
  readonly participants: number
  readonly statements: number
  readonly votes: number
  readonly hash: string
  readonly textHash: string
  /** Entries without content that no later entry has accounted for yet. */
  readonly erased: number
}

type Bindings = (string | number | null)[]

export class ImportWriter {
  readonly #database: Database
  readonly #conversation: ImportedConversation
  readonly #insertParticipant: Statement<Bindings>
  readonly #insertStatement: Statement<Bindings>
  readonly #insertText: Statement<Bindings>
  readonly #insertVote: Statement<Bindings>
  readonly #firstVoteAt = new Map<number, number>()
  #counted = 0
  #isCounted = false
  #ids = new Float64Array(0)
  readonly #numbers = new Map<number, number>()

  constructor(database: Database, conversation: ImportedConversation) {
    this.#database = database
    this.#conversation = conversation
    this.#insertParticipant = database.prepare(
      `INSERT INTO participant (conversation, number, source_id, created_at_ms, channel) VALUES (?, ?, ?, ?, 'imported')`,
    )
    this.#insertStatement = database.prepare(
      `INSERT INTO statement (conversation, id, text, author, created_at_ms, moderation, is_meta, is_seed, is_waiting, merged_into, replaced_as, derived_from)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#insertText = database.prepare(
      'INSERT INTO text_log (conversation, sequence, statement, text, salt, commitment, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#insertVote = database.prepare(
      `INSERT INTO vote_log (conversation, sequence, participant, statement, vote, mutation, time_ms, salt, commitment, emptied, hash)
       VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)`,
    )
  }

  /** What was written, once all of it is. */
  get outcome(): ImportOutcome {
    const { statements, votes } = this.#conversation
    const counts = { statements: statements.length, votes: votes.values.length }
    return { kind: 'imported', participants: this.#ids.length, ...counts }
  }

  /** Finds out who votes, as far as time allows; true once all are known. Writes nothing. */
  count(mayGoOn: () => boolean): boolean {
    const { participants, values, timesMs } = this.#conversation.votes
    if (this.#isCounted) return true
    for (; this.#counted < values.length; this.#counted++) {
      if (this.#counted % COUNT_EVERY === 0 && !mayGoOn()) return false
      const id = participants[this.#counted]!
      if (values[this.#counted] === ERASED || this.#firstVoteAt.has(id)) continue
      this.#firstVoteAt.set(id, Math.round(timesMs[this.#counted]!))
    }
    this.#ids = Float64Array.from(this.#firstVoteAt.keys()).sort()
    this.#isCounted = true
    return true
  }

  /** Inserts the conversation itself, under the name given; its key, or null where the name is taken. */
  insertConversation(name: string): number | null {
    const { topic, description, isOpen, isSample, createdAtMs, ...rest } = this.#conversation
    const { settings = {}, purpose, questions } = rest
    const { changes, lastInsertRowid } = this.#database
      .prepare(
        `INSERT INTO conversation (id, topic, description, is_open, is_sample, created_at_ms, settings, purpose, questions)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
      )
      .run(
        name,
        topic,
        description,
        Number(isOpen),
        Number(isSample),
        Math.round(createdAtMs),
        JSON.stringify(settings),
        json(purpose),
        json(questions),
      )
    return changes === 0 ? null : Number(lastInsertRowid)
  }

  /** Where the first piece begins. */
  beginning(): ImportPlace {
    const { id } = this.#conversation
    return {
      participants: 0,
      statements: 0,
      votes: 0,
      hash: firstHash(id),
      textHash: firstTextHash(id),
      erased: 0,
    }
  }

  /** Rows of all kinds. */
  progress(place: ImportPlace): ImportProgress {
    const { statements, votes } = this.#conversation
    return {
      done: place.participants + place.statements + place.votes,
      // Before all voters are known there is at least one more, so that nothing looks done.
      total: (this.#isCounted ? this.#ids.length : 1) + statements.length + votes.values.length,
    }
  }

  /** Writes from a place on, as far as time allows, within the running transaction; where it has come to. */
  write(key: number, from: ImportPlace, mayGoOn: () => boolean): ImportPlace {
    let rows = 0
    const stops = () => ++rows % ASK_EVERY === 0 && rows >= LEAST_ROWS && !mayGoOn()
    let { participants, statements, votes, hash, textHash, erased } = from
    for (; participants < this.#ids.length; participants++) {
      if (stops()) return { ...from, participants }
      this.#writeParticipant(key, participants)
    }
    const { statements: all, votes: log } = this.#conversation
    for (; statements < all.length; statements++) {
      if (stops()) return { ...from, participants, statements, textHash }
      textHash = this.#writeStatement(key, statements, textHash)
    }
    for (; votes < log.values.length; votes++) {
      if (stops()) break
      const value = log.values[votes]!
      const emptied = isVote(value) || value === ERASED ? 0 : erased
      hash = this.#writeEntry(key, votes, hash, emptied)
      erased = value === ERASED ? erased + 1 : erased - emptied
    }
    return { participants, statements, votes, hash, textHash, erased }
  }

  #writeParticipant(key: number, number: number): void {
    const id = this.#ids[number]!
    this.#insertParticipant.run(key, number, id, this.#firstVoteAt.get(id)!)
    this.#numbers.set(id, number)
  }

  /** The running hash of the words after this statement. */
  #writeStatement(key: number, place: number, before: string): string {
    const { id, text, author, createdAtMs, moderation, isMeta, isSeed, ...rest } =
      this.#conversation.statements[place]!
    const { isWaiting = false, mergedInto = null, derivedFrom = null } = rest
    const { replacedAs = mergedInto === null ? null : 'merge' } = rest
    const sequence = place + 1
    const salt = newSalt()
    const commitment = textCommitmentOf(salt, text)
    const hash = nextHash(before, sequence, commitment, id)
    this.#insertText.run(key, sequence, id, text, salt, commitment, hash)
    this.#insertStatement.run(
      key,
      id,
      text,
      author === null ? null : (this.#numbers.get(author) ?? null),
      Math.round(createdAtMs),
      moderation,
      Number(isMeta),
      Number(isSeed),
      Number(isWaiting),
      mergedInto,
      replacedAs,
      derivedFrom,
    )
    return hash
  }

  /** The running hash of the log after this entry. */
  #writeEntry(key: number, place: number, before: string, emptied: number): string {
    const { votes } = this.#conversation
    const value = votes.values[place]!
    const sequence = place + 1
    const salt = newSalt()
    if (value === ERASED) {
      // Nothing of what it said came along; the next entry that empties others accounts for it.
      const commitment = commitmentToNothing(salt)
      const hash = nextHash(before, sequence, commitment, 0)
      this.#insertVote.run(key, sequence, null, null, null, null, null, commitment, 0, hash)
      return hash
    }
    const participant = this.#numbers.get(votes.participants[place]!)!
    const statement = value === PARTICIPANT_ERASED ? null : votes.statements[place]!
    const vote = isVote(value) ? value : null
    const timeMs = Math.round(votes.timesMs[place]!)
    const commitment = commitmentOf(salt, { participant, statement, vote, mutation: null, timeMs })
    const hash = nextHash(before, sequence, commitment, emptied)
    this.#insertVote.run(key, sequence, participant, statement, vote, timeMs, salt, commitment, emptied, hash)
    return hash
  }

  /** Lets the addresses that the conversation had before lead to it; those that lead elsewhere already stay as they are. */
  insertOldAddresses(key: number): void {
    const insert = this.#database.prepare(
      'INSERT INTO old_address (path, conversation) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    for (const path of this.#conversation.oldAddresses ?? []) insert.run(path, key)
  }
}

function json(document: Readonly<Record<string, unknown>> | undefined): string | null {
  return document === undefined ? null : JSON.stringify(document)
}
