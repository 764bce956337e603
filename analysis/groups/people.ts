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
  /** Place on the curve: 16 bits of y and x interleaved, of which many people use the upper 22. */
  readonly codes: Uint32Array
  /** Length of one step of the coordinates on the map, a power of two. */
  readonly unit: number
  /** Sums of x, of y and of their squares over everybody. */
  readonly sumX: number
  readonly sumY: number
  readonly squares: number
}

const LARGEST = 2 ** 31
const RADIX_BITS = 11
/** From so many people on the curve is followed by its upper 22 bits only. */
const MANY_PEOPLE = 20_000
/** −2³¹ … 2³¹ in steps of 2¹⁶ is 0 … 65,536. */
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
  const codes = new Uint32Array(count)
  const who = new Uint32Array(count)
  const mask = count < MANY_PEOPLE ? -1 : -1024
  for (let i = 0, at = 0; i < participants; i++) {
    if (included[i] === 0) continue
    const column = Math.min(2 * MIDDLE - 1, Math.floor((positions[2 * i]! * scale) / STEP) + MIDDLE)
    const row = Math.min(2 * MIDDLE - 1, Math.floor((positions[2 * i + 1]! * scale) / STEP) + MIDDLE)
    codes[at] = (spread(column) | (spread(row) << 1)) & mask
    who[at] = i
    at++
  }
  sortByCode(codes, who, count < MANY_PEOPLE ? 0 : 10)
  kernels.begin(bytesFor(count))
  const xs = kernels.float64(count)
  const ys = kernels.float64(count)
  let sumX = 0
  let sumY = 0
  const squares = new ExactSquares()
  for (let at = 0; at < count; at++) {
    const i = who[at]!
    const x = Math.round(positions[2 * i]! * scale)
    const y = Math.round(positions[2 * i + 1]! * scale)
    xs[at] = x
    ys[at] = y
    sumX += x
    sumY += y
    squares.add(x)
    squares.add(y)
  }
  return { count, xs, ys, who, codes, unit, sumX, sumY, squares: squares.sum }
}

/** Sum of the squares of whole numbers up to 2³¹ in size, exact until it is read. */
class ExactSquares {
  private high = 0
  private mixed = 0
  private low = 0

  add(value: number): void {
    const high = Math.floor(value / STEP)
    const low = value - high * STEP
    this.high += high * high
    this.mixed += high * low
    this.low += low * low
  }

  get sum(): number {
    return this.high * STEP * STEP + this.mixed * (2 * STEP) + this.low
  }
}

/** Coordinates, groups for each k, and a share for the cells: what grouping takes from the kernels. */
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

/** Gathers the even bits of a number; the reverse of `spread`. */
export function gather(bits: number): number {
  let x = bits & 0x55555555
  x = (x | (x >>> 1)) & 0x33333333
  x = (x | (x >>> 2)) & 0x0f0f0f0f
  x = (x | (x >>> 4)) & 0x00ff00ff
  return (x | (x >>> 8)) & 0xffff
}

/** Radix sort by the bits from `lowest` on; people of one code keep their order. */
function sortByCode(codes: Uint32Array<ArrayBuffer>, who: Uint32Array<ArrayBuffer>, lowest: number): void {
  const count = codes.length
  let fromCodes = codes
  let fromWho = who
  let toCodes = new Uint32Array(count)
  let toWho = new Uint32Array(count)
  const places = new Uint32Array(1 << RADIX_BITS)
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
