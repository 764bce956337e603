// Which part of the plane the map shows. Both axes have the same scale, and the view stays where it is from one update
// to the next: it changes only when something would fall outside, or when the map would shrink into a corner.
import type { Point } from '../../server/protocol/snapshot.ts'

/** A rectangle of the plane by its centre and half extents, in the units of positions. */
export interface View {
  readonly x: number
  readonly y: number
  readonly halfWidth: number
  readonly halfHeight: number
}

/** Room around the points when a view is chosen, as a share of their extent. */
const ROOM = 0.07
/** A view is kept while the points still fill this share of it in at least one direction. */
const FILL_TO_STAY = 0.6

/**
 * The view to show the points in: `previous` where it still fits, else a new one around the points. With no points,
 * or all in one place, a view of half extent 1.
 */
export function fitView(points: readonly Point[], previous: View | undefined): View {
  if (points.length === 0) return previous ?? { x: 0, y: 0, halfWidth: 1, halfHeight: 1 }
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  if (previous && stillFits(previous, left, right, bottom, top)) return previous
  const extent = Math.max(right - left, top - bottom)
  const room = extent * ROOM || 1
  return {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    halfWidth: (right - left) / 2 + room,
    halfHeight: (top - bottom) / 2 + room,
  }
}

function stillFits(view: View, left: number, right: number, bottom: number, top: number): boolean {
  const isInside =
    left >= view.x - view.halfWidth &&
    right <= view.x + view.halfWidth &&
    bottom >= view.y - view.halfHeight &&
    top <= view.y + view.halfHeight
  const fill = Math.max((right - left) / (2 * view.halfWidth), (top - bottom) / (2 * view.halfHeight))
  return isInside && fill >= FILL_TO_STAY
}

/** Size of a drawing and the margin kept free at its edges, in pixels. */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly margin: number
}

/**
 * From positions to pixels: the view as large as it fits, centred, with y upwards in the plane and downwards on the
 * screen. Places outside the view are moved to its edge.
 */
export function placeOn(view: View, canvas: Canvas): (position: Point) => Point {
  const { width, height, margin } = canvas
  const innerWidth = Math.max(1, width - 2 * margin)
  const innerHeight = Math.max(1, height - 2 * margin)
  const scale = Math.min(innerWidth / (2 * view.halfWidth), innerHeight / (2 * view.halfHeight))
  return ([x, y]) => [
    clamp(width / 2 + (x - view.x) * scale, margin / 2, width - margin / 2),
    clamp(height / 2 - (y - view.y) * scale, margin / 2, height - margin / 2),
  ]
}

function clamp(value: number, smallest: number, largest: number): number {
  return Math.min(Math.max(value, smallest), Math.max(smallest, largest))
}
