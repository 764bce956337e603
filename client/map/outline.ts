// The outline of a group: the convex hull of its marks with some room around them, as a fixed number of points in equal
// steps, so that one outline turns into the next by moving points. One mark gives a disc, two give a capsule.
import { polygonCentroid, polygonHull } from 'd3-polygon'
import type { Point } from '../../server/protocol/snapshot.ts'

/** A round mark in pixels. */
export interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Points of every outline. */
export const OUTLINE_POINTS = 96
const POINTS_PER_DISC = 16

/** Outline around the discs, `room` pixels away from them; empty when there are none. */
export function outlineAround(discs: readonly Disc[], room: number): Point[] {
  const rims = discs.flatMap(({ x, y, radius }) =>
    Array.from({ length: POINTS_PER_DISC }, (_, i): Point => {
      const angle = (2 * Math.PI * i) / POINTS_PER_DISC
      return [x + (radius + room) * Math.cos(angle), y + (radius + room) * Math.sin(angle)]
    }),
  )
  const hull = polygonHull(rims)
  return hull ? inEqualSteps(hull, OUTLINE_POINTS) : []
}

/** The polygon as `count` points in equal steps along its edge, beginning to the right of its centre. */
export function inEqualSteps(polygon: readonly Point[], count: number): Point[] {
  const ring = fromTheRight(polygon)
  const lengths = ring.map((point, i) => distance(point, ring[(i + 1) % ring.length] ?? point))
  const step = lengths.reduce((sum, length) => sum + length, 0) / count
  const points: Point[] = []
  let edge = 0
  let walked = 0
  for (let i = 0; i < count; i++) {
    while (edge < ring.length - 1 && walked + (lengths[edge] ?? 0) < i * step) {
      walked += lengths[edge] ?? 0
      edge += 1
    }
    const from = ring[edge] ?? [0, 0]
    const to = ring[(edge + 1) % ring.length] ?? from
    const length = lengths[edge] ?? 0
    const share = length > 0 ? (i * step - walked) / length : 0
    points.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share])
  }
  return points
}

/** The ring turned so that it begins where a ray from its centre to the right leaves it. */
function fromTheRight(polygon: readonly Point[]): Point[] {
  const [centreX, centreY] = polygonCentroid(polygon.map(([x, y]): [number, number] => [x, y]))
  for (let i = 0; i < polygon.length; i++) {
    const from = polygon[i]
    const to = polygon[(i + 1) % polygon.length]
    if (!from || !to || from[1] > centreY === to[1] > centreY) continue
    const share = (centreY - from[1]) / (to[1] - from[1])
    const x = from[0] + (to[0] - from[0]) * share
    if (x >= centreX) return [[x, centreY], ...polygon.slice(i + 1), ...polygon.slice(0, i + 1)]
  }
  return [...polygon]
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
