// Opinion groups by ml-kmeans: for every k the best of several seeded k-means++ starts, groups large enough preferred,
// then the smallest k whose silhouette is as good as the best (Polis mathematics 6.9).
import { kmeans } from 'ml-kmeans'
import type { Grouping } from '../opinion-map.ts'
import { countVotes } from './vote-counts.ts'
import { meanSilhouette } from './silhouette.ts'
import type { VoteMatrix } from './vote-matrix.ts'

const STARTS = 30
const AS_GOOD = 0.02

/** The values of k to try for this many grouped people at this many distinct positions. */
export function rangeOfK(grouped: number, distinct: number, largestK: number, pinnedK?: number): number[] {
  const largest = Math.min(largestK, 2 + Math.floor(grouped / 12))
  return [2, 3, 4, 5, 6].filter((k) => k <= distinct && (k <= largest || k === pinnedK))
}

/** Divides the included participants into k groups, for each k in range. */
export function findGroupings(
  matrix: VoteMatrix,
  positions: Float64Array,
  included: Uint8Array,
  { largestK = 6, pinnedK }: { largestK?: number; pinnedK?: number } = {},
): Grouping[] {
  const members: number[] = []
  for (let participant = 0; participant < included.length; participant++) {
    if (included[participant]) members.push(participant)
  }
  const points = members.map((member) => [positions[2 * member]!, positions[2 * member + 1]!])
  const distinct = new Set(points.map(([x, y]) => `${x},${y}`)).size
  if (distinct < 2) return []
  return rangeOfK(members.length, distinct, largestK, pinnedK).map((k) => {
    const best = bestClustering(points, k)
    const labels = new Int8Array(matrix.participants).fill(-1)
    members.forEach((member, index) => (labels[member] = best.labels[index]!))
    return {
      k,
      eligible: best.eligible,
      labels,
      centres: Float64Array.from(best.centres.flat()),
      sizes: Uint32Array.from(best.sizes),
      withinSumOfSquares: best.withinSumOfSquares,
      silhouette: meanSilhouette(points, best.labels, k),
      counts: countVotes(matrix, k, labels),
    }
  })
}

/** The k to show when nobody looks back: the pinned one, else the smallest that is as good as the best. */
export function selectK(groupings: readonly Grouping[], pinnedK?: number): number {
  if (groupings.some((grouping) => grouping.k === pinnedK)) return pinnedK ?? 0
  const eligible = groupings.filter((grouping) => grouping.eligible)
  const best = Math.max(...eligible.map((grouping) => grouping.silhouette))
  const chosen = eligible.find((grouping) => grouping.silhouette >= best - AS_GOOD)
  return chosen?.k ?? groupings[0]?.k ?? 0
}

interface Clustering {
  labels: number[]
  centres: number[][]
  sizes: number[]
  withinSumOfSquares: number
  eligible: boolean
}

function bestClustering(points: number[][], k: number): Clustering {
  const smallest = Math.max(3, 0.02 * points.length)
  let best: Clustering | undefined
  for (let seed = 1; seed <= STARTS; seed++) {
    const result = kmeans(points, k, { initialization: 'kmeans++', seed, tolerance: 0, maxIterations: 300 })
    const clustering = numbered(points, result.clusters, result.centroids, smallest)
    const better =
      best === undefined ||
      (clustering.eligible && !best.eligible) ||
      (clustering.eligible === best.eligible && clustering.withinSumOfSquares < best.withinSumOfSquares)
    if (better) best = clustering
  }
  return best!
}

/** Numbers the groups by falling size, ties by their first member. */
function numbered(
  points: number[][],
  clusters: number[],
  centroids: number[][],
  smallest: number,
): Clustering {
  const sizes = centroids.map((_, group) => clusters.filter((label) => label === group).length)
  const order = centroids
    .map((_, group) => group)
    .sort((a, b) => sizes[b]! - sizes[a]! || clusters.indexOf(a) - clusters.indexOf(b))
  const labels = clusters.map((group) => order.indexOf(group))
  const centres = order.map((group) => centroids[group]!)
  let withinSumOfSquares = 0
  points.forEach((point, index) => {
    const [x, y] = centres[labels[index]!] as [number, number]
    withinSumOfSquares += (point[0]! - x) ** 2 + (point[1]! - y) ** 2
  })
  const sortedSizes = order.map((group) => sizes[group]!)
  const eligible = sortedSizes.every((size) => size >= smallest)
  return { labels, centres, sizes: sortedSizes, withinSumOfSquares, eligible }
}
