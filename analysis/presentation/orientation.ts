// Which way round the map lies. The canonical components have a fixed sign of their own; turning them to agree with the
// ones shown last keeps people from jumping across the screen when that sign (or the order of two components that
// explain nearly the same) changes. Positions are only mirrored and swapped, never changed.

/** How canonical axes become shown ones: first swapped, then flipped. */
export interface Orientation {
  /** True when the second canonical component is shown across and the first one upwards. */
  readonly isSwapped: boolean
  /** −1 to mirror the shown axis, else 1. */
  readonly signs: readonly [1 | -1, 1 | -1]
}

const UNCHANGED: Orientation = { isSwapped: false, signs: [1, 1] }

/** The orientation in which the new components agree best with those shown last; unchanged where there were none. */
export function chooseOrientation(
  components: readonly Float64Array[],
  shown: readonly [Float64Array, Float64Array] | undefined,
): Orientation {
  const [first, second] = components
  if (!shown || !first || !second) return UNCHANGED
  const straight = [dot(first, shown[0]), dot(second, shown[1])] as const
  const swapped = [dot(second, shown[0]), dot(first, shown[1])] as const
  const isSwapped =
    Math.abs(swapped[0]) + Math.abs(swapped[1]) > Math.abs(straight[0]) + Math.abs(straight[1])
  const [across, upwards] = isSwapped ? swapped : straight
  return { isSwapped, signs: [across < 0 ? -1 : 1, upwards < 0 ? -1 : 1] }
}

/** Applies an orientation to the two leading components. */
export function orientComponents(
  components: readonly Float64Array[],
  { isSwapped, signs }: Orientation,
): [Float64Array, Float64Array] {
  const across = components[isSwapped ? 1 : 0]!
  const upwards = components[isSwapped ? 0 : 1]!
  return [mirrored(across, signs[0]), mirrored(upwards, signs[1])]
}

/** Applies an orientation to points, count × 2. Returns the same array where nothing changes. */
export function orientPoints(points: Float64Array, { isSwapped, signs }: Orientation): Float64Array {
  if (!isSwapped && signs[0] > 0 && signs[1] > 0) return points
  const oriented = new Float64Array(points.length)
  const first = isSwapped ? 1 : 0
  for (let start = 0; start < points.length; start += 2) {
    oriented[start] = signs[0] * points[start + first]!
    oriented[start + 1] = signs[1] * points[start + 1 - first]!
  }
  return oriented
}

function mirrored(vector: Float64Array, sign: 1 | -1): Float64Array {
  return sign > 0 ? vector : vector.map((entry) => -entry)
}

/** Statements beyond the end of the shorter vector are new and count as 0. */
function dot(a: Float64Array, b: Float64Array): number {
  const length = Math.min(a.length, b.length)
  let sum = 0
  for (let statement = 0; statement < length; statement++) sum += a[statement]! * b[statement]!
  return sum
}
