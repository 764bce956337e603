// Lloyd's iterations on all people, started from centres found on the cells. A cell whose whole bounding box is nearer
// to one centre than to any other is taken as one (its sums are known); only people in cells on a border between groups
// are looked at one by one. Sums of whole coordinates are exact, so the result is that of the plain method, bit for bit.
import type { Cells } from './cells.ts'
import type { People } from './people.ts'

const MOST_ITERATIONS = 100
/** Centres that move less than this share of the extent have come to rest. */
const AT_REST = 2 ** -30

/** Cells with what the refinement needs to know of them; computed once for all k. */
export interface Boxes {
  readonly cells: Cells
  readonly people: People
  /** Smallest and largest x and y in each cell, cells × 4. */
  readonly bounds: Float64Array
  /** Sums of x and y in each cell, cells × 2. */
  readonly sums: Float64Array
}

/** Groups of all people, in curve order. */
export interface Refined {
  readonly labels: Uint8Array
  readonly centres: Float64Array
  readonly sizes: Uint32Array
}

/** Measures the cells. */
export function measureCells(people: People, cells: Cells): Boxes {
  const { xs, ys } = people
  const bounds = new Float64Array(cells.count * 4)
  const sums = new Float64Array(cells.count * 2)
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
    bounds[4 * cell] = left
    bounds[4 * cell + 1] = right
    bounds[4 * cell + 2] = bottom
    bounds[4 * cell + 3] = top
    sums[2 * cell] = sumX
    sums[2 * cell + 1] = sumY
  }
  return { cells, people, bounds, sums }
}

/** Moves the centres until they rest and answers everybody's group; ties go to the lower group. */
export function refine(boxes: Boxes, k: number, start: Float64Array): Refined {
  const { cells, people, bounds, sums } = boxes
  const { xs, ys } = people
  const labels = new Uint8Array(people.count)
  const centres = start.slice()
  const totals = new Float64Array(2 * k)
  const sizes = new Uint32Array(k)
  const rest = 2 ** 31 * AT_REST
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    totals.fill(0)
    sizes.fill(0)
    for (let cell = 0; cell < cells.count; cell++) {
      const from = cells.from[cell]!
      const to = cells.from[cell + 1]!
      const group = nearest(cells.xs[cell]!, cells.ys[cell]!, centres, k)
      if (isAllNearest(bounds, cell, centres, k, group)) {
        totals[2 * group] = totals[2 * group]! + sums[2 * cell]!
        totals[2 * group + 1] = totals[2 * group + 1]! + sums[2 * cell + 1]!
        sizes[group] = sizes[group]! + (to - from)
        labels.fill(group, from, to)
        continue
      }
      for (let at = from; at < to; at++) {
        const x = xs[at]!
        const y = ys[at]!
        const own = nearest(x, y, centres, k)
        labels[at] = own
        totals[2 * own] = totals[2 * own]! + x
        totals[2 * own + 1] = totals[2 * own + 1]! + y
        sizes[own]!++
      }
    }
    let largestMove = 0
    for (let g = 0; g < k; g++) {
      if (sizes[g] === 0) continue
      const x = totals[2 * g]! / sizes[g]!
      const y = totals[2 * g + 1]! / sizes[g]!
      largestMove = Math.max(largestMove, Math.abs(x - centres[2 * g]!), Math.abs(y - centres[2 * g + 1]!))
      centres[2 * g] = x
      centres[2 * g + 1] = y
    }
    if (largestMove <= rest) break
  }
  return { labels, centres, sizes }
}

function nearest(x: number, y: number, centres: Float64Array, k: number): number {
  let label = 0
  let least = Infinity
  for (let g = 0; g < k; g++) {
    const dx = x - centres[2 * g]!
    const dy = y - centres[2 * g + 1]!
    const distance = dx * dx + dy * dy
    if (distance < least) {
      least = distance
      label = g
    }
  }
  return label
}

/** |p − a|² − |p − b|² is linear in p, so its largest value over a box is at a corner. */
function isAllNearest(
  bounds: Float64Array,
  cell: number,
  centres: Float64Array,
  k: number,
  group: number,
): boolean {
  const ax = centres[2 * group]!
  const ay = centres[2 * group + 1]!
  for (let other = 0; other < k; other++) {
    if (other === group) continue
    const dx = centres[2 * other]! - ax
    const dy = centres[2 * other + 1]! - ay
    const x = (dx > 0 ? bounds[4 * cell + 1]! : bounds[4 * cell]!) - ax
    const y = (dy > 0 ? bounds[4 * cell + 3]! : bounds[4 * cell + 2]!) - ay
    const length = dx * dx + dy * dy
    // A margin far above rounding, so that a person looked at alone would be given the same group.
    if (!(2 * (x * dx + y * dy) < length * (1 - 1e-9))) return false
  }
  return true
}
