import { expect, test } from 'vitest'
import { groupInformedConsensus } from '../../../analysis/statistics/group-informed-consensus.ts'
import { countsOf, workedCounts } from '../counts.ts'

test('the worked example has the consensus that is printed for it', () => {
  const { agree, agreeNormalised } = groupInformedConsensus(workedCounts, 6)
  const printed = [0.138889, 0.133333, 0.1, 0.138889, 0.16, 0.444444]
  printed.forEach((value, statement) => expect(agree[statement]!).toBeCloseTo(value, 6))
  expect(agreeNormalised[4]).toBeCloseTo(0.4, 12)
})

test('the normalised form does not shrink with the number of groups', () => {
  for (const groups of [1, 2, 3, 4, 5, 6]) {
    const counts = countsOf(Array.from({ length: groups }, () => [[2, 7, 1] as const]))
    const { agreeNormalised, disagreeNormalised } = groupInformedConsensus(counts, 1)
    expect(agreeNormalised[0]).toBeCloseTo(0.25, 14)
    expect(disagreeNormalised[0]).toBeCloseTo(8 / 12, 14)
  }
})

test('one group against is enough to make consensus small', () => {
  const counts = countsOf([[[98, 0, 0]], [[98, 0, 0]], [[0, 98, 0]]])
  expect(groupInformedConsensus(counts, 1).agree[0]).toBeCloseTo(0.99 * 0.99 * 0.01, 12)
})
