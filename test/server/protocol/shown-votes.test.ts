import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownVotes } from '../../../server/protocol/shown-votes.ts'
import { shownCount } from '../../../server/report/suppress.ts'

const votes = (count: number) => ({ agrees: count, disagrees: 0, votes: count })

test('a group with too few votes is hidden, and the smallest other with it', () => {
  const { all, groups } = shownVotes(votes(60), [votes(3), votes(17), votes(40)], 5)
  expect(all?.votes).toBe(60)
  expect(groups.map((group) => group?.votes)).toEqual([undefined, undefined, 40])
})

test('a hidden group whose votes are lost among those outside the groups hides no other', () => {
  const { groups } = shownVotes(votes(80), [votes(3), votes(17), votes(40)], 5)
  expect(groups.map((group) => group?.votes)).toEqual([undefined, 17, 40])
})

test('too few votes from outside the groups are left out of the sum, so that no group has to be hidden', () => {
  const { all, groups } = shownVotes(votes(59), [votes(17), votes(40)], 5)
  expect(all?.votes).toBe(57)
  expect(groups.map((group) => group?.votes)).toEqual([17, 40])
})

test('of a statement with too few votes nothing is told', () => {
  expect(shownVotes(votes(4), [votes(2), votes(2)], 5)).toEqual({ all: null, groups: [null, null] })
})

test('no number of fewer people than may be shown can be read off or worked out', () => {
  const counts = fc.array(fc.nat(30), { minLength: 0, maxLength: 6 })
  fc.assert(
    fc.property(counts, fc.nat(30), fc.integer({ min: 3, max: 12 }), (sizes, outside, smallest) => {
      const grouped = sizes.reduce((sum, size) => sum + size, 0)
      const { all, groups } = shownVotes(votes(grouped + outside), sizes.map(votes), smallest)
      const told = groups.flatMap((group) => (group === null ? [] : [group.votes]))
      for (const count of told) expect(count).toBeGreaterThanOrEqual(smallest)
      if (all === null) {
        expect(told).toEqual([])
        return
      }
      expect(all.votes).toBeGreaterThanOrEqual(smallest)
      const rest = all.votes - told.reduce((sum, count) => sum + count, 0)
      expect(rest === 0 || rest >= smallest).toBe(true)
    }),
  )
})

test('nobody at all may be told of, a few may not', () => {
  expect([0, 1, 4, 5].map((people) => shownCount(people, 5))).toEqual([0, null, null, 5])
})
