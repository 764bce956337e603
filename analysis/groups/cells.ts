// Cells of people near each other: contiguous stretches of the curve, split where the people within a cell lie farthest
// apart until there are enough cells. With no more people than cells each cell is one person (or people in one place),
// and what is computed on cells is exact.
import type { Kernels } from '../kernels/kernels.ts'
import { gather, type People } from './people.ts'

const MIDDLE = 2 ** 15

/** Parallel arrays, one entry for each cell, in curve order. */
export interface Cells {
  readonly count: number
  /** Cell c holds the people `from[c]` to `from[c + 1]` − 1. */
  readonly from: Uint32Array
  /** Means of the people's coordinates. */
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** People in the cell. */
  readonly weights: Float64Array
}

/** Cells of two sizes; every coarse cell is made of fine ones. */
export interface CellsOfTwoSizes {
  readonly coarse: Cells
  readonly fine: Cells
}

/** Divides the people into at most `few` coarse and at most `many` fine cells. */
export function divideIntoCells(
  people: People,
  few: number,
  many: number,
  kernels: Kernels,
): CellsOfTwoSizes {
  const { count, xs, ys, codes } = people
  const sums = kernels.float64(2 * (count + 1))
  // Of the places on the curve, in steps of 1/65,536 of the map, even the squares add up exactly.
  const places = kernels.float64(3 * (count + 1))
  for (let at = 0; at < count; at++) {
    sums[2 * at + 2] = sums[2 * at]! + xs[at]!
    sums[2 * at + 3] = sums[2 * at + 1]! + ys[at]!
    const column = gather(codes[at]!) - MIDDLE
    const row = gather(codes[at]! >>> 1) - MIDDLE
    places[3 * at + 3] = places[3 * at]! + column
    places[3 * at + 4] = places[3 * at + 1]! + row
    places[3 * at + 5] = places[3 * at + 2]! + (column * column + row * row)
  }
  const scatter = (from: number, to: number): number => {
    const sumX = places[3 * to]! - places[3 * from]!
    const sumY = places[3 * to + 1]! - places[3 * from + 1]!
    const squares = places[3 * to + 2]! - places[3 * from + 2]!
    return squares - (sumX * sumX + sumY * sumY) / (to - from)
  }
  const starts = count > 0 ? splitWidest(codes, count, many, scatter) : []
  return { coarse: cellsFrom(starts.slice(0, few), count, sums), fine: cellsFrom(starts, count, sums) }
}

function cellsFrom(starts: number[], people: number, sums: Float64Array): Cells {
  const count = starts.length
  const from = Uint32Array.from([...starts, people]).sort()
  const xs = new Float64Array(count)
  const ys = new Float64Array(count)
  const weights = new Float64Array(count)
  for (let cell = 0; cell < count; cell++) {
    const first = from[cell]!
    const next = from[cell + 1]!
    weights[cell] = next - first
    xs[cell] = (sums[2 * next]! - sums[2 * first]!) / (next - first)
    ys[cell] = (sums[2 * next + 1]! - sums[2 * first + 1]!) / (next - first)
  }
  return { count, from, xs, ys, weights }
}

/** The cells as the kernels want points: all x, then all y, then all weights. */
export function layOutCells({ count, xs, ys, weights }: Cells, kernels: Kernels): Float64Array {
  const points = kernels.float64(3 * count)
  points.set(xs)
  points.set(ys, count)
  points.set(weights, 2 * count)
  return points
}

/** Starts of the cells, in the order of the splits. A binary heap gives the cell with the largest scatter, ties the first on the curve. */
function splitWidest(
  codes: Uint32Array,
  count: number,
  most: number,
  scatter: (from: number, to: number) => number,
): number[] {
  const heap: { from: number; to: number; scatter: number }[] = []
  const starts: number[] = [0]
  const isBefore = (a: (typeof heap)[number], b: (typeof heap)[number]): boolean =>
    a.scatter > b.scatter || (a.scatter === b.scatter && a.from < b.from)
  const push = (from: number, to: number): void => {
    const cell = { from, to, scatter: scatter(from, to) }
    if (codes[from] === codes[to - 1]) return
    let at = heap.length
    while (at > 0 && isBefore(cell, heap[(at - 1) >> 1]!)) {
      heap[at] = heap[(at - 1) >> 1]!
      at = (at - 1) >> 1
    }
    heap[at] = cell
  }
  const pop = (): (typeof heap)[number] => {
    const top = heap[0]!
    const last = heap.pop()!
    if (heap.length > 0) {
      let at = 0
      for (;;) {
        let child = 2 * at + 1
        if (child >= heap.length) break
        if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
        if (!isBefore(heap[child]!, last)) break
        heap[at] = heap[child]!
        at = child
      }
      heap[at] = last
    }
    return top
  }
  push(0, count)
  while (heap.length > 0 && starts.length < most) {
    const { from, to } = pop()
    const middle = firstOfUpperHalf(codes, from, to)
    starts.push(middle)
    push(from, middle)
    push(middle, to)
  }
  return starts
}

/** Where the highest bit in which the codes of a stretch differ turns to 1. */
function firstOfUpperHalf(codes: Uint32Array, from: number, to: number): number {
  const bit = 31 - Math.clz32(codes[from]! ^ codes[to - 1]!)
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[middle]! >>> bit) & 1) high = middle
    else low = middle + 1
  }
  return low
}
