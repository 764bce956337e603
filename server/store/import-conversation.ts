// Writes a whole imported conversation within the caller's transaction: statements, participants in the ascending order
// of their ids in the source, and the vote log with its running hash.
import type { Database } from 'better-sqlite3'
import type { ImportedConversation } from './imported-conversation.ts'
import { commitmentOf, commitmentToNothing, firstHash, newSalt, nextHash } from './running-hash.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { ERASED, type ImportOutcome, isVote, PARTICIPANT_ERASED } from './store.ts'
import { recordText } from './text-log.ts'

const PROGRESS_EVERY = 10_000

export function writeConversation(
  database: Database,
  conversation: ImportedConversation,
  onProgress: (done: number, total: number) => void = () => {},
): ImportOutcome {
  const key = insertConversation(database, conversation)
  if (key === null) return { kind: 'exists' }
  const numbers = insertParticipants(database, key, conversation)
  insertStatements(database, key, conversation, numbers)
  insertVotes(database, key, conversation, numbers, onProgress)
  const insertAddress = database.prepare(
    'INSERT INTO old_address (path, conversation) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  for (const path of conversation.oldAddresses ?? []) insertAddress.run(path, key)
  return {
    kind: 'imported',
    participants: numbers.size,
    statements: conversation.statements.length,
    votes: conversation.votes.values.length,
  }
}

function insertConversation(database: Database, conversation: ImportedConversation): number | null {
  const {
    id,
    topic,
    description,
    isOpen,
    isSample,
    createdAtMs,
    settings = {},
    purpose,
    questions,
  } = conversation
  const { changes, lastInsertRowid } = database
    .prepare(
      `INSERT INTO conversation (id, topic, description, is_open, is_sample, created_at_ms, settings, purpose, questions)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    )
    .run(
      id,
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

/** Number of each voter by id in the source. */
function insertParticipants(
  database: Database,
  key: number,
  { votes }: ImportedConversation,
): ReadonlyMap<number, number> {
  const insert = database.prepare(
    'INSERT INTO participant (conversation, number, source_id, created_at_ms) VALUES (?, ?, ?, ?)',
  )
  const firstVoteAt = new Map<number, number>()
  votes.participants.forEach((id, i) => {
    if (votes.values[i] === ERASED) return
    if (!firstVoteAt.has(id)) firstVoteAt.set(id, Math.round(votes.timesMs[i]!))
  })
  const numbers = new Map<number, number>()
  for (const id of [...firstVoteAt.keys()].sort((a, b) => a - b)) {
    insert.run(key, numbers.size, id, firstVoteAt.get(id))
    numbers.set(id, numbers.size)
  }
  return numbers
}

function insertStatements(
  database: Database,
  key: number,
  { statements }: ImportedConversation,
  numbers: ReadonlyMap<number, number>,
): void {
  const insert = database.prepare(
    `INSERT INTO statement (conversation, id, text, author, created_at_ms, moderation, is_meta, is_seed, is_waiting, merged_into, replaced_as)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const rows = new SqliteRows(database)
  for (const { id, text, author, createdAtMs, moderation, isMeta, isSeed, ...rest } of statements) {
    const { isWaiting = false, mergedInto = null } = rest
    const writer = author === null ? null : (numbers.get(author) ?? null)
    recordText(rows, key, id, text)
    insert.run(
      key,
      id,
      text,
      writer,
      Math.round(createdAtMs),
      moderation,
      Number(isMeta),
      Number(isSeed),
      Number(isWaiting),
      mergedInto,
      mergedInto === null ? null : 'merge',
    )
  }
}

function insertVotes(
  database: Database,
  key: number,
  { id, votes }: ImportedConversation,
  numbers: ReadonlyMap<number, number>,
  onProgress: (done: number, total: number) => void,
): void {
  const insert = database.prepare(
    `INSERT INTO vote_log (conversation, sequence, participant, statement, vote, mutation, time_ms, salt, commitment, emptied, hash)
     VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)`,
  )
  const total = votes.values.length
  let hash = firstHash(id)
  let erased = 0
  for (let i = 0; i < total; i++) {
    const value = votes.values[i]!
    const sequence = i + 1
    const salt = newSalt()
    if (value === ERASED) {
      // Nothing of what it said came along; the next entry that empties others accounts for it.
      erased++
      const commitment = commitmentToNothing(salt)
      hash = nextHash(hash, sequence, commitment, 0)
      insert.run(key, sequence, null, null, null, null, null, commitment, 0, hash)
      continue
    }
    const participant = numbers.get(votes.participants[i]!)!
    const statement = value === PARTICIPANT_ERASED ? null : votes.statements[i]!
    const vote = isVote(value) ? value : null
    const timeMs = Math.round(votes.timesMs[i]!)
    const emptied = isVote(value) ? 0 : erased
    if (!isVote(value)) erased = 0
    const commitment = commitmentOf(salt, { participant, statement, vote, mutation: null, timeMs })
    hash = nextHash(hash, sequence, commitment, emptied)
    insert.run(key, sequence, participant, statement, vote, timeMs, salt, commitment, emptied, hash)
    if (sequence % PROGRESS_EVERY === 0) onProgress(sequence, total)
  }
  onProgress(total, total)
}

function json(document: Readonly<Record<string, unknown>> | undefined): string | null {
  return document === undefined ? null : JSON.stringify(document)
}
