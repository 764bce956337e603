// The convex hull of points in the plane, by Andrew's monotone chain.

/** A point on the map. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The corners of the convex hull, counter-clockwise, beginning with the leftmost (of these the lowest); points on an
 * edge are no corners. One or two points when all lie in one place or on one line; empty without points.
 */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const distinct = sorted.filter(
    (point, at) => at === 0 || point.x !== sorted[at - 1]!.x || point.y !== sorted[at - 1]!.y,
  )
  if (distinct.length < 3) return distinct
  const lower = chain(distinct)
  const upper = chain(distinct.toReversed())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Point[]): Point[] {
  const corners: Point[] = []
  for (const point of points) {
    while (corners.length >= 2 && !turnsLeft(corners.at(-2)!, corners.at(-1)!, point)) corners.pop()
    corners.push(point)
  }
  return corners
}

function turnsLeft(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}
