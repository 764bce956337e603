// Mean silhouette of a grouping (Polis mathematics 6.2) over cells weighted with their people: how much nearer people
// are to their own group than to the next one, −1 to 1. People of one cell are taken to stand in its middle.
import type { Cells } from './cells.ts'

/** Mean silhouettes of several groupings at once; `labels` holds the group of each cell, one array for each grouping. */
export function meanSilhouettes(
  cells: Cells,
  labels: readonly Uint8Array[],
  ks: readonly number[],
): Float64Array {
  const { count, xs, ys, weights } = cells
  // Cells that share their groups in all groupings stand together, so that distances are first summed over runs.
  const { order, runs } = runsOfEqualLabels(count, labels)
  const sortedX = Float64Array.from(order, (c) => xs[c]!)
  const sortedY = Float64Array.from(order, (c) => ys[c]!)
  const sortedWeight = Float64Array.from(order, (c) => weights[c]!)
  const sizes = ks.map((k) => new Float64Array(k))
  let people = 0
  for (let c = 0; c < count; c++) {
    people += weights[c]!
    labels.forEach((label, g) => (sizes[g]![label[c]!] = sizes[g]![label[c]!]! + weights[c]!))
  }
  const runSums = new Float64Array(runs.length)
  const sums = new Float64Array(8)
  const totals = new Float64Array(ks.length)
  for (let one = 0; one < count; one++) {
    const x = sortedX[one]!
    const y = sortedY[one]!
    for (let run = 0; run < runs.length; run++) {
      const end = runs[run]!
      let sum = 0
      for (let other = run === 0 ? 0 : runs[run - 1]!; other < end; other++) {
        const dx = sortedX[other]! - x
        const dy = sortedY[other]! - y
        sum += sortedWeight[other]! * Math.sqrt(dx * dx + dy * dy)
      }
      runSums[run] = sum
    }
    for (let g = 0; g < ks.length; g++) {
      const label = labels[g]!
      sums.fill(0)
      for (let run = 0; run < runs.length; run++) {
        const group = label[order[runs[run]! - 1]!]!
        sums[group] = sums[group]! + runSums[run]!
      }
      const own = label[order[one]!]!
      totals[g] = totals[g]! + sortedWeight[one]! * silhouette(sums, sizes[g]!, own)
    }
  }
  return totals.map((total) => (people > 0 ? total / people : 0))
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
