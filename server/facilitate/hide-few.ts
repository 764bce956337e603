import { FEWEST_IN_A_CELL } from '../protocol/entry-questions.ts'

/**
 * Counts with null for those of fewer than five; and, where only one is hidden, so that it could be told from the sum, for the
 * smallest of the others too.
 */
export function hideFew(counts: readonly number[]): (number | null)[] {
  const isFew = (count: number) => count > 0 && count < FEWEST_IN_A_CELL
  const hidden = new Set(counts.flatMap((count, index) => (isFew(count) ? [index] : [])))
  if (hidden.size === 1) {
    const shown = counts.flatMap((count, index) => (count > 0 && !hidden.has(index) ? [index] : []))
    const smallest = shown.reduce<number | undefined>(
      (one, other) => (one === undefined || counts[other]! < counts[one]! ? other : one),
      undefined,
    )
    if (smallest !== undefined) hidden.add(smallest)
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count))
}
