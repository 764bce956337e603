// The votes of an export come by statement and participant; the log wants them as they happened. A radix sort over the
// times, which are integers: linear, and stable, so that votes of the same millisecond keep the order of the file.

const DIGIT_VALUES = 2 ** 16

/** Indexes of `times` (integers, milliseconds) in ascending order of time; equal times in ascending order of index. */
export function orderByTime(times: Float64Array): Uint32Array {
  const count = times.length
  let order = new Uint32Array(count)
  let earliest = Infinity
  let latest = -Infinity
  let isSorted = true
  for (let i = 0; i < count; i++) {
    const time = times[i]!
    if (time < latest) isSorted = false
    else latest = time
    if (time < earliest) earliest = time
    order[i] = i
  }
  if (isSorted) return order
  let spare = new Uint32Array(count)
  const digits = new Uint16Array(count)
  const starts = new Uint32Array(DIGIT_VALUES)
  // Times exceed 32 bits, so a digit is taken by division; three digits cover 8,900 years.
  for (let unit = 1; unit <= latest - earliest; unit *= DIGIT_VALUES) {
    starts.fill(0)
    for (let i = 0; i < count; i++) {
      const digit = Math.floor((times[i]! - earliest) / unit) % DIGIT_VALUES
      digits[i] = digit
      starts[digit]!++
    }
    let start = 0
    for (let digit = 0; digit < DIGIT_VALUES; digit++) {
      const size = starts[digit]!
      starts[digit] = start
      start += size
    }
    for (let i = 0; i < count; i++) {
      const index = order[i]!
      spare[starts[digits[index]!]!++] = index
    }
    const sorted = spare
    spare = order
    order = sorted
  }
  return order
}
