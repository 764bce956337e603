// The shape that stands for a group wherever it appears, next to its letter and its colour. All shapes of one radius
// have the same area, that of the circle, so that area means people whatever the group.

const { PI, SQRT2 } = Math

/** A polygon by its corners on a circle: the angle of the first in turns from the top, and radii taken in turn. */
function polygon(corners: number, firstTurn: number, radii: readonly number[], area: number): string {
  const factor = Math.sqrt(PI / area)
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = 2 * PI * (firstTurn + i / corners)
    const radius = (radii[i % radii.length] ?? 1) * factor
    return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`
  })
  return `M${points.join('L')}Z`
}

/** Area of the regular polygon with corners at distance 1. */
const areaOf = (corners: number) => (corners / 2) * Math.sin((2 * PI) / corners)

const CIRCLE = 'M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1Z'
const SQUARE = polygon(4, 1 / 8, [1], areaOf(4))
const TRIANGLE = polygon(3, 0, [1], areaOf(3))
const DIAMOND = polygon(4, 0, [SQRT2, 1], 2 * SQRT2)
const PENTAGON_DOWN = polygon(5, 1 / 2, [1], areaOf(5))
/** A star with six points; its area is that of twelve triangles between neighbouring corners and the centre. */
const STAR = polygon(12, 0, [1, 0.55], (12 / 2) * 0.55 * Math.sin((2 * PI) / 12))

const shapes = [CIRCLE, SQUARE, TRIANGLE, DIAMOND, PENTAGON_DOWN, STAR] as const

/** Groups with colours and shapes of their own; further groups begin again from the first and differ by letter. */
export const DISTINCT_GROUPS = shapes.length

/** Path of the shape of a group around (0, 0), with the area of a circle of radius 1. */
export function shapeOf(group: number): string {
  return shapes[group % shapes.length] ?? CIRCLE
}

/** Class that gives a group its colour. */
export function classOf(group: number): string {
  return `group-${(group % DISTINCT_GROUPS) + 1}`
}
