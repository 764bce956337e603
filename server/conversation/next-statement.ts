// Which statement a participant sees next: a lottery weighted by priority among the open statements without a vote of
// theirs, seeded by the participant and how far they have come, so that a reload shows the same one again.
import { hash } from 'node:crypto'

/** Number in [0, 1) that depends on the seed alone. */
export function seededFraction(seed: string): number {
  return parseInt(hash('sha256', seed, 'hex').slice(0, 8), 16) / 2 ** 32
}

/**
 * Draws a statement: the first whose cumulative weight exceeds `fraction` of the sum. `closed` is 1 for statements that
 * may not be drawn. Null when none may.
 */
export function drawStatement(weights: Float64Array, closed: Uint8Array, fraction: number): number | null {
  let sum = 0
  for (let i = 0; i < weights.length; i++) if (closed[i] === 0) sum += weights[i]!
  let left = fraction * sum
  let last: number | null = null
  for (let i = 0; i < weights.length; i++) {
    if (closed[i] !== 0) continue
    last = i
    left -= weights[i]!
    if (left < 0) return i
  }
  return last // rounding may leave a crumb of the sum
}
