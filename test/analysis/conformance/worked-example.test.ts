// The worked example of the Polis mathematics (14.2), every number to its printed digits, by both implementations.
import { describe, expect, test } from 'vitest'
import { mapStatistics } from '../../../analysis/statistics/map-statistics.ts'
import { workedExample } from '../worked-example.ts'
import { implementations } from './implementations.ts'

const TRACE = 35.607143

const expectPrinted = (actual: ArrayLike<number>, printed: readonly number[]) => {
  expect(actual.length).toBe(printed.length)
  printed.forEach((value, index) => expect(Math.abs(actual[index]! - value)).toBeLessThanOrEqual(6e-7))
}

describe.each(implementations)('the worked example by the $name', ({ analyse }) => {
  const map = analyse(workedExample)
  const point = (participant: number) => map.positions.subarray(2 * participant, 2 * participant + 2)
  const statistics = mapStatistics(map, map.groupings[0])

  test('means, components and explained variance', () => {
    expectPrinted(map.means, [0.125, 0, -0.142857, 0, 0, 0.625])
    expectPrinted(map.components[0]!, [-0.469298, -0.422116, -0.341151, 0.538801, 0.435309, -0.073438])
    expectPrinted(map.components[1]!, [-0.380202, -0.016215, 0.329701, 0.038676, -0.069964, 0.860285])
    expectPrinted(map.explainedVariance, [26.856844 / TRACE, 4.825732 / TRACE])
  })

  test('positions of people and statements', () => {
    expectPrinted(point(0), [-2.224288, 0.381804])
    expectPrinted(point(2), [-1.497323, 0.359366])
    expectPrinted(point(3), [-1.929038, -0.936914])
    expectPrinted(point(5), [1.547428, 0.933676])
    expectPrinted(point(7), [1.86664, -1.648111])
    expectPrinted(map.extremity, [1.294516, 1.03473, 1.328135, 1.323184, 1.07997, 0.793096])
    expectPrinted(map.statementPositions.subarray(0, 2), [-1.005848, -0.814888])
  })

  test('groups', () => {
    expect(map.groupings.map(({ k }) => k)).toEqual([2])
    expect([...map.groupings[0]!.labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
    expectPrinted([map.groupings[0]!.silhouette], [0.705795])
  })

  test('what the groups stand for, consensus and priorities', () => {
    const shown = statistics.representative.map((list) =>
      list.map(
        ({ statement, direction, isBestAgree }) => `${statement} ${direction}${isBestAgree ? ' best' : ''}`,
      ),
    )
    expect(shown).toEqual([
      ['0 agree best', '1 agree', '3 disagree', '4 disagree'],
      ['3 agree best', '4 agree', '1 disagree', '0 disagree', '2 disagree'],
    ])
    expect(statistics.majority.disagree).toEqual([])
    expect(statistics.majority.agree).toMatchObject([{ statement: 5, inFavour: 6, votes: 8 }])
    expectPrinted(
      [statistics.majority.agree[0]!.share, statistics.majority.agree[0]!.shareTest],
      [0.7, 1.666667],
    )
    expectPrinted(
      statistics.groupInformedConsensus.agree,
      [0.138889, 0.133333, 0.1, 0.138889, 0.16, 0.444444],
    )
    expectPrinted(statistics.priorities, [11.155016, 8.040418, 4.350208, 14.473051, 16.636166, 13.352148])
  })

  test('the map with statement 5 rejected', () => {
    const without = analyse(workedExample, [0, 0, 0, 0, 0, 1])
    expectPrinted(without.components[0]!, [-0.474671, -0.422502, -0.338701, 0.540054, 0.435664, 0])
    expectPrinted(without.components[1]!, [0.017679, -0.602699, 0.79293, -0.026244, 0.083756, 0])
    expectPrinted(without.positions.subarray(0, 2), [-2.200644, 0.261463])
    expectPrinted(without.positions.subarray(4, 6), [-1.470611, 1.038392])
  })
})
