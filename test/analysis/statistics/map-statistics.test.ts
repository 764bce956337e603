import { expect, test } from 'vitest'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { mapStatistics } from '../../../analysis/statistics/map-statistics.ts'
import { workedExample } from '../worked-example.ts'

test('a grouping comes with everything that is said of it', () => {
  const map = analyseBatch(workedExample)
  const statistics = mapStatistics(map, map.groupings[0])
  expect(statistics.representative.map((list) => list.length)).toEqual([4, 5])
  expect(statistics.consensus.map(({ statement }) => statement)).toEqual([5])
  expect(statistics.majority.agree.map(({ statement }) => statement)).toEqual([5])
  expect(statistics.divisive[0]).toBe(2)
  expect(statistics.groupInformedConsensus.agree).toHaveLength(6)
  expect(statistics.priorities).toHaveLength(6)
})

test('a map without groups still has majorities and priorities', () => {
  const map = analyseBatch(
    { participants: [0, 1, 2, 3], statements: [0, 0, 0, 0], values: [1, 1, 1, 1] },
    {},
    { statements: 2 },
  )
  const statistics = mapStatistics(map, undefined)
  expect(statistics.representative).toEqual([])
  expect(statistics.consensus).toEqual([])
  expect(statistics.groupInformedConsensus.agree).toHaveLength(0)
  expect(statistics.majority.agree.map(({ statement }) => statement)).toEqual([0])
  expect(statistics.priorities[1]).toBe(5.0625)
})
