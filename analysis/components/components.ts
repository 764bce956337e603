// The leading components of the votes, with the share of the variance that each explains and a defined sign.
import type { Kernels } from '../kernels/kernels.ts'
import { leadingEigenvectors, type SymmetricOperator } from './leading-eigenvectors.ts'

/** Components below this share of the variance are rounding, not opinion. */
const NOTHING = 1e-12
const AS_LARGE = 1 - 1e-9

export interface Components {
  /** Unit vectors over the statements, leading first, at least two; all zero where nothing varies. */
  readonly components: readonly Float64Array[]
  /** Share of the variance that each explains, 0 to 1. */
  readonly explainedVariance: Float64Array
}

/**
 * Finds `count` components (at least two) of a covariance with the given trace, whose rows are the statements
 * `chosen` (ascending) among `statements`; the entries of the others are 0.
 */
export function leadingComponents(
  operator: SymmetricOperator,
  trace: number,
  count: number,
  chosen: Uint16Array,
  statements: number,
  kernels: Kernels,
): Components {
  const { size } = operator
  const components = Array.from({ length: count }, () => new Float64Array(statements))
  const explainedVariance = new Float64Array(count)
  if (!(trace > 0)) return { components, explainedVariance }
  const { values, vectors } = leadingEigenvectors(operator, count, kernels)
  for (let index = 0; index < values.length; index++) {
    const share = values[index]! / trace
    if (share <= NOTHING) continue
    explainedVariance[index] = Math.min(1, share)
    const sign = signOf(vectors.subarray(index * size, (index + 1) * size))
    for (let a = 0; a < size; a++) components[index]![chosen[a]!] = sign * vectors[index * size + a]!
  }
  return { components, explainedVariance }
}

/** The sign that makes the largest entry positive; of entries as good as equally large, the first decides. */
function signOf(vector: Float64Array): 1 | -1 {
  let largest = 0
  for (const entry of vector) largest = Math.max(largest, Math.abs(entry))
  return vector.find((entry) => Math.abs(entry) >= largest * AS_LARGE)! < 0 ? -1 : 1
}
