// Divides each group of people on the map into small cells of at least five, by halving it across its wider side for as
// long as both halves are large enough. What is shown of a cell is its middle and how many people it has (I8).
import { type Cell, FEWEST_PEOPLE } from './wire-snapshot.ts'

const MOST_CELLS = 100

/**
 * Cells of the people with a group: `positions` participants × 2, `labels` the group of each, −1 for none. At most 100
 * cells, shared among the groups by their size.
 */
export function peopleCells(positions: Float64Array, labels: Int8Array, groups: number): Cell[] {
  const members: number[][] = Array.from({ length: groups }, () => [])
  labels.forEach((group, participant) => members[group]?.push(participant))
  const people = members.reduce((sum, each) => sum + each.length, 0)
  const largest = Math.max(FEWEST_PEOPLE, Math.ceil(people / (MOST_CELLS / 2)))
  const cells: Cell[] = []
  members.forEach((each, group) => {
    if (each.length >= FEWEST_PEOPLE) divide(each, group, largest, positions, cells)
  })
  return cells
}

function divide(
  members: number[],
  group: number,
  largest: number,
  positions: Float64Array,
  cells: Cell[],
): void {
  if (members.length <= largest || members.length < 2 * FEWEST_PEOPLE) {
    cells.push({ ...middleOf(members, positions), people: members.length, group })
    return
  }
  const axis = spreadOf(members, positions, 0) >= spreadOf(members, positions, 1) ? 0 : 1
  members.sort((a, b) => positions[2 * a + axis]! - positions[2 * b + axis]! || a - b)
  const half = members.length >> 1
  divide(members.slice(0, half), group, largest, positions, cells)
  divide(members.slice(half), group, largest, positions, cells)
}

function middleOf(members: readonly number[], positions: Float64Array): { x: number; y: number } {
  let x = 0
  let y = 0
  for (const member of members) {
    x += positions[2 * member]!
    y += positions[2 * member + 1]!
  }
  return { x: x / members.length, y: y / members.length }
}

function spreadOf(members: readonly number[], positions: Float64Array, axis: 0 | 1): number {
  let least = Infinity
  let most = -Infinity
  for (const member of members) {
    const value = positions[2 * member + axis]!
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most - least
}
