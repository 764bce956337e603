// The people to be grouped, as points with whole coordinates in the order of a space-filling curve (Morton). Whole
// numbers make every sum of coordinates exact, so that no result depends on the order of summation; the curve makes
// the order a function of the positions, and people who are near on the map near in memory.
import type { Kernels } from '../kernels/kernels.ts'

/** Points in curve order; coordinates are whole multiples of `unit`, at most 2³¹ in size. */
export interface People {
  readonly count: number
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** Participant index of each point. */
  readonly who: Uint32Array
  /** Place on the curve, 16 bits of y and x interleaved. */
  readonly codes: Uint32Array
  /** Length of one step of the coordinates on the map, a power of two. */
  readonly unit: number
}

const LARGEST = 2 ** 31
const RADIX_BITS = 11

/**
 * Collects the participants whose flag in `included` is set; `positions` is participants × 2. Begins the piece of work
 * in which they are grouped.
 */
export function collectPeople(positions: Float64Array, included: Uint8Array, kernels: Kernels): People {
  let count = 0
  let extent = 0
  for (let i = 0; i < included.length; i++) {
    if (included[i] === 0) continue
    count++
    extent = Math.max(extent, Math.abs(positions[2 * i]!), Math.abs(positions[2 * i + 1]!))
  }
  const unit = unitFor(extent)
  kernels.begin(bytesFor(count))
  const codes = new Uint32Array(count)
  const who = new Uint32Array(count)
  const cell = unit * 2 ** 16
  for (let i = 0, at = 0; i < included.length; i++) {
    if (included[i] === 0) continue
    // −2³¹ … 2³¹ in steps of 2¹⁶ is 0 … 65,536.
    const column = Math.min(65_535, Math.floor(positions[2 * i]! / cell) + 32_768)
    const row = Math.min(65_535, Math.floor(positions[2 * i + 1]! / cell) + 32_768)
    codes[at] = (spread(column) | (spread(row) << 1)) >>> 0
    who[at] = i
    at++
  }
  sortByCode(codes, who)
  const xs = kernels.float64(count)
  const ys = kernels.float64(count)
  for (let at = 0; at < count; at++) {
    const i = who[at]!
    xs[at] = Math.round(positions[2 * i]! / unit)
    ys[at] = Math.round(positions[2 * i + 1]! / unit)
  }
  return { count, xs, ys, who, codes, unit }
}

/** Coordinates, groups for each k and a share for the cells: what grouping takes from the kernels. */
function bytesFor(people: number): number {
  return 24 * people + 2 ** 20
}

/** The power of two of which coordinates up to `extent` are multiples of at most 2³¹. */
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

function sortByCode(codes: Uint32Array<ArrayBuffer>, who: Uint32Array<ArrayBuffer>): void {
  const count = codes.length
  let fromCodes = codes
  let fromWho = who
  let toCodes = new Uint32Array(count)
  let toWho = new Uint32Array(count)
  const places = new Uint32Array(1 << RADIX_BITS)
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    places.fill(0)
    for (let at = 0; at < count; at++) places[(fromCodes[at]! >>> shift) & (places.length - 1)]!++
    let sum = 0
    for (let digit = 0; digit < places.length; digit++) {
      const here = places[digit]!
      places[digit] = sum
      sum += here
    }
    for (let at = 0; at < count; at++) {
      const to = places[(fromCodes[at]! >>> shift) & (places.length - 1)]!++
      toCodes[to] = fromCodes[at]!
      toWho[to] = fromWho[at]!
    }
    ;[fromCodes, toCodes] = [toCodes, fromCodes]
    ;[fromWho, toWho] = [toWho, fromWho]
  }
  codes.set(fromCodes)
  who.set(fromWho)
}
