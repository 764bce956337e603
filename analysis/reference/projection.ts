// Positions on the map (Polis mathematics 4): a participant stands at the sum of (vote − mean) × component over their
// votes, stretched by √(S / votes) to make up for the statements they have not seen.
import type { PrincipalComponents } from './principal-components.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Positions of all participants, participants × 2. A statement moderated out counts as seen by everyone. */
export function projectParticipants(
  matrix: VoteMatrix,
  { means, components }: PrincipalComponents,
  moderatedOut: Uint8Array,
): Float64Array {
  const { participants, statements, cells, votedStatements } = matrix
  const all = votedStatements.reduce((sum, voted) => sum + voted, 0)
  const out = votedStatements.reduce((sum, voted, j) => sum + (voted && moderatedOut[j] ? 1 : 0), 0)
  const positions = new Float64Array(participants * 2)
  for (let participant = 0; participant < participants; participant++) {
    let x = 0
    let y = 0
    let seen = out
    for (let statement = 0; statement < statements; statement++) {
      const value = cells[participant * statements + statement]!
      if (Number.isNaN(value) || moderatedOut[statement]) continue
      x += (value - means[statement]!) * components[0]![statement]!
      y += (value - means[statement]!) * components[1]![statement]!
      seen++
    }
    const scale = Math.sqrt(all / Math.max(1, seen))
    positions[2 * participant] = scale * x
    positions[2 * participant + 1] = scale * y
  }
  return positions
}

/** Where a participant stands whose only vote is an agree on the statement, statements × 2. */
export function projectStatements(
  { means, components }: PrincipalComponents,
  votedStatements: Uint8Array,
): Float64Array {
  const scale = Math.sqrt(votedStatements.reduce((sum, voted) => sum + voted, 0))
  const positions = new Float64Array(means.length * 2)
  for (let statement = 0; statement < means.length; statement++) {
    positions[2 * statement] = scale * (1 - means[statement]!) * components[0]![statement]!
    positions[2 * statement + 1] = scale * (1 - means[statement]!) * components[1]![statement]!
  }
  return positions
}
