import { expect, test } from 'vitest'
import { representativeness } from '../../../analysis/statistics/representativeness.ts'

test('everyone in the group agrees and nobody outside does: statement 0 of the worked example', () => {
  const { agree, disagree } = representativeness(
    { agrees: 4, disagrees: 0, votes: 4 },
    { agrees: 0, disagrees: 3, votes: 4 },
  )
  expect(agree.share).toBeCloseTo(0.833333, 6)
  expect(agree.shareTest).toBeCloseTo(2.236068, 6)
  expect(agree.ratio).toBeCloseTo(5, 12)
  expect(agree.ratioTest).toBeCloseTo(2.581989, 6)
  expect(disagree.share).toBeCloseTo(0.166667, 6)
  expect(disagree.shareTest).toBeCloseTo(-1.341641, 6)
  expect(disagree.ratio).toBeCloseTo(0.25, 12)
  expect(disagree.ratioTest).toBeCloseTo(-1.897367, 6)
})

test('a group that agrees no more than the others has a ratio of one: statement 5 of the worked example', () => {
  const { agree, disagree } = representativeness(
    { agrees: 3, disagrees: 1, votes: 4 },
    { agrees: 3, disagrees: 0, votes: 4 },
  )
  expect(agree.ratio).toBe(1)
  expect(agree.ratioTest).toBe(0)
  expect(disagree.ratio).toBe(2)
  expect(disagree.ratioTest).toBeCloseTo(0.690066, 6)
})
