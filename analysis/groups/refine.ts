// Lloyd's iterations on all people, started from centres found on the cells. A cell whose whole bounding box is nearer
// to one centre than to any other is taken as one (its sums are known); only people in cells on a border between groups
// are looked at one by one. Sums of whole coordinates are exact, so the result is that of the plain method, bit for bit.
import type { Crowd, Kernels } from '../kernels/kernels.ts'
import type { Cells } from './cells.ts'
import type { People } from './people.ts'

const MOST_ITERATIONS = 300
/** Up to so many people the iterations go on until nothing moves. */
const FEW_PEOPLE = 5000
/**
 * With more people centres that move less than this share of the people's spread have come to rest, and there are so
 * many iterations at most: the centres of the cells cost 0.13% more than those of the people to begin with, at most.
 */
const AT_REST = 2 ** -9
const MANY_ITERATIONS = 16

/** Groups of all people, in curve order. */
export interface Refined {
  readonly labels: Uint8Array
  readonly centres: Float64Array
  readonly sizes: Uint32Array
  /** Sum over the people of the squared distance to the centre of their group. */
  readonly withinSumOfSquares: number
}

/** Measures the cells, once for all k. Works within the present piece of work of the kernels. */
export function measureCells({ xs, ys }: People, cells: Cells, kernels: Kernels): Crowd {
  const boxes = kernels.float64(cells.count * 6)
  const from = kernels.uint32(cells.count + 1)
  from.set(cells.from)
  for (let cell = 0; cell < cells.count; cell++) {
    let left = Infinity
    let right = -Infinity
    let bottom = Infinity
    let top = -Infinity
    let sumX = 0
    let sumY = 0
    for (let at = cells.from[cell]!; at < cells.from[cell + 1]!; at++) {
      const x = xs[at]!
      const y = ys[at]!
      if (x < left) left = x
      if (x > right) right = x
      if (y < bottom) bottom = y
      if (y > top) top = y
      sumX += x
      sumY += y
    }
    const box = 6 * cell
    boxes[box] = left
    boxes[box + 1] = right
    boxes[box + 2] = bottom
    boxes[box + 3] = top
    boxes[box + 4] = sumX
    boxes[box + 5] = sumY
  }
  return { xs, ys, cells: cells.count, from, boxes }
}

/** Moves the centres (k × 2) until they rest and answers everybody's group; ties go to the lower group. */
export function refine(
  people: People,
  crowd: Crowd,
  k: number,
  start: Float64Array,
  kernels: Kernels,
): Refined {
  const labels = kernels.uint8(people.count)
  const centres = kernels.float64(2 * k)
  const totals = kernels.float64(3 * k)
  const { count, sumX, sumY } = people
  const squares = people.squares - (sumX * sumX + sumY * sumY) / count
  const most = count <= FEW_PEOPLE ? MOST_ITERATIONS : MANY_ITERATIONS
  const rest = count <= FEW_PEOPLE ? 0 : Math.sqrt(Math.max(0, squares) / count) * AT_REST
  centres.set(start)
  for (let iteration = 0; iteration < most; iteration++) {
    kernels.assignPeople(crowd, centres, k, labels, totals)
    let largestMove = 0
    for (let g = 0; g < k; g++) {
      const size = totals[3 * g + 2]!
      if (size === 0) continue
      const x = totals[3 * g]! / size
      const y = totals[3 * g + 1]! / size
      largestMove = Math.max(largestMove, Math.abs(x - centres[2 * g]!), Math.abs(y - centres[2 * g + 1]!))
      centres[2 * g] = x
      centres[2 * g + 1] = y
    }
    if (largestMove <= rest) break
  }
  let between = 0
  for (let g = 0; g < k; g++) {
    const dx = centres[2 * g]! - sumX / count
    const dy = centres[2 * g + 1]! - sumY / count
    between += totals[3 * g + 2]! * (dx * dx + dy * dy)
  }
  return {
    labels,
    centres,
    sizes: Uint32Array.from({ length: k }, (_, g) => totals[3 * g + 2]!),
    withinSumOfSquares: Math.max(0, squares - between),
  }
}
