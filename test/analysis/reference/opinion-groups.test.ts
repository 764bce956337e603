import { expect, test } from 'vitest'
import type { Grouping } from '../../../analysis/opinion-map.ts'
import { findGroupings, selectK } from '../../../analysis/reference/opinion-groups.ts'
import { readVoteMatrix } from '../../../analysis/reference/vote-matrix.ts'
import { seededRandom } from '../seeded-votes.ts'

const nothing = { participants: [], statements: [], values: [] }

function groupingsOf(points: readonly (readonly number[])[], settings = {}): Grouping[] {
  const people = points.length
  const matrix = readVoteMatrix(nothing, people, 0, new Uint8Array(people))
  const everybody = new Uint8Array(people).fill(1)
  return findGroupings(matrix, Float64Array.from(points.flat()), everybody, settings)
}

const random = seededRandom(9)
const blob = (x: number, y: number, people: number) =>
  Array.from({ length: people }, () => [x + random(), y + random()] as const)

test('three crowds far apart are found, the largest first', () => {
  const groupings = groupingsOf([...blob(0, 0, 10), ...blob(20, 0, 20), ...blob(0, 20, 15)])
  const three = groupings.find(({ k }) => k === 3)!
  expect([...three.sizes]).toEqual([20, 15, 10])
  expect([...three.labels]).toEqual([
    ...Array.from({ length: 10 }, () => 2),
    ...Array.from({ length: 20 }, () => 0),
    ...Array.from({ length: 15 }, () => 1),
  ])
  expect(selectK(groupings)).toBe(3)
})

test('one person far out does not become a group where there is another way', () => {
  const two = groupingsOf([...blob(0, 0, 40), ...blob(3, 0, 40), [19, 0]])[0]!
  expect(two.eligible).toBe(true)
  expect(Math.min(...two.sizes)).toBeGreaterThanOrEqual(3)
})

test('more groups are tried the more people there are, and a pinned number always', () => {
  const ks = (people: number, settings = {}) => groupingsOf(blob(0, 0, people), settings).map(({ k }) => k)
  expect(ks(11)).toEqual([2])
  expect(ks(12)).toEqual([2, 3])
  expect(ks(36)).toEqual([2, 3, 4, 5])
  expect(ks(48, { largestK: 6 })).toEqual([2, 3, 4, 5, 6])
  expect(ks(11, { pinnedK: 5 })).toEqual([2, 5])
})

test('people in fewer distinct places than groups asked for are not divided further', () => {
  const twoPlaces = Array.from({ length: 30 }, (_, person) => [person % 2, 0])
  expect(groupingsOf(twoPlaces).map(({ k }) => k)).toEqual([2])
  expect(groupingsOf(Array.from({ length: 30 }, () => [1, 1]))).toEqual([])
})

test('the smallest number of groups that is as good as the best is selected', () => {
  const grouping = (k: number, silhouette: number, eligible = true) =>
    ({ ...groupingsOf(blob(0, 0, 6))[0]!, k, silhouette, eligible }) as Grouping
  expect(selectK([grouping(2, 0.49), grouping(3, 0.5)])).toBe(2)
  expect(selectK([grouping(2, 0.47), grouping(3, 0.5)])).toBe(3)
  expect(selectK([grouping(2, 0.47), grouping(3, 0.9, false)])).toBe(2)
  expect(selectK([grouping(2, 0.47, false), grouping(3, 0.9, false)])).toBe(2)
  expect(selectK([grouping(2, 0.9), grouping(5, 0.1)], 5)).toBe(5)
  expect(selectK([])).toBe(0)
})
