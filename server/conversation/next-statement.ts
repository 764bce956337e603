// Which statement a participant sees next: first those that the facilitator has pinned, then by a lottery among the open
// statements without a vote of theirs, weighted by priority (Polis mathematics 8). A share of the draws is kept for
// statements that hardly anybody has seen, so that a new one is heard however the priorities stand. All of it is seeded by
// the participant and how far they have come: coming back does not draw anew.
import { hash } from 'node:crypto'

/** A statement seen less often than this counts as new. */
export const ENOUGH_SEEN = 20
/** Share of the draws that are kept for new statements, as long as there are any. */
export const SHARE_FOR_NEW = 0.2

export interface Choice {
  /** Routing weight of each statement by dense index, above 0. */
  readonly weights: Float64Array
  /** 1 for statements that may not be drawn. */
  readonly closed: Uint8Array
  /** Statements that come before all others, in this order. */
  readonly pinned: readonly number[]
  /** How often each statement was seen by anybody. */
  readonly seen: (statement: number) => number
}

/** Chooses a statement with two numbers in [0, 1): one says among which, the other which. Null when none is left. */
export function chooseStatement(choice: Choice, among: number, which: number): number | null {
  const { weights, closed, pinned, seen } = choice
  const first = pinned.find((statement) => closed[statement] === 0)
  if (first !== undefined) return first
  if (among < SHARE_FOR_NEW) {
    const isNew = (statement: number) => closed[statement] === 0 && seen(statement) < ENOUGH_SEEN
    const found = drawWhere(isNew, () => 1, weights.length, which)
    if (found !== null) return found
  }
  return drawStatement(weights, closed, which)
}

/** Numbers in [0, 1) that depend on the seed alone. */
export function seededFractions(seed: string): [number, number] {
  const digits = hash('sha256', seed, 'hex')
  const fraction = (from: number) => parseInt(digits.slice(from, from + 8), 16) / 2 ** 32
  return [fraction(0), fraction(8)]
}

/**
 * Draws a statement: the first whose cumulative weight exceeds `fraction` of the sum. `closed` is 1 for statements that
 * may not be drawn. Null when none may.
 */
export function drawStatement(weights: Float64Array, closed: Uint8Array, fraction: number): number | null {
  return drawWhere(
    (statement) => closed[statement] === 0,
    (statement) => weights[statement]!,
    weights.length,
    fraction,
  )
}

function drawWhere(
  may: (statement: number) => boolean,
  weightOf: (statement: number) => number,
  count: number,
  fraction: number,
): number | null {
  let sum = 0
  for (let i = 0; i < count; i++) if (may(i)) sum += weightOf(i)
  let left = fraction * sum
  let last: number | null = null
  for (let i = 0; i < count; i++) {
    if (!may(i)) continue
    last = i
    left -= weightOf(i)
    if (left < 0) return i
  }
  return last // rounding may leave a crumb of the sum
}
