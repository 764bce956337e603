// Erasing a person: their votes are withdrawn by further entries of the log, and all by which they could be known is
// deleted. Runs inside the transactions of GroupCommit.
import type { Erasure, OwnLogEntry } from './participation-store.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import { raiseRevision } from './sqlite-statements.ts'
import type { VoteLog } from './vote-log.ts'

/** A vote that was withdrawn, with the place of the withdrawal in the log. */
export interface Withdrawal {
  readonly statement: number
  readonly sequence: number
}

/** Erases a participant of the conversation with this key. */
export function eraseParticipant(
  rows: SqliteRows,
  log: VoteLog,
  key: number,
  { conversation, participant, respondent, tokenHash, withdrawStatements, timeMs }: Erasure,
): readonly Withdrawal[] {
  const withdrawals = withdrawVotes(rows, log, key, { conversation, participant, tokenHash, timeMs })
  const changed = withdrawStatements
    ? rows.run(
        `UPDATE statement SET author = NULL, mutation = NULL, text = '', folded = '', moderation = -1, is_waiting = 0,
         is_withdrawn = 1, reason = NULL, reason_welsh = NULL WHERE conversation = ? AND author = ?`,
        key,
        participant,
      )
    : rows.run(
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
  if (changed > 0) raiseRevision(rows, key)
  return withdrawals
}

/** Every entry of a participant in the log, in order. */
export function readOwnLog(rows: SqliteRows, key: number, participant: number): OwnLogEntry[] {
  // Votes that were cast here have a mutation; saying so lets SQLite use the index over it.
  return rows.all<OwnLogEntry>(
    `SELECT sequence, statement, vote, time_ms AS timeMs FROM vote_log
     WHERE conversation = ? AND participant = ? AND mutation IS NOT NULL ORDER BY sequence`,
    key,
    participant,
  )
}

function withdrawVotes(
  rows: SqliteRows,
  log: VoteLog,
  key: number,
  person: Pick<Erasure, 'conversation' | 'participant' | 'tokenHash' | 'timeMs'>,
): readonly Withdrawal[] {
  const current = new Map<number, number | null>()
  for (const { statement, vote } of readOwnLog(rows, key, person.participant)) current.set(statement, vote)
  const withdrawn = [...current].filter(([, vote]) => vote !== null)
  return withdrawn.map(([statement]) => {
    const outcome = log.append({ ...person, statement, vote: null, mutation: `erased:${statement}` })
    if (outcome.kind === 'refused') throw new Error(`A withdrawal was refused: ${outcome.code}.`)
    return { statement, sequence: outcome.sequence }
  })
}
