// Reads the log of the words of statements, recomputes commitments and running hash, and holds it against the statements as
// they are and against the head that is kept outside the database.
import type { Database } from 'better-sqlite3'
import type { LogHead } from './log-heads.ts'
import { firstTextHash, nextHash, textCommitmentOf } from './running-hash.ts'
import type { Damage } from './verify-log.ts'

type Row = readonly [
  sequence: number,
  statement: number,
  /** Null where the words were erased, and then so is the salt. */
  text: string | null,
  salt: string | null,
  commitment: string,
  hash: string,
]

/** Checks the words of the statements of one conversation; null when they are whole. */
export function verifyTexts(
  database: Database,
  key: number,
  conversation: string,
  head: LogHead | null,
): Damage | null {
  const damaged = (what: string): Damage => ({
    conversation,
    sequence: null,
    message: `The statements of ${conversation} are damaged: ${what}.`,
  })
  const rows = database
    .prepare<[number], Row>(
      `SELECT sequence, statement, text, salt, commitment, hash
       FROM text_log WHERE conversation = ? ORDER BY sequence`,
    )
    .raw()
  const current = new Map<number, string>()
  let previous = firstTextHash(conversation)
  let last = 0
  for (const [sequence, statement, text, salt, commitment, stored] of rows.iterate(key)) {
    if (sequence !== last + 1) return damaged(`entry ${last + 1} of the log of their words is missing`)
    const isWhole = salt === null || text === null || textCommitmentOf(salt, text) === commitment
    const hash = nextHash(previous, sequence, commitment, statement)
    if (!isWhole || hash !== stored || (sequence === head?.sequence && hash !== head.hash)) {
      return damaged(`the words of statement ${statement} are not what was stored`)
    }
    current.set(statement, text ?? '')
    previous = hash
    last = sequence
  }
  if (head !== null && head.sequence > last) {
    return damaged(`entries ${last + 1} to ${head.sequence} of the log of their words are missing`)
  }
  const statements = database
    .prepare<[number], readonly [number, string]>('SELECT id, text FROM statement WHERE conversation = ?')
    .raw()
  for (const [id, text] of statements.iterate(key)) {
    const recorded = current.get(id)
    if (recorded === undefined) return damaged(`statement ${id} was never recorded`)
    if (recorded !== text) return damaged(`the words of statement ${id} are not what was stored`)
    current.delete(id)
  }
  const [missing] = current.keys()
  return missing === undefined ? null : damaged(`statement ${missing} is missing`)
}
