// Reads every vote log from its first entry, recomputes commitments and running hash, and holds the end against the head that
// is kept outside the database. What was cut off, altered or put in is reported with the place where the log breaks. Of
// entries without content only the commitment is left; a later entry has to account for each of them.
import type { Database } from 'better-sqlite3'
import type { LogHead, RecordedHeads } from './log-heads.ts'
import { commitmentOf, firstHash, nextHash } from './running-hash.ts'
import { NOT_STAGED } from './staged-name.ts'
import { verifyTexts } from './verify-texts.ts'

/** Something wrong with stored data, in words for the person who runs the service. */
export interface Damage {
  /** Conversation; null for the database as a whole. */
  readonly conversation: string | null
  /** First entry that is not as it was acknowledged; null where it is not about entries. */
  readonly sequence: number | null
  /** One sentence. */
  readonly message: string
}

type Row = readonly [
  sequence: number,
  participant: number,
  statement: number | null,
  vote: number | null,
  mutation: string | null,
  timeMs: number,
  /** Null where participant and time are null too, by a rule of the table. */
  salt: string | null,
  commitment: string,
  emptied: number,
  hash: string,
]

/** Heads of the logs that are kept outside the database. */
export interface Heads {
  /** Of the vote logs. */
  readonly votes: RecordedHeads
  /** Of the logs of words. */
  readonly texts: RecordedHeads
}

/**
 * Everything that is wrong: with the log of each conversation, with conversations whose head is recorded but which are
 * gone, and with the file itself. Heads are read before the log, so that a log that grows meanwhile is never too short.
 */
export function findDamage(database: Database, heads: Heads): Damage[] {
  const damage: Damage[] = []
  const check = (conversation: string | null, run: () => Damage | null) => {
    try {
      const found = run()
      if (found !== null) damage.push(found)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const what = conversation === null ? 'The database' : `The vote log of ${conversation}`
      damage.push({ conversation, sequence: null, message: `${what} cannot be read: ${reason}.` })
    }
  }
  const known = new Map<number, string>()
  check(null, () => {
    const rows = database
      .prepare<[], readonly [number, string]>(
        `SELECT key, id FROM conversation WHERE ${NOT_STAGED} ORDER BY key`,
      )
      .raw()
      .all()
    for (const [key, id] of rows) known.set(key, id)
    return null
  })
  for (let key = 1; key <= heads.votes.lastKey; key++) {
    const head = heads.votes.read(key)
    if (head === null || known.has(key)) continue
    const message = `Conversation ${key} with ${head.sequence} entries in its vote log is missing.`
    damage.push({ conversation: null, sequence: 1, message })
  }
  for (const [key, id] of known) {
    const head = heads.votes.read(key)
    const textHead = heads.texts.read(key)
    check(id, () => verifyLog(database, key, id, head))
    check(id, () => verifyTexts(database, key, id, textHead))
  }
  check(null, () => verifyFile(database))
  return damage
}

/** Checks the log of one conversation; null when it is whole. `head` is null where none was recorded. */
export function verifyLog(
  database: Database,
  key: number,
  conversation: string,
  head: LogHead | null,
): Damage | null {
  const damaged = (sequence: number, what: string): Damage => ({
    conversation,
    sequence,
    message: `The vote log of ${conversation} is damaged at entry ${sequence}: ${what}.`,
  })
  const rows = database
    .prepare<[number], Row>(
      `SELECT sequence, participant, statement, vote, mutation, time_ms, salt, commitment, emptied, hash
       FROM vote_log WHERE conversation = ? ORDER BY sequence`,
    )
    .raw()
  let previous = firstHash(conversation)
  let last = 0
  /** Entries without content, and how many the others account for. */
  let empty = 0
  let emptiedInAll = 0
  for (const row of rows.iterate(key)) {
    const [sequence, participant, statement, vote, mutation, timeMs, salt, commitment, emptied, stored] = row
    if (sequence !== last + 1) return damaged(last + 1, 'it is missing')
    if (salt === null) empty++
    else if (commitmentOf(salt, { participant, statement, vote, mutation, timeMs }) !== commitment) {
      return damaged(sequence, 'its content is not what was stored')
    }
    emptiedInAll += emptied
    const hash = nextHash(previous, sequence, commitment, emptied)
    if (hash !== stored) return damaged(sequence, 'it is not what was stored')
    if (sequence === head?.sequence && hash !== head.hash) {
      return damaged(sequence, 'the log up to here is not the one that was acknowledged')
    }
    previous = hash
    last = sequence
  }
  if (head !== null && head.sequence > last) {
    return damaged(last + 1, `it and what follows up to entry ${head.sequence} are missing`)
  }
  if (empty === emptiedInAll) return null
  const message = `The vote log of ${conversation} is damaged: ${empty} entries have no content, but ${emptiedInAll} were withdrawn or erased.`
  return { conversation, sequence: null, message }
}

/** What SQLite itself finds wrong with the file: broken pages, indexes that disagree with their tables, foreign keys. */
export function verifyFile(database: Database): Damage | null {
  const found = database.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get()
  if (found !== 'ok') {
    return {
      conversation: null,
      sequence: null,
      message: `The database is damaged: ${found ?? 'unreadable'}.`,
    }
  }
  const dangling = database.prepare<[], { table: string }>('PRAGMA foreign_key_check').get()
  if (dangling === undefined) return null
  return {
    conversation: null,
    sequence: null,
    message: `The database is damaged: an entry of ${dangling.table} refers to something that is not there.`,
  }
}
