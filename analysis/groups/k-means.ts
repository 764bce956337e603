// Weighted k-means in the plane (Polis mathematics 6.9): many k-means++ starts from fixed seeds and Lloyd's iterations
// until nobody changes groups, on coarse cells; then the best few different solutions again on fine cells. Solutions
// whose smallest group is large enough go before others, then the lower cost decides, then the earlier start.
import type { Kernels } from '../kernels/kernels.ts'
import { type Cells, type CellsOfTwoSizes, layOutCells } from './cells.ts'

const STARTS = 30
/** How many of the solutions on coarse cells are tried on fine ones. */
const FINALISTS = 4
const SAME_COST = 1e-9
/** A start that costs so much more than the best solution so far is given up early. */
const FAR_BEHIND = 1.1
const AS_THEY_ARE = -1

interface Solution {
  /** Centres, k × 2. */
  readonly centres: Float64Array
  readonly isLarge: boolean
  /** Sum over the cells of people × squared distance to the centre. */
  readonly cost: number
}

/** Cells as the kernels want them, with the arrays that the iterations work on. */
interface Bench {
  readonly kernels: Kernels
  readonly count: number
  readonly points: Float64Array
  readonly centres: Float64Array
  readonly labels: Uint8Array
  readonly sums: Float64Array
  readonly nearest: Float64Array
}

/**
 * For each k the centres (k × 2) of the best solution with, if there is one, at least `smallest` people in each group.
 * Works within the present piece of work of the kernels.
 */
export function bestCentres(
  { coarse, fine }: CellsOfTwoSizes,
  ks: readonly number[],
  smallest: number,
  kernels: Kernels,
): Float64Array[] {
  const coarseBench = layOut(coarse, kernels)
  const fineBench = layOut(fine, kernels)
  return ks.map((k) => {
    const best: Solution[] = []
    for (let start = 0; start < STARTS; start++) {
      const limit = best[0]?.isLarge ? FAR_BEHIND * best[0].cost : Infinity
      const cost = run(coarseBench, k, (k << 8) + start, limit)
      if (cost < Infinity) insert(best, coarseBench, k, cost, smallest)
    }
    if (coarse.count === fine.count) return best[0]!.centres
    const finals: Solution[] = []
    for (const { centres } of best) {
      fineBench.centres.set(centres)
      insert(finals, fineBench, k, run(fineBench, k, AS_THEY_ARE, Infinity), smallest)
    }
    return finals[0]!.centres
  })
}

function layOut(cells: Cells, kernels: Kernels): Bench {
  return {
    kernels,
    count: cells.count,
    points: layOutCells(cells, kernels),
    centres: kernels.float64(16),
    labels: kernels.uint8(cells.count),
    sums: kernels.float64(48),
    nearest: kernels.float64(cells.count),
  }
}

function run(bench: Bench, k: number, seed: number, limit: number): number {
  const { kernels, count, points, centres, labels, sums, nearest } = bench
  return kernels.cluster(points, count, centres, k, seed, limit, labels, sums, nearest)
}

/** Puts the solution that the bench holds in its place among the best, unless it is there already. */
function insert(best: Solution[], { centres, sums }: Bench, k: number, cost: number, smallest: number): void {
  let isLarge = true
  for (let g = 0; g < k; g++) if (sums[4 * g + 2]! < smallest) isLarge = false
  let at = best.length
  for (let other = best.length - 1; other >= 0; other--) {
    const { cost: otherCost, isLarge: isOtherLarge } = best[other]!
    if (Math.abs(cost - otherCost) <= SAME_COST * cost) return
    if (isLarge === isOtherLarge ? cost < otherCost : isLarge) at = other
  }
  if (at === FINALISTS) return
  best.splice(at, 0, { centres: centres.slice(0, 2 * k), isLarge, cost })
  if (best.length > FINALISTS) best.pop()
}
