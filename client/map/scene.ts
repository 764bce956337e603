// A drawing of the map in pixels, made from a snapshot, and the drawings in between two of them. Marks have no identity
// on the wire (they are buckets of people, not persons); for a smooth change each new mark of a group takes over from
// the nearest old one, the rest grow from nothing or shrink away.
import type { Point, Snapshot } from '../../server/protocol/snapshot.ts'
import { placeLabels } from './labels.ts'
import { outlineAround } from './outline.ts'
import { placeOn, type View } from './view.ts'

export interface Mark {
  readonly key: number
  /** Index of the group. */
  readonly group: number
  readonly x: number
  readonly y: number
  /** Radius of the circle of the same area; 0 while a mark appears or has gone. */
  readonly radius: number
}

export interface Shape {
  readonly letter: string
  /** Index of the group. */
  readonly group: number
  readonly outline: readonly Point[]
  readonly label: Point
}

export interface Scene {
  readonly marks: readonly Mark[]
  readonly shapes: readonly Shape[]
  readonly own: Point | undefined
  /** The key of the next new mark; keys are never used again. */
  readonly nextKey: number
}

/** How a scene is drawn; all lengths in pixels. */
export interface Look {
  readonly width: number
  readonly height: number
  readonly labelRadius: number
  /** Distance from the marks of a group to its outline. */
  readonly room: number
}

/** Marks together cover this share of the drawing; the area of each is proportional to its people. */
const INK = 0.07
const LARGEST_RADIUS_SHARE = 0.09

/** The drawing of a snapshot in a view. `previous` keeps marks and labels in place from one drawing to the next. */
export function sceneOf(
  snapshot: Pick<Snapshot, 'buckets' | 'groups'>,
  view: View,
  look: Look,
  { own, previous }: { own?: Point | undefined; previous?: Scene | undefined } = {},
): Scene {
  const { width, height, labelRadius, room } = look
  const place = placeOn(view, { width, height, margin: 2 * labelRadius + room })
  const radiusOf = radiusScale(snapshot.buckets, width, height)
  const drawn = snapshot.buckets.map(({ x, y, people, group }) => {
    const [placedX, placedY] = place([x, y])
    return { group, x: placedX, y: placedY, radius: radiusOf(people) }
  })
  const outlines = snapshot.groups.map((_, group) =>
    outlineAround(
      drawn.filter((mark) => mark.group === group),
      room,
    ),
  )
  const ownPlace = own && place(own)
  const labels = placeLabels(
    snapshot.groups.map(({ letter, centre }, group) => ({
      key: letter,
      outline: outlines[group] ?? [],
      fallback: place(centre),
    })),
    labelRadius,
    look,
    {
      obstacles: ownPlace ? [...drawn, { x: ownPlace[0], y: ownPlace[1], radius: labelRadius * 1.5 }] : drawn,
      previous: new Map(previous?.shapes.map(({ letter, label }) => [letter, label])),
    },
  )
  const { marks, nextKey } = takeOver(drawn, previous?.marks ?? [], previous?.nextKey ?? 0)
  return {
    marks,
    nextKey,
    shapes: snapshot.groups.map(({ letter }, group) => ({
      letter,
      group,
      outline: outlines[group] ?? [],
      label: labels.get(letter) ?? [0, 0],
    })),
    own: ownPlace,
  }
}

/** Radius in pixels by number of people: area is proportional, and the largest mark stays within a share of the map. */
function radiusScale(
  buckets: Snapshot['buckets'],
  width: number,
  height: number,
): (people: number) => number {
  const total = buckets.reduce((sum, { people }) => sum + people, 0)
  const most = buckets.reduce((largest, { people }) => Math.max(largest, people), 1)
  const byInk = Math.sqrt((INK * width * height) / (Math.PI * Math.max(1, total)))
  const byLargest = (LARGEST_RADIUS_SHARE * Math.min(width, height)) / Math.sqrt(most)
  const factor = Math.min(byInk, byLargest)
  return (people) => factor * Math.sqrt(people)
}

type UnnamedMark = Omit<Mark, 'key'>

/** Gives each new mark the key of the nearest free old mark of its group, nearest pairs first; others get fresh keys. */
function takeOver(
  drawn: readonly UnnamedMark[],
  previous: readonly Mark[],
  nextKey: number,
): Pick<Scene, 'marks' | 'nextKey'> {
  const living = previous.filter(({ radius }) => radius > 0)
  const pairs: { distance: number; from: number; to: number }[] = []
  drawn.forEach((mark, to) => {
    living.forEach((old, from) => {
      if (old.group === mark.group)
        pairs.push({ distance: (old.x - mark.x) ** 2 + (old.y - mark.y) ** 2, from, to })
    })
  })
  pairs.sort((a, b) => a.distance - b.distance || a.to - b.to || a.from - b.from)
  const keys = new Map<number, number>()
  const taken = new Set<number>()
  for (const { from, to } of pairs) {
    const old = living[from]
    if (!old || keys.has(to) || taken.has(from)) continue
    keys.set(to, old.key)
    taken.add(from)
  }
  const marks = drawn.map((mark, index) => ({ ...mark, key: keys.get(index) ?? nextKey++ }))
  return { marks, nextKey }
}

/**
 * The drawing at `share` (0 to 1) of the way between two drawings. Marks that go come first and stay, at last with radius
 * 0, so that the order is the same all the way.
 */
export function sceneBetween(from: Scene, to: Scene, share: number): Scene {
  const before = new Map(from.marks.map((mark) => [mark.key, mark]))
  const after = new Set(to.marks.map(({ key }) => key))
  const marks = to.marks.map((mark) => {
    const old = before.get(mark.key) ?? { ...mark, radius: 0 }
    return {
      ...mark,
      x: mix(old.x, mark.x, share),
      y: mix(old.y, mark.y, share),
      radius: mix(old.radius, mark.radius, share),
    }
  })
  const going = from.marks
    .filter(({ key, radius }) => !after.has(key) && radius > 0)
    .map((mark) => ({ ...mark, radius: mix(mark.radius, 0, share) }))
  const shapes = to.shapes.map((shape) => {
    const old = from.shapes.find(({ letter }) => letter === shape.letter)
    if (!old) return shape
    return {
      ...shape,
      label: mixPoints(old.label, shape.label, share),
      outline:
        old.outline.length === shape.outline.length
          ? shape.outline.map((point, i) => mixPoints(old.outline[i] ?? point, point, share))
          : shape.outline,
    }
  })
  return {
    marks: [...going, ...marks],
    shapes,
    nextKey: to.nextKey,
    own: to.own && mixPoints(from.own ?? to.own, to.own, share),
  }
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function mixPoints(from: Point, to: Point, share: number): Point {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share)]
}
