import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLetters, countOverlaps } from '../../../analysis/presentation/assign-letters.ts'

/** A table of overlaps, a row for each group, a column for each letter from A. */
const table = (rows: readonly (readonly number[])[]) => {
  const overlaps = new Uint32Array(rows.length * 26)
  rows.forEach((row, group) => row.forEach((people, letter) => (overlaps[group * 26 + letter] = people)))
  return overlaps
}

test('people are counted by the group they are in and the letter they had', () => {
  const overlaps = countOverlaps(Int8Array.of(0, 0, 1, 1, -1, 1, 0), 2, Int8Array.of(1, 1, 0, 1, 0, -1))
  expect([...overlaps.subarray(0, 2)]).toEqual([0, 2])
  expect([...overlaps.subarray(26, 28)]).toEqual([1, 1])
  expect(overlaps.reduce((sum, people) => sum + people, 0)).toBe(4)
})

test('without a past the groups are lettered in their order', () => {
  expect(assignLetters(table([[], [], []]), 3)).toEqual([0, 1, 2])
})

test('the assignment keeps the most people in all, even if a group then loses its largest share', () => {
  const overlaps = table([
    [50, 45],
    [48, 2],
  ])
  expect(assignLetters(overlaps, 2)).toEqual([1, 0])
})

test('a new group gets the first free letter and an old letter may go', () => {
  expect(assignLetters(table([[9, 0, 7], [8], [0, 0, 30]]), 3)).toEqual([0, 1, 2])
  expect(assignLetters(table([[0, 0, 5]]), 1)).toEqual([2])
})

test('every group has a letter of its own, and none other would keep more people', () => {
  const six = fc.array(fc.array(fc.nat(40), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(six, fc.infiniteStream(fc.nat(5)), (rows, swaps) => {
      const letters = assignLetters(table(rows), rows.length)
      expect(new Set(letters).size).toBe(rows.length)
      const kept = (chosen: readonly number[]) =>
        chosen.reduce((sum, letter, group) => sum + (rows[group]![letter] ?? 0), 0)
      const other = [0, 1, 2, 3, 4, 5]
      for (let turn = 0; turn < 12; turn++) {
        const a = swaps.next().value ?? 0
        const b = swaps.next().value ?? 0
        ;[other[a], other[b]] = [other[b]!, other[a]!]
        expect(kept(other.slice(0, rows.length))).toBeLessThanOrEqual(kept(letters))
      }
    }),
    { seed: 7, numRuns: 60 },
  )
})
