import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buckets } from '../../../analysis/groups/buckets.ts'
import type { Grouping } from '../../../analysis/opinion-map.ts'

const noCounts = { agrees: new Uint32Array(0), disagrees: new Uint32Array(0), votes: new Uint32Array(0) }

function groupingOf(labels: number[]): Grouping {
  const k = Math.max(...labels, 1) + 1
  const sizes = new Uint32Array(k)
  for (const label of labels) if (label >= 0) sizes[label]!++
  return {
    k,
    eligible: true,
    labels: Int8Array.from(labels),
    centres: new Float64Array(2 * k),
    sizes,
    withinSumOfSquares: 0,
    silhouette: 0,
    counts: noCounts,
  }
}

const crowds = fc.array(
  fc.record({
    x: fc.integer({ min: -50, max: 50 }),
    y: fc.integer({ min: -50, max: 50 }),
    label: fc.integer({ min: -1, max: 2 }),
  }),
  { maxLength: 900 },
)

test('there are at most 100 buckets, none below five people, and every large enough group has its people in them', () => {
  fc.assert(
    fc.property(crowds, (people) => {
      const grouping = groupingOf(people.map(({ label }) => label))
      const found = buckets({ positions: Float64Array.from(people.flatMap(({ x, y }) => [x, y])) }, grouping)
      expect(found.length).toBeLessThanOrEqual(100)
      grouping.sizes.forEach((size, group) => {
        const own = found.filter((bucket) => bucket.group === group)
        expect(own.reduce((sum, bucket) => sum + bucket.people, 0)).toBe(size < 5 ? 0 : size)
        expect(own.every((bucket) => bucket.people >= 5)).toBe(true)
      })
    }),
  )
})

test('the buckets do not depend on the order of the people', () => {
  fc.assert(
    fc.property(crowds, fc.integer(), (people, seed) => {
      const shuffled = people
        .map((person, index) => ({ person, key: Math.imul(index + 1, seed | 1) }))
        .sort((a, b) => a.key - b.key)
        .map(({ person }) => person)
      const [one, other] = [people, shuffled].map((crowd) =>
        buckets(
          { positions: Float64Array.from(crowd.flatMap(({ x, y }) => [x, y])) },
          groupingOf(crowd.map(({ label }) => label)),
        ),
      )
      expect(one).toEqual(other)
    }),
  )
})

test('the mean of all buckets, weighted by their people, is the mean of the people', () => {
  const labels = Array.from({ length: 1000 }, (_, i) => i % 2)
  const positions = Float64Array.from({ length: 2000 }, (_, i) => ((i * 37) % 101) / 7)
  const found = buckets({ positions }, groupingOf(labels))
  const mean = found.reduce((sum, { x, people }) => sum + x * people, 0) / 1000
  const expected = positions.reduce((sum, x, i) => (i % 2 === 0 ? sum + x : sum), 0) / 1000
  expect(found.length).toBe(100)
  expect(mean).toBeCloseTo(expected, 8)
})
