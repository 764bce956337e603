// Brings the logs of an older database up to date: entries were hashed with their plain content then, which nobody could
// erase without breaking the running hash. Each log is verified as it is, and every entry is sealed anew: with a salt, a
// commitment and a running hash over these. All of it is one transaction, so that a crash leaves either the one or the other.
import type { Database } from 'better-sqlite3'
import { hash } from 'node:crypto'
import type { RecordedHeads } from './log-heads.ts'
import { commitmentOf, firstHash, newSalt, nextHash } from './running-hash.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { recordText } from './text-log.ts'
import { UnusableDatabase } from './store.ts'

const SLICE = 10_000

interface UnsealedRow {
  readonly sequence: number
  readonly participant: number
  readonly statement: number
  readonly vote: number | null
  readonly mutation: string | null
  readonly timeMs: number
  readonly hash: string
}

/** Whether there are logs to be sealed. */
export function hasUnsealedLogs(database: Database): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'unsealed_vote_log'").get() !== undefined
}

/**
 * Seals every log. `heads` are those of the logs as they were; they say nothing of the logs as they are afterwards, so
 * `onVerified`, which is called before anything is committed, has to put them away.
 * Throws `UnusableDatabase`, with nothing changed, for a log that is damaged.
 */
export function sealLogs(database: Database, heads: RecordedHeads, onVerified: () => void): void {
  const seal = database.transaction(() => {
    const conversations = database
      .prepare<[], readonly [number, string]>('SELECT key, id FROM conversation ORDER BY key')
      .raw()
      .all()
    const rows = new SqliteRows(database)
    refuseMissing(new Set(conversations.map(([key]) => key)), heads)
    for (const [key, id] of conversations) {
      sealLog(database, key, id, heads)
      const statements = database
        .prepare<[number], readonly [number, string]>(
          'SELECT id, text FROM statement WHERE conversation = ? ORDER BY id',
        )
        .raw()
        .all(key)
      for (const [statement, text] of statements) recordText(rows, key, statement, text)
    }
    database.exec('DROP TABLE unsealed_vote_log')
    onVerified()
  })
  seal.immediate()
}

/** Throws `UnusableDatabase` where the head of a log is recorded whose conversation is gone. */
function refuseMissing(known: ReadonlySet<number>, heads: RecordedHeads): void {
  for (let key = 1; key <= heads.lastKey; key++) {
    const head = heads.read(key)
    if (head === null || known.has(key)) continue
    const message = `Conversation ${key} with ${head.sequence} entries in its vote log is missing.`
    throw new UnusableDatabase(message)
  }
}

function sealLog(database: Database, key: number, conversation: string, heads: RecordedHeads): void {
  const slice = database.prepare<[number, number, number], UnsealedRow>(
    `SELECT sequence, participant, statement, vote, mutation, time_ms AS timeMs, hash FROM unsealed_vote_log
     WHERE conversation = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
  )
  const insert = database.prepare(
    `INSERT INTO vote_log (conversation, sequence, participant, statement, vote, mutation, time_ms, salt, commitment, emptied, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  )
  const head = heads.read(key)
  let before = firstUnsealedHash(conversation)
  let sealed = firstHash(conversation)
  let last = 0
  for (let rows = slice.all(key, 0, SLICE); rows.length > 0; rows = slice.all(key, last, SLICE)) {
    for (const row of rows) {
      const { sequence, participant, statement, vote, mutation, timeMs } = row
      before = nextUnsealedHash(before, row)
      if (sequence !== last + 1 || before !== row.hash) throw damaged(conversation, last + 1)
      if (sequence === head?.sequence && head.hash !== before) throw damaged(conversation, sequence)
      const salt = newSalt()
      const commitment = commitmentOf(salt, row)
      sealed = nextHash(sealed, sequence, commitment, 0)
      insert.run(key, sequence, participant, statement, vote, mutation, timeMs, salt, commitment, sealed)
      last = sequence
    }
  }
  if (head !== null && head.sequence > last) throw damaged(conversation, last + 1)
}

function damaged(conversation: string, sequence: number): UnusableDatabase {
  return new UnusableDatabase(`The vote log of ${conversation} is damaged at entry ${sequence}.`)
}

/** As the first versions of Folkmoot hashed. */
function firstUnsealedHash(conversation: string): string {
  return hash('sha256', `folkmoot vote log 1 ${conversation}`, 'base64url').slice(0, 22)
}

function nextUnsealedHash(previous: string, row: UnsealedRow): string {
  const { sequence, participant, statement, vote, mutation, timeMs } = row
  const line = `${previous} ${sequence} ${participant} ${statement} ${vote ?? '-'} ${mutation ?? '-'} ${timeMs}`
  return hash('sha256', line, 'base64url').slice(0, 22)
}
