// Erasing a person: an entry of the log says so, theirs lose their content, and all by which they could be known is
// deleted. Runs inside the transactions of GroupCommit.
import type { Erased, Erasure, OwnLogEntry } from './participation-store.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import { raiseRevision, statementOf } from './sqlite-statements.ts'
import { eraseText } from './text-log.ts'
import type { VoteLog } from './vote-log.ts'

/** Erases a participant of the conversation with this key. */
export function eraseParticipant(
  rows: SqliteRows,
  log: VoteLog,
  key: number,
  { conversation, participant, respondent, withdrawStatements, timeMs }: Erasure,
): Erased {
  const current = new Map<number, number | null>()
  for (const { statement, vote } of readOwnLog(rows, key, participant)) current.set(statement, vote)
  const votes = [...current.values()].filter((vote) => vote !== null).length
  const sequence = log.appendErasure(conversation, participant, timeMs)
  const written = rows.all<{ readonly id: number }>(
    'SELECT id FROM statement WHERE conversation = ? AND author = ?',
    key,
    participant,
  )
  // Moderators may have corrected the words; how the person wrote it stays nowhere.
  rows.run(
    `UPDATE moderation_event SET before = json_remove(before, '$.text')
     WHERE conversation = ? AND json_extract(before, '$.text') IS NOT NULL
       AND statement IN (SELECT id FROM statement WHERE conversation = ? AND author = ?)`,
    key,
    key,
    participant,
  )
  if (withdrawStatements) {
    for (const { id } of written) eraseText(rows, key, id)
    rows.run(
      `UPDATE statement SET moderation = -1, is_waiting = 0, is_withdrawn = 1, reason = NULL,
       reason_welsh = NULL WHERE conversation = ? AND author = ?`,
      key,
      participant,
    )
  }
  rows.run(
    'UPDATE statement SET author = NULL, mutation = NULL WHERE conversation = ? AND author = ?',
    key,
    participant,
  )
  rows.run(
    `DELETE FROM report WHERE conversation = ? AND reporter IN (
       SELECT token_hash FROM participant WHERE conversation = ? AND number = ?
       UNION ALL SELECT token_hash FROM device WHERE conversation = ? AND participant = ?)`,
    key,
    key,
    participant,
    key,
    participant,
  )
  // The code stays used, so that it lets nobody else in.
  rows.run(
    `UPDATE invitation SET token_hash = NULL WHERE conversation = ? AND token_hash IN (
       SELECT token_hash FROM participant WHERE conversation = ? AND number = ?)`,
    key,
    key,
    participant,
  )
  rows.run('DELETE FROM device WHERE conversation = ? AND participant = ?', key, participant)
  rows.run('DELETE FROM return_code WHERE conversation = ? AND participant = ?', key, participant)
  rows.run('DELETE FROM entry_answer WHERE conversation = ? AND respondent = ?', key, respondent)
  rows.run('UPDATE participant SET token_hash = NULL WHERE conversation = ? AND number = ?', key, participant)
  if (written.length > 0) raiseRevision(rows, key)
  return { sequence, votes, statements: written.map(({ id }) => statementOf(rows, key, id)) }
}

/** Every entry of a participant in the log that has its content, in order. */
export function readOwnLog(rows: SqliteRows, key: number, participant: number): OwnLogEntry[] {
  // Votes that were cast here have a mutation; saying so lets SQLite use the index over it.
  return rows.all<OwnLogEntry>(
    `SELECT sequence, statement, vote, time_ms AS timeMs FROM vote_log
     WHERE conversation = ? AND participant = ? AND mutation IS NOT NULL AND statement IS NOT NULL ORDER BY sequence`,
    key,
    participant,
  )
}
