// Votes of all groups together, statement by statement.
import type { GroupVoteCounts } from '../opinion-map.ts'

/** Sums counts over their groups, groups × statements to 1 × statements. */
export function sumOverGroups(counts: GroupVoteCounts, statements: number): GroupVoteCounts {
  return {
    agrees: sumColumns(counts.agrees, statements),
    disagrees: sumColumns(counts.disagrees, statements),
    votes: sumColumns(counts.votes, statements),
  }
}

function sumColumns(cells: Uint32Array, statements: number): Uint32Array {
  const sums = new Uint32Array(statements)
  for (let start = 0; start < cells.length; start += statements) {
    for (let statement = 0; statement < statements; statement++) {
      sums[statement] = sums[statement]! + cells[start + statement]!
    }
  }
  return sums
}
