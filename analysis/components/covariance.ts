// The covariance of the statements, up to the factor 1 / participants: the Gram matrix of the centred votes, missing
// ones filled with the mean of their statement (Polis mathematics, section 12).
//
//   C_jk = P_jk − m_k·A_jk − m_j·A_kj + m_j·m_k·N_jk
import type { Kernels } from '../kernels/kernels.ts'
import { solverBytes, type SymmetricOperator } from './leading-eigenvectors.ts'
import type { PairStatistics } from './pair-statistics.ts'

const FIELD = 2 ** 26
const HALF = 2 ** 25

/** Up to so many statements the pairs are always counted, beyond `MOST_PAIRED` never. */
const ALWAYS_PAIRED = 512
/** The triangle of the pairs is then 72 MB, the matrix another 72 MB. */
export const MOST_PAIRED = 3000
/** Entries of the matrix that cost as much in a product as one vote does without the matrix. */
const ENTRIES_PER_VOTE = 8

/**
 * Whether the covariance is formed from the pair statistics; else its products are taken over the sparse votes. A
 * function of the size of the conversation alone. Both ways give the same components within 1e-10.
 */
export function isPaired(statements: number, votes: number): boolean {
  if (statements <= ALWAYS_PAIRED) return true
  return statements <= MOST_PAIRED && statements * statements <= ENTRIES_PER_VOTE * votes
}

/** The covariance of the `chosen` statements (ascending), formed; begins a piece of work of the kernels. */
export function pairedCovariance(
  pairs: PairStatistics,
  means: Float64Array,
  chosen: Uint16Array,
  components: number,
  kernels: Kernels,
): SymmetricOperator {
  const size = chosen.length
  kernels.begin(8 * size * size + solverBytes(size, components))
  const matrix = kernels.float64(size * size)
  fillCovariance(pairs, means, chosen, matrix)
  return {
    size,
    multiply: (basis, from, count, block) => kernels.multiply(matrix, size, basis, from, count, block),
  }
}

/** Fills `matrix`, symmetric, with one row and column for each of the `chosen` statements (ascending). */
export function fillCovariance(
  pairs: PairStatistics,
  means: Float64Array,
  chosen: Uint16Array,
  matrix: Float64Array,
): void {
  const { packed } = pairs
  const size = chosen.length
  for (let a = 0; a < size; a++) {
    const j = chosen[a]!
    const row = j * (j + 1)
    const mean = means[j]!
    for (let b = 0; b <= a; b++) {
      const k = chosen[b]!
      const first = packed[row + 2 * k]!
      const second = packed[row + 2 * k + 1]!
      const sumHigh = Math.floor(first / FIELD)
      const products = Math.floor((second + HALF) / FIELD)
      const otherMean = means[k]!
      const together = first - sumHigh * FIELD
      const entry =
        products - otherMean * sumHigh - mean * (second - products * FIELD) + mean * otherMean * together
      matrix[a * size + b] = entry
      matrix[b * size + a] = entry
    }
  }
}
