// The covariance of the statements, up to the factor 1 / participants: the Gram matrix of the centred votes, missing
// ones filled with the mean of their statement (Polis mathematics, section 12).
//
//   C_jk = P_jk − m_k·A_jk − m_j·A_kj + m_j·m_k·N_jk
import type { PairStatistics } from './pair-statistics.ts'

const FIELD = 2 ** 26
const HALF = 2 ** 25

/** Statements that can take part in a component: live, and voted on by people who do not all say the same. */
export function varyingStatements(
  pairs: PairStatistics,
  means: Float64Array,
  moderatedOut: Uint8Array,
): Uint16Array {
  const varying: number[] = []
  for (let j = 0; j < means.length; j++) {
    if (moderatedOut[j]) continue
    const { together, first, products } = pairs.pair(j, j)
    // The sum of squares about the mean is products − first² / together; whole numbers say exactly whether it is 0.
    if (products * together !== first * first) varying.push(j)
  }
  return Uint16Array.from(varying)
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
