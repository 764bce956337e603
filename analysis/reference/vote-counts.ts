// Agrees, disagrees and votes on every statement, group by group, from the raw votes (Polis mathematics 7.1).
import type { GroupVoteCounts } from '../opinion-map.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Counts the votes of the participants labelled 0 to groups − 1; others are left out. */
export function countVotes(matrix: VoteMatrix, groups: number, labels: Int8Array): GroupVoteCounts {
  const { participants, statements, cells } = matrix
  const agrees = new Uint32Array(groups * statements)
  const disagrees = new Uint32Array(groups * statements)
  const votes = new Uint32Array(groups * statements)
  for (let participant = 0; participant < participants; participant++) {
    const group = labels[participant]!
    if (group < 0) continue
    for (let statement = 0; statement < statements; statement++) {
      const value = cells[participant * statements + statement]!
      if (Number.isNaN(value)) continue
      votes[group * statements + statement]!++
      if (value > 0) agrees[group * statements + statement]!++
      if (value < 0) disagrees[group * statements + statement]!++
    }
  }
  return { agrees, disagrees, votes }
}
