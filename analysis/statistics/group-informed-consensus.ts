// Agreement that counts every group alike, large or small: the product over the groups of their smoothed shares,
// (agrees + 1) / (votes + 2). One group against is enough to make it small (Polis mathematics 7.2; Small et al. 2021).
import type { GroupVoteCounts } from '../opinion-map.ts'
import { root } from './root.ts'

/** One number for each statement, 0 to 1, in each array. */
export interface GroupInformedConsensus {
  /** The product; comparable only among results with equally many groups. */
  readonly agree: Float64Array
  /** The geometric mean over the groups, product^(1 / groups); comparable everywhere. */
  readonly agreeNormalised: Float64Array
  readonly disagree: Float64Array
  readonly disagreeNormalised: Float64Array
}

/** Consensus on every statement, moderated out or not; `counts` are groups × statements. Without groups it is 1. */
export function groupInformedConsensus(counts: GroupVoteCounts, statements: number): GroupInformedConsensus {
  const groups = statements > 0 ? counts.votes.length / statements : 0
  const agree = shareProducts(counts.agrees, counts.votes, statements)
  const disagree = shareProducts(counts.disagrees, counts.votes, statements)
  const normalise = (product: number) => (groups > 0 ? root(product, groups) : 1)
  return {
    agree,
    agreeNormalised: agree.map(normalise),
    disagree,
    disagreeNormalised: disagree.map(normalise),
  }
}

function shareProducts(inFavour: Uint32Array, votes: Uint32Array, statements: number): Float64Array {
  const products = new Float64Array(statements).fill(1)
  for (let cell = 0; cell < votes.length; cell++) {
    const statement = cell % statements
    products[statement] = products[statement]! * ((inFavour[cell]! + 1) / (votes[cell]! + 2))
  }
  return products
}
