import { expect, test } from 'vitest'
import { sumOverGroups } from '../../../analysis/statistics/group-totals.ts'
import { majorityStatements } from '../../../analysis/statistics/majority-statements.ts'
import { countsOf, workedCounts } from '../counts.ts'

test('the worked example agrees on statement 5 and disagrees on nothing', () => {
  const { agree, disagree } = majorityStatements(sumOverGroups(workedCounts, 6), new Uint8Array(6))
  expect(agree).toHaveLength(1)
  expect(agree[0]).toMatchObject({ statement: 5, inFavour: 6, votes: 8 })
  expect(agree[0]!.share).toBeCloseTo(0.7, 12)
  expect(agree[0]!.shareTest).toBeCloseTo(1.666667, 6)
  expect(disagree).toEqual([])
})

test('statements with equal shares are listed by index and those moderated out not at all', () => {
  const totals = countsOf([Array.from({ length: 8 }, () => [0, 30, 2] as const)])
  const { agree, disagree } = majorityStatements(totals, Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0))
  expect(agree).toEqual([])
  expect(disagree.map(({ statement }) => statement)).toEqual([0, 2, 3, 4, 5])
})
