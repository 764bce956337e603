// Statements that pull people apart most: those farthest from the middle of the map, by the length of their position
// (Polis mathematics 4.3 and 10).

/** Statements listed unless told otherwise. */
export const MOST_DIVISIVE = 5

/** Statements with an extremity above 0 by falling extremity, ties by index; at most `most`. */
export function divisiveStatements(
  extremity: Float64Array,
  moderatedOut: Uint8Array,
  { most = MOST_DIVISIVE }: { most?: number } = {},
): number[] {
  const found: number[] = []
  for (let statement = 0; statement < extremity.length; statement++) {
    if (!moderatedOut[statement] && extremity[statement]! > 0) found.push(statement)
  }
  return found.sort((a, b) => extremity[b]! - extremity[a]! || a - b).slice(0, most)
}
