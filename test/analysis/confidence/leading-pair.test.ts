import { expect, test } from 'vitest'
import { leadingPair } from '../../../analysis/confidence/leading-pair.ts'

const diagonal =
  (entries: readonly number[]) =>
  (vector: Float64Array, result: Float64Array): void =>
    entries.forEach((entry, index) => (result[index] = entry * vector[index]!))

test('the leading pair of a diagonal matrix are the axes of its largest entries', () => {
  const entries = Array.from({ length: 60 }, (_, index) => (index === 40 ? 9 : index === 7 ? 5 : index / 60))
  const [first, second] = leadingPair(diagonal(entries), 60)
  expect(Math.abs(first[40]!)).toBeCloseTo(1, 10)
  expect(Math.abs(second[7]!)).toBeCloseTo(1, 10)
})

test('equal eigenvalues give two orthogonal vectors', () => {
  const [first, second] = leadingPair(diagonal([3, 3, 0, 0]), 4)
  const dot = first.reduce((sum, entry, index) => sum + entry * second[index]!, 0)
  expect(dot).toBeCloseTo(0, 10)
  for (const vector of [first, second]) expect(Math.hypot(vector[0]!, vector[1]!)).toBeCloseTo(1, 10)
})

test('what is not there is zero', () => {
  expect(leadingPair(diagonal([0, 0, 0]), 3)).toEqual([new Float64Array(3), new Float64Array(3)])
  expect(leadingPair(diagonal([2]), 1)[1]).toEqual(new Float64Array(1))
  expect(leadingPair(diagonal([2, 0, 0]), 3)[1]).toEqual(new Float64Array(3))
})
