// Weighted k-means in the plane (Polis mathematics 6.9): many k-means++ starts from fixed seeds, Lloyd's iterations until
// nobody changes groups, and the best solution whose smallest group is large enough.
import type { Cells } from './cells.ts'

const MOST_ITERATIONS = 100

/** k centres, and what they cost. */
export interface Clustering {
  readonly centres: Float64Array
  readonly sizes: Float64Array
  /** Sum over the cells of people × squared distance to the centre. */
  readonly cost: number
}

/** The best of `starts` seeded starts; solutions with every group at least `smallest` large go before others. */
export function bestClustering(cells: Cells, k: number, starts: number, smallest: number): Clustering {
  let best: Clustering | undefined
  let bestIsLarge = false
  const labels = new Uint8Array(cells.count)
  const nearest = new Float64Array(cells.count)
  for (let start = 0; start < starts; start++) {
    const centres = chooseCentres(cells, k, (k << 8) + start, nearest)
    const clustering = iterate(cells, k, centres, labels)
    const isLarge = clustering.sizes.every((size) => size >= smallest)
    const isBetter = best === undefined || (isLarge === bestIsLarge ? clustering.cost < best.cost : isLarge)
    if (isBetter) {
      best = clustering
      bestIsLarge = isLarge
    }
  }
  return best!
}

/** k-means++: each next centre is a cell drawn by people × squared distance to the nearest centre so far. */
function chooseCentres(cells: Cells, k: number, seed: number, nearest: Float64Array): Float64Array {
  const { count, xs, ys, weights } = cells
  const centres = new Float64Array(2 * k)
  let state = Math.imul(seed + 1, 0x9e3779b1)
  for (let chosen = 0; chosen < k; chosen++) {
    let total = 0
    if (chosen === 0) for (let c = 0; c < count; c++) total += weights[c]!
    else {
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
    let left = ((state ^ (state >>> 13)) >>> 0) * total * 2 ** -32
    let cell = 0
    let last = 0
    for (; cell < count; cell++) {
      const share = chosen === 0 ? weights[cell]! : nearest[cell]!
      if (share > 0) {
        last = cell
        if (left < share) break
        left -= share
      }
    }
    if (cell === count) cell = last
    centres[2 * chosen] = xs[cell]!
    centres[2 * chosen + 1] = ys[cell]!
  }
  return centres
}

function iterate(cells: Cells, k: number, centres: Float64Array, labels: Uint8Array): Clustering {
  const { count, xs, ys, weights } = cells
  const sums = new Float64Array(2 * k)
  const sizes = new Float64Array(k)
  let cost = 0
  labels.fill(255)
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    let changes = 0
    cost = 0
    sums.fill(0)
    sizes.fill(0)
    for (let c = 0; c < count; c++) {
      const x = xs[c]!
      const y = ys[c]!
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
      const weight = weights[c]!
      cost += weight * least
      sums[2 * label] = sums[2 * label]! + weight * x
      sums[2 * label + 1] = sums[2 * label + 1]! + weight * y
      sizes[label] = sizes[label]! + weight
      if (labels[c] !== label) {
        labels[c] = label
        changes++
      }
    }
    if (changes === 0) break
    for (let g = 0; g < k; g++) {
      if (sizes[g] === 0) continue
      centres[2 * g] = sums[2 * g]! / sizes[g]!
      centres[2 * g + 1] = sums[2 * g + 1]! / sizes[g]!
    }
  }
  return { centres, sizes, cost }
}
