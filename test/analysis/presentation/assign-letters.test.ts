import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLetters, countOverlaps } from '../../../analysis/presentation/assign-letters.ts'

/** A table of overlaps, a row for each group, a column for each letter from A; what is missing is 0. */
const table = (rows: readonly (readonly number[])[]) =>
  Uint32Array.from(rows.flatMap((row) => rows.map((_, letter) => row[letter] ?? 0)))

test('people are counted by the group they are in and the letter they had', () => {
  const overlaps = countOverlaps(Int8Array.of(0, 0, 1, 1, -1, 1, 0, 1), 2, Int8Array.of(1, 1, 0, 1, 0, -1, 2))
  expect([...overlaps]).toEqual([0, 2, 1, 1])
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

test('a new group gets the letter that is left', () => {
  expect(assignLetters(table([[9, 0], [], [0, 8]]), 3)).toEqual([0, 2, 1])
})

test('when groups become fewer the first letters stay in use', () => {
  const labels = Int8Array.of(0, 0, 0, 1, 1, 1, 1)
  const letters = Int8Array.of(1, 2, 2, 3, 3, 3, 0)
  expect(assignLetters(countOverlaps(labels, 2, letters), 2)).toEqual([1, 0])
})

test('every group has a letter of its own, and none other would keep more people', () => {
  const six = fc.array(fc.array(fc.nat(40), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(six, fc.infiniteStream(fc.nat(5)), (rows, swaps) => {
      const letters = assignLetters(table(rows), rows.length)
      expect([...letters].sort()).toEqual(rows.map((_, letter) => letter))
      const kept = (chosen: readonly number[]) =>
        chosen.reduce((sum, letter, group) => sum + (rows[group]![letter] ?? 0), 0)
      const other = rows.map((_, letter) => letter)
      for (let turn = 0; turn < 12; turn++) {
        const a = (swaps.next().value ?? 0) % rows.length
        const b = (swaps.next().value ?? 0) % rows.length
        ;[other[a], other[b]] = [other[b]!, other[a]!]
        expect(kept(other)).toBeLessThanOrEqual(kept(letters))
      }
    }),
    { seed: 7, numRuns: 60 },
  )
})
