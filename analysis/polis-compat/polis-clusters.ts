// k-means the way Polis does it, for comparison with Polis only: started from the first distinct rows or from the
// clusters of the update before, stopped early, and so dependent on the order of the rows and on history (Polis
// mathematics, section 5). Distances are true ones; Polis' own rounding below 1e-8 is noise that nobody can reproduce.

/** Points to cluster, with the names by which clusters remember them. */
export interface PolisItems {
  readonly ids: readonly number[]
  /** Positions, items × 2. */
  readonly points: Float64Array
  /** People that each item stands for. */
  readonly weights: ArrayLike<number>
}

/** A cluster of items, as Polis keeps it from one update to the next. */
export interface PolisCluster {
  /** Kept from update to update, growing, with gaps. */
  readonly id: number
  /** Ids of the items in it, in the order of the items. */
  readonly members: readonly number[]
  readonly centre: readonly [number, number]
}

interface PolisKmeansOptions {
  readonly maxIterations: number
  /** Clusters of the update before; missing or empty for a cold start. */
  readonly previous?: readonly PolisCluster[]
}

/** A cluster while it is being worked on: its members are rows of the items. */
interface Draft {
  id: number
  rows: number[]
  x: number
  y: number
}

const SAME_CENTRE = 0.01

/** Clusters items into at most k clusters, sorted by id; fewer where there are fewer distinct positions. */
export function polisKmeans(
  items: PolisItems,
  k: number,
  { maxIterations, previous = [] }: PolisKmeansOptions,
): PolisCluster[] {
  const distinct = countDistinct(items.points)
  const wanted = Math.min(k, distinct)
  if (wanted === 0) return []
  let clusters = previous.length > 0 ? continueFrom(items, previous, wanted) : startCold(items, wanted)
  for (let step = 0; step <= maxIterations; step++) {
    const next = assignToNearest(items, clusters)
    const isSettled = sameCentres(clusters, next)
    clusters = next
    if (isSettled) break
  }
  return clusters
    .map(({ id, rows, x, y }) => ({
      id,
      members: rows.map((row) => items.ids[row]!),
      centre: [x, y] as const,
    }))
    .sort((a, b) => a.id - b.id)
}

/** Number of distinct positions. */
export function countDistinct(points: Float64Array): number {
  return distinctRows(points, Infinity).length
}

function distinctRows(points: Float64Array, most: number): number[] {
  const seen = new Set<string>()
  const rows: number[] = []
  for (let row = 0; 2 * row < points.length && rows.length < most; row++) {
    const key = `${points[2 * row]! + 0},${points[2 * row + 1]! + 0}`
    if (seen.has(key)) continue
    seen.add(key)
    rows.push(row)
  }
  return rows
}

function startCold({ points }: PolisItems, k: number): Draft[] {
  return distinctRows(points, k).map((row, id) => ({
    id,
    rows: [row],
    x: points[2 * row]!,
    y: points[2 * row + 1]!,
  }))
}

function continueFrom(items: PolisItems, previous: readonly PolisCluster[], k: number): Draft[] {
  const rowOf = new Map(items.ids.map((id, row) => [id, row]))
  let clusters = previous
    .map(({ id, members }) => {
      const rows = members.map((member) => rowOf.get(member)).filter((row) => row !== undefined)
      return centred(items, id, rows)
    })
    .filter(({ rows }) => rows.length > 0)
  if (clusters.length === 0) {
    const id = 1 + Math.max(...previous.map((cluster) => cluster.id))
    clusters = [
      centred(
        items,
        id,
        items.ids.map((_, row) => row),
      ),
    ]
  }
  clusters = mergeEqual(clusters)
  while (clusters.length < k) {
    const farthest = farthestRow(items, clusters)
    if (farthest.distance === 0) break
    clusters = clusters
      .map(({ id, rows }) =>
        centred(
          items,
          id,
          rows.filter((row) => row !== farthest.row),
        ),
      )
      .filter(({ rows }) => rows.length > 0)
    clusters.push(centred(items, 1 + Math.max(...clusters.map(({ id }) => id)), [farthest.row]))
  }
  return clusters
}

/** Joins clusters with exactly equal centres under the id of the larger one (ties: the later). */
function mergeEqual(clusters: readonly Draft[]): Draft[] {
  const merged: Draft[] = []
  for (const cluster of clusters) {
    const same = merged.find(({ x, y }) => x === cluster.x && y === cluster.y)
    if (!same) {
      merged.push(cluster)
      continue
    }
    if (cluster.rows.length >= same.rows.length) same.id = cluster.id
    same.rows = [...same.rows, ...cluster.rows]
  }
  return merged
}

function farthestRow({ points }: PolisItems, clusters: readonly Draft[]): { row: number; distance: number } {
  let farthest = { row: -1, distance: -1 }
  for (let row = 0; 2 * row < points.length; row++) {
    const { distance } = nearest(points, row, clusters)
    if (distance >= farthest.distance) farthest = { row, distance }
  }
  return farthest
}

/** The nearest cluster of a row; of equally near ones the last. */
function nearest(
  points: Float64Array,
  row: number,
  clusters: readonly Draft[],
): { index: number; distance: number } {
  let best = { index: -1, distance: Infinity }
  clusters.forEach(({ x, y }, index) => {
    const dx = points[2 * row]! - x
    const dy = points[2 * row + 1]! - y
    const distance = Math.sqrt(dx * dx + dy * dy)
    if (distance <= best.distance) best = { index, distance }
  })
  return best
}

function assignToNearest(items: PolisItems, clusters: readonly Draft[]): Draft[] {
  const rows: number[][] = clusters.map(() => [])
  for (let row = 0; row < items.ids.length; row++) {
    rows[nearest(items.points, row, clusters).index]!.push(row)
  }
  return clusters
    .map(({ id }, index) => centred(items, id, rows[index]!))
    .filter((cluster) => cluster.rows.length > 0)
}

/** The cluster of these rows at their weighted mean. */
function centred({ points, weights }: PolisItems, id: number, rows: number[]): Draft {
  let x = 0
  let y = 0
  let weight = 0
  for (const row of rows) {
    x += weights[row]! * points[2 * row]!
    y += weights[row]! * points[2 * row + 1]!
    weight += weights[row]!
  }
  return { id, rows, x: x / weight, y: y / weight }
}

/** True when the centres of both lists, sorted and paired, lie less than 0.01 apart. */
function sameCentres(one: readonly Draft[], other: readonly Draft[]): boolean {
  const sorted = (clusters: readonly Draft[]) => [...clusters].sort((a, b) => a.x - b.x || a.y - b.y)
  const others = sorted(other)
  return sorted(one).every((cluster, index) => {
    const pair = others[index]
    if (!pair) return true
    const dx = cluster.x - pair.x
    const dy = cluster.y - pair.y
    return Math.sqrt(dx * dx + dy * dy) < SAME_CENTRE
  })
}
