// Weighted k-means in the plane (Polis mathematics 6.9): many k-means++ starts from fixed seeds and Lloyd's iterations
// until nobody changes groups, on coarse cells; then the best few different solutions again on fine cells. Solutions
// whose smallest group is large enough go before others, then the lower cost decides, then the earlier start.
import type { Kernels } from '../kernels/kernels.ts'
import { type Cells, type CellsOfTwoSizes, layOutCells } from './cells.ts'

const MOST_ITERATIONS = 100
const STARTS = 30
/** How many of the solutions on coarse cells are tried on fine ones. */
const FINALISTS = 4
const SAME_COST = 1e-9
/** A start that after so many iterations costs so much more than the best solution is given up. */
const EARLY_ITERATIONS = 4
const FAR_BEHIND = 1.1

interface Solution {
  readonly centres: Float64Array
  readonly isLarge: boolean
  /** Sum over the cells of people × squared distance to the centre. */
  readonly cost: number
}

/** Cells as the kernels want them, with the arrays that the iterations work on. */
interface Bench {
  readonly kernels: Kernels
  readonly cells: Cells
  readonly points: Float64Array
  readonly centres: Float64Array
  readonly labels: Uint8Array
  readonly sums: Float64Array
  readonly nearest: Float64Array
}

/** For each k the centres (k × 2) of the best solution with, if there is one, at least `smallest` people in each group. Works within the present piece of work of the kernels. */
export function bestCentres(
  { coarse, fine }: CellsOfTwoSizes,
  ks: readonly number[],
  smallest: number,
  kernels: Kernels,
): Float64Array[] {
  const coarseBench = layOut(coarse, kernels)
  const fineBench = layOut(fine, kernels)
  return ks.map((k) => {
    let best: Solution[] = []
    for (let start = 0; start < STARTS; start++) {
      chooseCentres(coarseBench, k, (k << 8) + start)
      const limit = best[0]?.isLarge ? FAR_BEHIND * best[0].cost : Infinity
      const solution = iterate(coarseBench, k, smallest, limit)
      if (solution) best = withSolution(best, solution)
    }
    if (coarse.count === fine.count) return best[0]!.centres
    let winner: Solution | undefined
    for (const { centres } of best) {
      fineBench.centres.set(centres)
      const solution = iterate(fineBench, k, smallest, Infinity)
      if (solution === undefined) continue
      if (winner === undefined || isBetter(solution, winner)) winner = solution
    }
    return winner!.centres
  })
}

function layOut(cells: Cells, kernels: Kernels): Bench {
  return {
    kernels,
    cells,
    points: layOutCells(cells, kernels),
    centres: kernels.float64(16),
    labels: kernels.uint8(cells.count),
    sums: kernels.float64(48),
    nearest: kernels.float64(cells.count),
  }
}

function isBetter(one: Solution, other: Solution): boolean {
  return one.isLarge === other.isLarge ? one.cost < other.cost : one.isLarge
}

/** Puts a solution in its place among the best, unless it is there already. */
function withSolution(best: Solution[], solution: Solution): Solution[] {
  if (best.some(({ cost }) => Math.abs(cost - solution.cost) <= SAME_COST * cost)) return best
  const at = best.findIndex((other) => isBetter(solution, other))
  if (at === -1) return best.length < FINALISTS ? [...best, solution] : best
  return best.toSpliced(at, 0, solution).slice(0, FINALISTS)
}

/** k-means++: each next centre is a cell drawn by people × squared distance to the nearest centre so far. */
function chooseCentres({ cells, centres, nearest }: Bench, k: number, seed: number): void {
  const { count, xs, ys, weights } = cells
  let state = Math.imul(seed + 1, 0x9e3779b1)
  for (let chosen = 0; chosen < k; chosen++) {
    let total = 0
    if (chosen === 0) {
      for (let c = 0; c < count; c++) {
        nearest[c] = weights[c]!
        total += weights[c]!
      }
    } else {
      const x = centres[2 * chosen - 2]!
      const y = centres[2 * chosen - 1]!
      for (let c = 0; c < count; c++) {
        const dx = xs[c]! - x
        const dy = ys[c]! - y
        const distance = weights[c]! * (dx * dx + dy * dy)
        if (chosen === 1 || distance < nearest[c]!) nearest[c] = distance
        total += nearest[c]!
      }
    }
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
    const cell = draw(nearest, count, ((state ^ (state >>> 13)) >>> 0) * total * 2 ** -32)
    centres[2 * chosen] = xs[cell]!
    centres[2 * chosen + 1] = ys[cell]!
  }
}

/** The first cell up to which the shares add up to more than `left`; never one without a share. */
function draw(shares: Float64Array, count: number, left: number): number {
  let last = 0
  for (let c = 0; c < count; c++) {
    const share = shares[c]!
    if (share === 0) continue
    if (left < share) return c
    left -= share
    last = c
  }
  return last
}

function iterate(
  { kernels, cells, points, centres, labels, sums }: Bench,
  k: number,
  smallest: number,
  limit: number,
): Solution | undefined {
  let cost = Infinity
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const next = kernels.assign(points, cells.count, centres, k, labels, sums)
    let hasMoved = false
    for (let g = 0; g < k; g++) {
      const size = sums[4 * g + 2]!
      if (size === 0) continue
      const x = sums[4 * g]! / size
      const y = sums[4 * g + 1]! / size
      if (x !== centres[2 * g] || y !== centres[2 * g + 1]) hasMoved = true
      centres[2 * g] = x
      centres[2 * g + 1] = y
    }
    // Unmoved centres mean unchanged groups.
    const isAtRest = !hasMoved || next === cost
    cost = next
    if (isAtRest) break
    if (iteration === EARLY_ITERATIONS && cost > limit) return undefined
  }
  let isLarge = true
  for (let g = 0; g < k; g++) if (sums[4 * g + 2]! < smallest) isLarge = false
  return { centres: centres.slice(0, 2 * k), isLarge, cost }
}
