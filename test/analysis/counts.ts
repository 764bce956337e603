// Group votes written out by hand: for each group, for each statement, [agrees, disagrees, passes].
import type { GroupVoteCounts } from '../../analysis/opinion-map.ts'

type Cell = readonly [agrees: number, disagrees: number, passes: number]

export function countsOf(groups: readonly (readonly Cell[])[]): GroupVoteCounts {
  const cells = groups.flat()
  return {
    agrees: Uint32Array.from(cells, ([agrees]) => agrees),
    disagrees: Uint32Array.from(cells, ([, disagrees]) => disagrees),
    votes: Uint32Array.from(cells, ([agrees, disagrees, passes]) => agrees + disagrees + passes),
  }
}

/** The group votes of the worked example (Polis mathematics 14.2). */
export const workedCounts = countsOf([
  [
    [4, 0, 0],
    [3, 0, 1],
    [2, 0, 1],
    [0, 4, 0],
    [0, 3, 0],
    [3, 0, 1],
  ],
  [
    [0, 3, 1],
    [0, 3, 0],
    [0, 3, 1],
    [4, 0, 0],
    [3, 0, 0],
    [3, 1, 0],
  ],
])
