// The words of statements as they were stored, in a log of their own with a running hash: what was altered past the service
// is found out, and what is erased leaves a log that still adds up. Whoever stores words of a statement, new or
// corrected, calls `recordText` first, within the same transaction; a trigger refuses words that were not recorded.
import type { Database } from 'better-sqlite3'
import type { LogHead } from './log-heads.ts'
import { firstTextHash, newSalt, nextHash, textCommitmentOf } from './running-hash.ts'
import type { SqliteRows } from './sqlite-rows.ts'

/** Conversations of which words were recorded since the ends of their logs were last written down. */
const changed = new WeakMap<Database, Set<number>>()

/** Where the logs of words end that have grown since the last call, to be written down outside the database. */
export function takeTextHeads(database: Database): readonly (readonly [key: number, head: LogHead])[] {
  const keys = changed.get(database) ?? new Set()
  changed.delete(database)
  return [...keys].flatMap((key) => {
    const head = textHead(database, key)
    return head === null ? [] : [[key, head] as const]
  })
}

/** Where the log of a conversation's words ends; null where it has none. */
export function textHead(database: Database, key: number): LogHead | null {
  return (
    database
      .prepare<[number], LogHead>(
        'SELECT sequence, hash FROM text_log WHERE conversation = ? ORDER BY sequence DESC LIMIT 1',
      )
      .get(key) ?? null
  )
}

/** Records the words that a statement is to have, new or corrected. Within a transaction. */
export function recordText(rows: SqliteRows, key: number, statement: number, text: string): void {
  const { database } = rows
  const conversation = rows.get<{ readonly id: string }>('SELECT id FROM conversation WHERE key = ?', key)
  if (conversation === undefined) throw new RangeError(`Expected the key of a conversation, got ${key}.`)
  const head = textHead(database, key) ?? { sequence: 0, hash: firstTextHash(conversation.id) }
  const sequence = head.sequence + 1
  const salt = newSalt()
  const commitment = textCommitmentOf(salt, text)
  rows.run(
    'INSERT INTO text_log (conversation, sequence, statement, text, salt, commitment, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    key,
    sequence,
    statement,
    text,
    salt,
    commitment,
    nextHash(head.hash, sequence, commitment, statement),
  )
  const keys = changed.get(database) ?? new Set()
  changed.set(database, keys.add(key))
}

/** Erases all words that a statement ever had; it is left with none. Within a transaction. */
export function eraseText(rows: SqliteRows, key: number, statement: number): void {
  rows.run(
    'UPDATE text_log SET text = NULL, salt = NULL WHERE conversation = ? AND statement = ? AND salt IS NOT NULL',
    key,
    statement,
  )
  rows.run("UPDATE statement SET text = '', folded = NULL WHERE conversation = ? AND id = ?", key, statement)
}
