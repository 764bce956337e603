// The worked example of the Polis mathematics (14.2): eight participants, six statements, 44 votes.
import type { VoteLog } from '../../analysis/opinion-map.ts'

const rows = [
  [1, 1, 1, -1, -1, 1],
  [1, 1, 0, -1, -1, 1],
  [1, 0, 1, -1, null, 1],
  [1, 1, null, -1, -1, 0],
  [-1, -1, -1, 1, 1, 1],
  [-1, -1, 0, 1, null, 1],
  [-1, null, -1, 1, 1, 1],
  [0, -1, -1, 1, 1, -1],
]

export const workedExample: VoteLog = logOfRows(rows)

/** A vote log of a table of votes, participant by participant; null is unseen. */
export function logOfRows(table: readonly (readonly (number | null)[])[]): VoteLog {
  const participants: number[] = []
  const statements: number[] = []
  const values: number[] = []
  table.forEach((row, participant) =>
    row.forEach((value, statement) => {
      if (value === null) return
      participants.push(participant)
      statements.push(statement)
      values.push(value)
    }),
  )
  return { participants, statements, values }
}
