// Which statements to show next: the weight with which a statement is drawn for a participant who has not voted on it.
// Statements that are agreed with, seldom passed on, far from the middle or new come more often (Polis mathematics 8.1).
import type { GroupVoteCounts } from '../opinion-map.ts'

/** Weight of every meta statement. */
export const META_PRIORITY = 49

/** 2^(−r / 5) for r = 0 … 4: Math.pow may differ in the last bit from one machine to another. */
const FIFTH_ROOTS = [
  1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985175,
] as const

/** Beyond this many halvings the boost for new statements is less than half a unit in the last place of 1. */
const NOTICEABLE_HALVINGS = 60

/** Weight of a statement by its agrees, passes and votes among the grouped people and its extremity; above 0. */
export function priority(agrees: number, passes: number, votes: number, extremity: number): number {
  const importance = (1 - (passes + 1) / (votes + 2)) * (extremity + 1) * ((agrees + 1) / (votes + 2))
  const scaled = importance * (1 + 8 * halvedEveryFiveVotes(votes))
  return scaled * scaled
}

/**
 * Weights of all statements; `totals` are the votes of all groups together, 1 × statements. `isMeta` marks meta
 * statements with 1; where it is missing there are none.
 */
export function priorities(
  totals: GroupVoteCounts,
  extremity: Float64Array,
  isMeta?: ArrayLike<number>,
): Float64Array {
  return extremity.map((distance, statement) => {
    if (isMeta?.[statement]) return META_PRIORITY
    const agrees = totals.agrees[statement]!
    const votes = totals.votes[statement]!
    return priority(agrees, votes - agrees - totals.disagrees[statement]!, votes, distance)
  })
}

function halvedEveryFiveVotes(votes: number): number {
  const halvings = Math.floor(votes / 5)
  if (halvings > NOTICEABLE_HALVINGS) return 0
  let factor: number = FIFTH_ROOTS[votes % 5]!
  for (let step = 0; step < halvings; step++) factor /= 2
  return factor
}
