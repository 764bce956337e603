// The dense vote matrix of the reference pipeline: one row for each participant, one column for each statement, the
// last vote in each cell (Polis mathematics 1.1). Plain arrays of numbers, as ml-matrix wants them.
import type { VoteLog } from '../opinion-map.ts'

/** Everybody’s last votes, participants × statements. */
export interface VoteMatrix {
  readonly participants: number
  readonly statements: number
  /** Cell of participant i and statement j at i × statements + j; NaN where there is no vote. */
  readonly cells: Float64Array
  /** Statements with at least one vote; the S of the formulas. */
  readonly votedStatements: Uint8Array
}

/**
 * Reads a vote log into a dense matrix.
 *
 * `participants` and `statements` are the dimensions. Votes of `excluded` participants are read, since they still get
 * a position, but do not make a statement a voted one. Throws a RangeError for an index or a vote out of range.
 */
export function readVoteMatrix(
  log: VoteLog,
  participants: number,
  statements: number,
  excluded: Uint8Array,
): VoteMatrix {
  const cells = new Float64Array(participants * statements).fill(Number.NaN)
  const votedStatements = new Uint8Array(statements)
  for (let event = 0; event < log.values.length; event++) {
    const participant = log.participants[event] ?? -1
    const statement = log.statements[event] ?? -1
    const value = log.values[event] ?? Number.NaN
    if (!(participant >= 0 && participant < participants)) {
      throw new RangeError(`Expected a participant from 0 to ${participants - 1}, got ${participant}.`)
    }
    if (!(statement >= 0 && statement < statements)) {
      throw new RangeError(`Expected a statement from 0 to ${statements - 1}, got ${statement}.`)
    }
    if (value !== -1 && value !== 0 && value !== 1) {
      throw new RangeError(`Expected a vote of -1, 0 or 1, got ${value}.`)
    }
    cells[participant * statements + statement] = value
    if (!excluded[participant]) votedStatements[statement] = 1
  }
  return { participants, statements, cells, votedStatements }
}
