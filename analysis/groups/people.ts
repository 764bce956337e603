// The people to be grouped, as points with whole coordinates in the order of a space-filling curve (Morton). Whole
// numbers make every sum of coordinates exact, so that no result depends on the order of summation; the curve makes
// the order a function of the positions, and people who are near on the map near in memory.
import type { Kernels } from '../kernels/kernels.ts'

/** Points in curve order; coordinates are whole multiples of `unit`, below 2³¹ in size. */
export interface People {
  readonly count: number
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** Participant index of each point. */
  readonly who: Uint32Array
  /** Place on the curve: 16 bits of y and x interleaved, of which many people use the upper 22. */
  readonly codes: Uint32Array
  /** Length of one step of the coordinates on the map, a power of two. */
  readonly unit: number
  /** Sums of x, of y and of their squares over everybody. */
  readonly sumX: number
  readonly sumY: number
  readonly squares: number
}

const LARGEST = 2 ** 31 - 1
/** Adding and taking away rounds a number to the next whole one, halves to the even one. */
const ROUNDER = 1.5 * 2 ** 52
const RADIX_BITS = 11
/** From so many people on the curve is followed by its upper 22 bits only. */
const MANY_PEOPLE = 20_000
/** −2³¹ … 2³¹ in steps of 2¹⁶ is 0 … 65,535. */
const STEP = 2 ** 16
const MIDDLE = 2 ** 15

/**
 * Collects the participants whose flag in `included` is set; `positions` is participants × 2. Begins the piece of work
 * in which they are grouped.
 */
export function collectPeople(positions: Float64Array, included: Uint8Array, kernels: Kernels): People {
  const participants = included.length
  let count = 0
  let extent = 0
  for (let i = 0; i < participants; i++) {
    if (included[i] === 0) continue
    count++
    const x = positions[2 * i]!
    const y = positions[2 * i + 1]!
    if (x > extent) extent = x
    else if (-x > extent) extent = -x
    if (y > extent) extent = y
    else if (-y > extent) extent = -y
  }
  const unit = unitFor(extent)
  // A power of two, so that to multiply with it is exact.
  const scale = 1 / unit
  const toSteps = scale / STEP
  kernels.begin(bytesFor(count))
  const codes = kernels.uint32(count)
  const who = kernels.uint32(count)
  const mask = count < MANY_PEOPLE ? -1 : -1024
  for (let i = 0, at = 0; i < participants; i++) {
    if (included[i] === 0) continue
    const column = (positions[2 * i]! * toSteps + MIDDLE) | 0
    const row = (positions[2 * i + 1]! * toSteps + MIDDLE) | 0
    codes[at] = (spread(column) | (spread(row) << 1)) & mask
    who[at] = i
    at++
  }
  sortByCode(codes, who, count < MANY_PEOPLE ? 0 : 10, kernels)
  const xs = kernels.float64(count)
  const ys = kernels.float64(count)
  let sumX = 0
  let sumY = 0
  // Squares of the upper and the lower halves and their products, each of which adds up exactly.
  let high = 0
  let mixed = 0
  let low = 0
  for (let at = 0; at < count; at++) {
    const i = who[at]!
    const x = (positions[2 * i]! * scale + ROUNDER - ROUNDER) | 0
    const y = (positions[2 * i + 1]! * scale + ROUNDER - ROUNDER) | 0
    xs[at] = x
    ys[at] = y
    sumX += x
    sumY += y
    const highX = x >> 16
    const highY = y >> 16
    const lowX = x & 0xffff
    const lowY = y & 0xffff
    high += highX * highX + highY * highY
    mixed += highX * lowX + highY * lowY
    low += lowX * lowX + lowY * lowY
  }
  const squares = high * STEP * STEP + mixed * (2 * STEP) + low
  return { count, xs, ys, who, codes, unit, sumX, sumY, squares }
}

/** What the grouping takes from the kernels for each person and, at most, for the cells. */
function bytesFor(people: number): number {
  return 80 * people + 2 ** 19
}

/** The power of two of which coordinates up to `extent` are multiples below 2³¹. */
export function unitFor(extent: number): number {
  let unit = 1
  if (extent > 0) {
    while (extent / unit > LARGEST) unit *= 2
    while (extent / unit <= LARGEST / 2) unit /= 2
  }
  return unit
}

/** Number of distinct points, counted no further than `most`. */
export function countDistinct({ count, xs, ys }: People, most: number): number {
  const distinct: [number, number][] = []
  for (let at = 0; at < count && distinct.length < most; at++) {
    const x = xs[at]!
    const y = ys[at]!
    if (!distinct.some(([otherX, otherY]) => x === otherX && y === otherY)) distinct.push([x, y])
  }
  return distinct.length
}

/** Moves the 16 bits of a number to the even places of 32. */
function spread(bits: number): number {
  let x = bits
  x = (x | (x << 8)) & 0x00ff00ff
  x = (x | (x << 4)) & 0x0f0f0f0f
  x = (x | (x << 2)) & 0x33333333
  return (x | (x << 1)) & 0x55555555
}

/** Gathers the even bits of a number; the reverse of `spread`. */
export function gather(bits: number): number {
  let x = bits & 0x55555555
  x = (x | (x >>> 1)) & 0x33333333
  x = (x | (x >>> 2)) & 0x0f0f0f0f
  x = (x | (x >>> 4)) & 0x00ff00ff
  return (x | (x >>> 8)) & 0xffff
}

/** Radix sort by the bits from `lowest` on; people of one code keep their order. */
function sortByCode(codes: Uint32Array, who: Uint32Array, lowest: number, kernels: Kernels): void {
  const count = codes.length
  let fromCodes = codes
  let fromWho = who
  let toCodes = kernels.uint32(count)
  let toWho = kernels.uint32(count)
  const places = new Int32Array(1 << RADIX_BITS)
  const mask = places.length - 1
  for (let shift = lowest; shift < 32; shift += RADIX_BITS) {
    places.fill(0)
    for (let at = 0; at < count; at++) places[(fromCodes[at]! >>> shift) & mask]!++
    let sum = 0
    for (let digit = 0; digit <= mask; digit++) {
      const here = places[digit]!
      places[digit] = sum
      sum += here
    }
    for (let at = 0; at < count; at++) {
      const code = fromCodes[at]!
      const to = places[(code >>> shift) & mask]!++
      toCodes[to] = code
      toWho[to] = fromWho[at]!
    }
    ;[fromCodes, toCodes] = [toCodes, fromCodes]
    ;[fromWho, toWho] = [toWho, fromWho]
  }
  if (fromCodes !== codes) {
    codes.set(fromCodes)
    who.set(fromWho)
  }
}
