// The k-th root in additions, multiplications, divisions and square roots only, so that every machine gives the same
// bits: Math.pow is not specified to the last bit.

/**
 * The k-th root of a number that is not negative, for k = 1, 2, 3 …; within a few units in the last place.
 *
 * Newton's iteration from above falls until rounding stops it, which is where it ends.
 */
export function root(value: number, k: number): number {
  if (!(value >= 0) || !Number.isInteger(k) || k < 1) {
    throw new RangeError(`Expected a number from 0 up and a whole root from 1 up, got ${value} and ${k}.`)
  }
  if (value === 0 || k === 1) return value
  if (k % 2 === 0) return root(Math.sqrt(value), k / 2)
  let estimate = Math.max(1, value)
  for (;;) {
    let power = 1
    for (let factor = 1; factor < k; factor++) power *= estimate
    const next = ((k - 1) * estimate + value / power) / k
    if (!(next < estimate)) return estimate
    estimate = next
  }
}
