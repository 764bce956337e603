// Whole percentages as reports state them: computed from whole numbers, so that no binary fraction decides; a half goes to
// the even neighbour.

/** Whole percent that `part` is of `whole`, halves to even; 0 of nothing. Both whole numbers, 0 ≤ part ≤ whole. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0
  const hundredfold = 100 * part
  const below = Math.floor(hundredfold / whole)
  const rest = 2 * (hundredfold - below * whole)
  if (rest === whole) return below % 2 === 0 ? below : below + 1
  return rest > whole ? below + 1 : below
}

/** The same for a share of 0 to 1 that was rounded to two decimals before. */
export function percentOfShare(share: number): number {
  return percentOf(Math.round(share * 100), 100)
}
