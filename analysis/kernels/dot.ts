// Products of rows, summed in four lanes (entry i into lane i mod 4) and then as (0 + 2) + (1 + 3): the order that the
// WebAssembly twin keeps too, so that both give the same bits.

/** Dot product of `a[from …]` and `b[other …]` over `length` entries. */
export function dot(a: Float64Array, from: number, b: Float64Array, other: number, length: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const whole = length & ~3
  for (let i = 0; i < whole; i += 4) {
    s0 += a[from + i]! * b[other + i]!
    s1 += a[from + i + 1]! * b[other + i + 1]!
    s2 += a[from + i + 2]! * b[other + i + 2]!
    s3 += a[from + i + 3]! * b[other + i + 3]!
  }
  if (whole < length) s0 += a[from + whole]! * b[other + whole]!
  if (whole + 1 < length) s1 += a[from + whole + 1]! * b[other + whole + 1]!
  if (whole + 2 < length) s2 += a[from + whole + 2]! * b[other + whole + 2]!
  return s0 + s2 + (s1 + s3)
}

/** Adds `factor` times `b[other …]` to `a[from …]`. */
export function addScaled(
  a: Float64Array,
  from: number,
  b: Float64Array,
  other: number,
  length: number,
  factor: number,
): void {
  for (let i = 0; i < length; i++) a[from + i] = a[from + i]! + factor * b[other + i]!
}
