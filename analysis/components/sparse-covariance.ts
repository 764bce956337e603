// The covariance of the statements without forming it: C·u = D'(D·u), with D the centred votes, in one pass over the
// votes for each two vectors. With s_i what person i's votes make of u,
//   (C·u)_j = Σ over agrees of s − Σ over disagrees − m_j · Σ over all votes on j.
// Each s is split into a multiple of 2⁻²⁴ and a small rest; both add up without rounding, so that the result does not
// depend on who comes first.
import type { Kernels } from '../kernels/kernels.ts'
import type { VoteStore } from '../votes/vote-store.ts'
import { solverBytes, type SymmetricOperator } from './leading-eigenvectors.ts'

/** Adding and taking away rounds a number below 2²⁷ to a multiple of 2⁻²⁴. */
const ROUNDER = 1.5 * 2 ** 28

/** The covariance of the `chosen` statements (ascending) over everybody whose flag in `excluded` is not set; begins a piece of work. */
export function sparseCovariance(
  store: VoteStore,
  excluded: Uint8Array,
  means: Float64Array,
  chosen: Uint16Array,
  components: number,
  kernels: Kernels,
): SymmetricOperator {
  const size = chosen.length
  kernels.begin(solverBytes(size, components))
  const steps = new Float64Array(means.length * 8)
  const sums = new Float64Array(means.length * 16)

  /** One pass with two vectors; without a second one the first is taken twice. */
  function multiplyTwo(
    basis: Float64Array,
    first: number,
    second: number,
    block: Float64Array,
    to: number,
  ): void {
    for (let a = 0; a < size; a++) {
      const j = chosen[a]!
      for (let value = 0; value < 3; value++) {
        const centred = value - 1 - means[j]!
        steps[8 * j + 2 * value] = centred * basis[first * size + a]!
        steps[8 * j + 2 * value + 1] = centred * basis[second * size + a]!
      }
    }
    sums.fill(0)
    addShares(store, excluded, steps, sums)
    for (let a = 0; a < size; a++) {
      const j = chosen[a]!
      block[to * size + a] = combined(sums, 16 * j, means[j]!)
      if (second !== first) block[(to + 1) * size + a] = combined(sums, 16 * j + 1, means[j]!)
    }
  }

  return {
    size,
    multiply(basis, from, count, block) {
      for (let c = 0; c < count; c += 2)
        multiplyTwo(basis, from + c, from + Math.min(c + 1, count - 1), block, c)
    },
  }
}

/** For each code of a vote: the sums of the multiples for both vectors, then those of the rests. */
function addShares(store: VoteStore, excluded: Uint8Array, steps: Float64Array, sums: Float64Array): void {
  const { pool, starts, lengths, participants } = store
  for (let i = 0; i < participants; i++) {
    if (excluded[i]) continue
    const start = starts[i]!
    const end = start + lengths[i]!
    let one = 0
    let two = 0
    for (let at = start; at < end; at++) {
      const code = 2 * pool[at]!
      one += steps[code]!
      two += steps[code + 1]!
    }
    const roundOne = one + ROUNDER - ROUNDER
    const roundTwo = two + ROUNDER - ROUNDER
    const restOne = one - roundOne
    const restTwo = two - roundTwo
    for (let at = start; at < end; at++) {
      const sum = 4 * pool[at]!
      sums[sum] = sums[sum]! + roundOne
      sums[sum + 1] = sums[sum + 1]! + roundTwo
      sums[sum + 2] = sums[sum + 2]! + restOne
      sums[sum + 3] = sums[sum + 3]! + restTwo
    }
  }
}

/** Disagrees stand at `at`, passes 4 and agrees 8 further on; the rests 2 after each. */
function combined(sums: Float64Array, at: number, mean: number): number {
  const opinions = sums[at + 8]! - sums[at]! + (sums[at + 10]! - sums[at + 2]!)
  const votes = sums[at]! + sums[at + 4]! + sums[at + 8]! + (sums[at + 2]! + sums[at + 6]! + sums[at + 10]!)
  return opinions - mean * votes
}
