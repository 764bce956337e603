// A drawing as flat arrays of numbers, for whatever paints it: what has to be done sixty times a second takes no memory, touches
// no element, and can be done by another thread.
import type { Scene } from './scene.ts'

/** All lengths in pixels; marks and shapes in the order of the scene. */
export interface FlatScene {
  /** Group of each mark. */
  readonly markGroups: readonly number[]
  /** x, y and radius of each mark. */
  readonly marks: Float32Array
  /** Group of each shape. */
  readonly shapeGroups: readonly number[]
  /** x and y of each point, for each shape. */
  readonly outlines: readonly Float32Array[]
}

/** The numbers of a drawing. */
export function flatten({ marks, shapes }: Scene): FlatScene {
  return {
    markGroups: marks.map(({ group }) => group),
    marks: Float32Array.from(marks.flatMap(({ x, y, radius }) => [x, y, radius])),
    shapeGroups: shapes.map(({ group }) => group),
    outlines: shapes.map(({ outline }) => Float32Array.from(outline.flat())),
  }
}

/** The way between two drawings of the same marks and points: the one at a share of it, 0 to 1, always in the same arrays. */
export function wayBetween(from: FlatScene, to: FlatScene): (share: number) => FlatScene {
  const now = {
    ...to,
    marks: Float32Array.from(to.marks),
    outlines: to.outlines.map((each) => Float32Array.from(each)),
  }
  return (share) => {
    mix(from.marks, to.marks, share, now.marks)
    now.outlines.forEach((into, i) => mix(from.outlines[i]!, to.outlines[i]!, share, into))
    return now
  }
}

function mix(from: Float32Array, to: Float32Array, share: number, into: Float32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = from[i]! + (to[i]! - from[i]!) * share
}
