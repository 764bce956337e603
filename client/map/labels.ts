// Where the letters of the groups go: just outside their outlines, away from the middle of the map, apart from each
// other and from what is drawn, and where they were before as long as that is nearly as good.
import type { Point } from '../../server/protocol/snapshot.ts'
import type { Disc } from './outline.ts'

const DIRECTIONS = 24
/** How much better than the previous place a new one has to be. */
const STAY_BONUS = 0.35

/** A group as far as its label is concerned; pixels. */
export interface Labelled {
  readonly key: string
  readonly outline: readonly Point[]
  /** Where the label goes when there is no outline. */
  readonly fallback: Point
}

/**
 * Centre of the label of each group, by key. `radius` is that of a label, `obstacles` is what labels should not cover,
 * `previous` holds the places of the last drawing.
 */
export function placeLabels(
  groups: readonly Labelled[],
  radius: number,
  size: { readonly width: number; readonly height: number },
  {
    obstacles = [],
    previous = new Map(),
  }: { obstacles?: readonly Disc[]; previous?: ReadonlyMap<string, Point> } = {},
): Map<string, Point> {
  const places = new Map<string, Point>()
  const middle: Point = [size.width / 2, size.height / 2]
  for (const { key, outline, fallback } of groups) {
    const centre = outline.length > 0 ? meanOf(outline) : fallback
    const before = previous.get(key)
    let best: Point = clampInto(fallback, radius, size)
    let smallestCost = Infinity
    const tryPlace = (place: Point, bonus: number) => {
      const cost = costOf(place, centre, middle, radius, places, obstacles, groups, key) - bonus
      if (cost < smallestCost) {
        smallestCost = cost
        best = place
      }
    }
    for (let i = 0; i < (outline.length > 0 ? DIRECTIONS : 0); i++) {
      const angle = (2 * Math.PI * i) / DIRECTIONS
      const place = clampInto(beyond(outline, centre, angle, radius), radius, size)
      const wasHere = before !== undefined && Math.hypot(place[0] - before[0], place[1] - before[1]) < radius
      tryPlace(place, wasHere ? STAY_BONUS : 0)
    }
    places.set(key, best)
  }
  return places
}

/** Lower is better: overlaps count most, then the direction away from the middle of the map. */
function costOf(
  place: Point,
  centre: Point,
  middle: Point,
  radius: number,
  placed: ReadonlyMap<string, Point>,
  obstacles: readonly Disc[],
  groups: readonly Labelled[],
  key: string,
): number {
  let cost = 0
  for (const other of placed.values()) cost += 4 * overlap(place, radius, other, radius)
  for (const { x, y, radius: size } of obstacles) cost += 1.5 * overlap(place, radius, [x, y], size)
  for (const group of groups) {
    if (group.outline.length > 2 && isInside(place, group.outline)) cost += group.key === key ? 1 : 2
  }
  const outwardX = centre[0] - middle[0]
  const outwardY = centre[1] - middle[1]
  const length = Math.hypot(outwardX, outwardY) || 1
  const reach = Math.hypot(place[0] - centre[0], place[1] - centre[1]) || 1
  const cosine = ((place[0] - centre[0]) * outwardX + (place[1] - centre[1]) * outwardY) / (length * reach)
  return cost + (1 - cosine) / 2
}

/** How far two discs overlap, from 0 (apart) to 1 (one centre on the other). */
function overlap(a: Point, radiusA: number, b: Point, radiusB: number): number {
  const gap = Math.hypot(a[0] - b[0], a[1] - b[1])
  return Math.max(0, 1 - gap / (radiusA + radiusB))
}

/** The place in this direction where a label just clears the outline. */
function beyond(outline: readonly Point[], centre: Point, angle: number, radius: number): Point {
  const directionX = Math.cos(angle)
  const directionY = Math.sin(angle)
  let reach = 0
  for (const [x, y] of outline) {
    const along = (x - centre[0]) * directionX + (y - centre[1]) * directionY
    const aside = Math.abs((x - centre[0]) * directionY - (y - centre[1]) * directionX)
    if (aside <= radius) reach = Math.max(reach, along)
  }
  return [centre[0] + directionX * (reach + radius * 0.9), centre[1] + directionY * (reach + radius * 0.9)]
}

function clampInto(
  [x, y]: Point,
  radius: number,
  { width, height }: { width: number; height: number },
): Point {
  const room = radius + 2
  return [Math.min(Math.max(x, room), width - room), Math.min(Math.max(y, room), height - room)]
}

function meanOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0]
  for (const point of points) {
    x += point[0] / points.length
    y += point[1] / points.length
  }
  return [x, y]
}

/** Whether a place lies within a polygon. */
export function isInside([x, y]: Point, polygon: readonly Point[]): boolean {
  let inside = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [aX, aY] = polygon[i] ?? [0, 0]
    const [bX, bY] = polygon[j] ?? [0, 0]
    if (aY > y !== bY > y && x < aX + ((bX - aX) * (y - aY)) / (bY - aY)) inside = !inside
  }
  return inside
}
