// Base clusters and opinion groups the way Polis finds them (Polis mathematics 5 and 6.1 to 6.4), for comparison with
// Polis only.
import { type PolisCluster, type PolisItems, polisKmeans } from './polis-clusters.ts'

const MOST_BASE_CLUSTERS = 100
const BASE_ITERATIONS = 100
const GROUP_ITERATIONS = 20
const COUNT_TO_SWITCH = 4

/** Base clusters of the participants who take part in the grouping, at most 100. */
export function polisBaseClusters(items: PolisItems, previous?: readonly PolisCluster[]): PolisCluster[] {
  return polisKmeans(items, MOST_BASE_CLUSTERS, {
    maxIterations: BASE_ITERATIONS,
    ...(previous ? { previous } : {}),
  })
}

/** One division of the base clusters into groups; the members of its clusters are base cluster ids. */
export interface PolisGrouping {
  readonly k: number
  readonly clusters: readonly PolisCluster[]
  readonly silhouette: number
}

/** Groupings of the base clusters for every k that Polis tries, each continued from the previous one of the same k. */
export function polisGroupings(
  baseClusters: readonly PolisCluster[],
  previous: readonly PolisGrouping[] = [],
): PolisGrouping[] {
  const items: PolisItems = {
    ids: baseClusters.map(({ id }) => id),
    points: Float64Array.from(baseClusters.flatMap(({ centre }) => [...centre])),
    weights: baseClusters.map(({ members }) => members.length),
  }
  const largest = Math.min(5, 2 + Math.floor(baseClusters.length / 12))
  return [2, 3, 4, 5]
    .filter((k) => k <= largest)
    .map((k) => {
      const before = previous.find((grouping) => grouping.k === k)?.clusters
      const clusters = polisKmeans(items, k, {
        maxIterations: GROUP_ITERATIONS,
        ...(before ? { previous: before } : {}),
      })
      return { k, clusters, silhouette: polisSilhouette(items, clusters) }
    })
}

/** The k with the largest silhouette, ties to the larger k; 0 without groupings. */
export function bestPolisK(groupings: readonly PolisGrouping[]): number {
  let best: PolisGrouping | undefined
  for (const grouping of groupings) {
    if (!best || grouping.silhouette >= best.silhouette) best = grouping
  }
  return best?.k ?? 0
}

/** Memory by which Polis delays a change of the number of groups. */
export interface PolisSmoother {
  readonly lastK: number
  readonly count: number
  readonly smoothedK: number
}

/** Takes up the best k of an update; the groups to show are those of `smoothedK`. */
export function smoothPolisK(
  thisK: number,
  largestK: number,
  previous: PolisSmoother | undefined,
): PolisSmoother {
  const count = previous?.lastK === thisK ? previous.count + 1 : 1
  const kept = previous?.smoothedK ?? thisK
  const smoothedK = count >= COUNT_TO_SWITCH || kept > largestK ? thisK : kept
  return { lastK: thisK, count, smoothedK }
}

/** Mean silhouette over the items, unweighted; 0 in a cluster of one. */
export function polisSilhouette(items: PolisItems, clusters: readonly PolisCluster[]): number {
  const rowOf = new Map(items.ids.map((id, row) => [id, row]))
  const rows = clusters.map(({ members }) => members.map((member) => rowOf.get(member)!))
  const meanDistance = (row: number, others: readonly number[], count: number) => {
    let sum = 0
    for (const other of others) {
      const dx = items.points[2 * row]! - items.points[2 * other]!
      const dy = items.points[2 * row + 1]! - items.points[2 * other + 1]!
      sum += Math.sqrt(dx * dx + dy * dy)
    }
    return sum / count
  }
  let sum = 0
  let count = 0
  rows.forEach((own, cluster) => {
    for (const row of own) {
      count++
      if (own.length < 2) continue
      const within = meanDistance(row, own, own.length - 1)
      let next = Infinity
      rows.forEach((others, index) => {
        if (index !== cluster) next = Math.min(next, meanDistance(row, others, others.length))
      })
      if (next < Infinity && Math.max(within, next) > 0) sum += (next - within) / Math.max(within, next)
    }
  })
  return count > 0 ? sum / count : 0
}
