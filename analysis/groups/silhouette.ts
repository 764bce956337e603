// Mean silhouette of a grouping (Polis mathematics 6.2) over cells weighted with their people: how much nearer people
// are to their own group than to the next one, −1 to 1. People of one cell are taken to stand in its middle.
import type { Kernels } from '../kernels/kernels.ts'
import { type Cells, layOutCells } from './cells.ts'

/**
 * Mean silhouettes of several groupings at once, each given by its centres (k × 2); a cell belongs to the nearest one.
 * Works within the present piece of work of the kernels.
 */
export function meanSilhouettes(
  cells: Cells,
  centres: readonly Float64Array[],
  kernels: Kernels,
): Float64Array {
  const { count, xs, ys, weights } = cells
  const labels = labelCells(cells, centres, kernels)
  // Cells that share their groups in all groupings stand together, so that distances are first summed over runs.
  const { order, runs } = runsOfEqualLabels(count, labels)
  const points = kernels.float64(3 * count)
  const ends = kernels.float64(runs.length)
  const runSums = kernels.float64(runs.length)
  ends.set(runs)
  let people = 0
  for (let at = 0; at < count; at++) {
    const cell = order[at]!
    points[at] = xs[cell]!
    points[count + at] = ys[cell]!
    points[2 * count + at] = weights[cell]!
    people += weights[cell]!
  }
  const groups = labels.map((label) => Uint8Array.from(runs, (end) => label[order[end - 1]!]!))
  const sizes = labels.map((label, g) => {
    const size = new Float64Array(centres[g]!.length / 2)
    for (let c = 0; c < count; c++) size[label[c]!] = size[label[c]!]! + weights[c]!
    return size
  })
  const sums = new Float64Array(8)
  const totals = new Float64Array(centres.length)
  for (let run = 0, one = 0; run < runs.length; run++) {
    for (; one < runs[run]!; one++) {
      kernels.sumDistances(points, count, one, ends, runs.length, runSums)
      for (let g = 0; g < groups.length; g++) {
        const group = groups[g]!
        for (let own = 0; own < 8; own++) sums[own] = 0
        for (let other = 0; other < group.length; other++) {
          sums[group[other]!] = sums[group[other]!]! + runSums[other]!
        }
        totals[g] = totals[g]! + points[2 * count + one]! * silhouette(sums, sizes[g]!, group[run]!)
      }
    }
  }
  return totals.map((total) => (people > 0 ? total / people : 0))
}

/** The nearest centre of each cell, for each grouping. */
function labelCells(cells: Cells, centres: readonly Float64Array[], kernels: Kernels): Uint8Array[] {
  const points = layOutCells(cells, kernels)
  const sums = kernels.float64(64)
  return centres.map((own) => {
    const labels = kernels.uint8(cells.count)
    const place = kernels.float64(own.length)
    place.set(own)
    kernels.assign(points, cells.count, place, own.length / 2, labels, sums)
    return labels
  })
}

function silhouette(sums: Float64Array, sizes: Float64Array, own: number): number {
  if (sizes[own]! < 2) return 0
  const within = sums[own]! / (sizes[own]! - 1)
  let next = Infinity
  for (let group = 0; group < sizes.length; group++) {
    if (group !== own && sizes[group]! > 0) next = Math.min(next, sums[group]! / sizes[group]!)
  }
  const larger = Math.max(within, next)
  return larger > 0 && next < Infinity ? (next - within) / larger : 0
}

function runsOfEqualLabels(
  count: number,
  labels: readonly Uint8Array[],
): { order: Uint32Array; runs: number[] } {
  const keys = new Uint32Array(count)
  for (const label of labels) for (let c = 0; c < count; c++) keys[c] = keys[c]! * 8 + label[c]!
  const order = Uint32Array.from({ length: count }, (_, c) => c).sort((a, b) => keys[a]! - keys[b]! || a - b)
  const runs: number[] = []
  for (let at = 1; at <= count; at++) {
    if (at === count || keys[order[at]!] !== keys[order[at - 1]!]) runs.push(at)
  }
  return { order, runs }
}
