import { expect, test } from 'vitest'
import { Engine } from '../../analysis/engine.ts'
import type { OpinionMap, VoteLog } from '../../analysis/opinion-map.ts'
import { analyseBatch } from '../../analysis/reference/analyse-batch.ts'
import { describeOnRealData } from '../shared-data.ts'
import { openConversations, readOpenConversation } from './conformance/open-data.ts'
import { logOfRows, workedExample } from './worked-example.ts'

const close = (actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 6) => {
  expect(actual.length).toBe(expected.length)
  for (let i = 0; i < expected.length; i++) expect(actual[i]!).toBeCloseTo(expected[i]!, digits)
}

function mapOf(log: VoteLog, moderatedOut: ArrayLike<number> = [], settings = {}): OpinionMap {
  const engine = new Engine(settings)
  engine.apply(log)
  Array.from(moderatedOut).forEach((isOut, statement) => isOut && engine.moderate(statement, true))
  const map = engine.refresh()
  engine.validate()
  return map
}

test('the worked example has the components, positions and groups that are printed for it', () => {
  const map = mapOf(workedExample)
  expect([map.participants, map.statements, map.votes, map.grouped, map.sequence]).toEqual([8, 6, 44, 8, 44])
  close(map.means, [0.125, 0, -1 / 7, 0, 0, 0.625], 14)
  close(map.components[0]!, [-0.469298, -0.422116, -0.341151, 0.538801, 0.435309, -0.073438])
  close(map.components[1]!, [-0.380202, -0.016215, 0.329701, 0.038676, -0.069964, 0.860285])
  close(map.explainedVariance, [26.856844 / 35.607143, 4.825732 / 35.607143])
  close(map.positions.subarray(0, 2), [-2.224288, 0.381804])
  close(map.positions.subarray(4, 8), [-1.497323, 0.359366, -1.929038, -0.936914])
  close(map.positions.subarray(10, 12), [1.547428, 0.933676])
  close(map.positions.subarray(14, 16), [1.86664, -1.648111])
  close(map.extremity, [1.294516, 1.03473, 1.328135, 1.323184, 1.07997, 0.793096])
  close(map.statementPositions.subarray(0, 2), [-1.005848, -0.814888])
  expect(map.groupings.map((grouping) => grouping.k)).toEqual([2])
  expect(map.k).toBe(2)
  expect([...map.groupings[0]!.labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  expect(map.groupings[0]!.silhouette).toBeCloseTo(0.705795, 6)
  expect([...map.groupings[0]!.counts.agrees]).toEqual([4, 3, 2, 0, 0, 3, 0, 0, 0, 4, 3, 3])
})

test('the worked example with statement 5 rejected has the components and positions that are printed for it', () => {
  const map = mapOf(workedExample, [0, 0, 0, 0, 0, 1])
  expect(map.means[5]).toBe(0)
  close(map.components[0]!, [-0.474671, -0.422502, -0.338701, 0.540054, 0.435664, 0])
  close(map.components[1]!, [0.017679, -0.602699, 0.79293, -0.026244, 0.083756, 0])
  close(map.positions.subarray(0, 2), [-2.200644, 0.261463])
  close(map.positions.subarray(4, 6), [-1.470611, 1.038392])
  expect(map.extremity[5]).toBe(0)
  expect(map.totals.votes[5]).toBe(8)
})

test('an excluded participant is left out of every statistic but keeps a position', () => {
  const engine = new Engine()
  engine.apply(workedExample)
  engine.exclude(1)
  const map = engine.refresh()
  engine.validate()
  const expected = analyseBatch(workedExample, { excluded: [0, 1] })
  expect([map.votes, map.grouped, map.totals]).toEqual([expected.votes, expected.grouped, expected.totals])
  expect(map.groupings[0]!.labels).toEqual(expected.groupings[0]!.labels)
  close(map.positions, expected.positions, 9)
  engine.exclude(1, false)
  expect(engine.refresh()).toEqual(mapOf(workedExample))
})

test('a conversation without votes has a map without groups', () => {
  const engine = new Engine()
  engine.moderate(2, false)
  const map = engine.refresh()
  expect([map.participants, map.statements, map.votes, map.k]).toEqual([0, 3, 0, 0])
  expect(map.components).toEqual([new Float64Array(3), new Float64Array(3)])
})

test('one person alone, and people who all say the same, stand at the origin and are not grouped', () => {
  for (const people of [1, 4]) {
    const map = mapOf(logOfRows(Array.from({ length: people }, () => [1, -1, 0])))
    expect(map.positions).toEqual(new Float64Array(2 * people))
    expect(map.k).toBe(0)
  }
})

test('a batch with a bad value is refused whole', () => {
  const engine = new Engine()
  engine.apply(workedExample)
  const before = engine.refresh()
  const bad: [VoteLog, string][] = [
    [{ participants: [0, 1], statements: [0, 1], values: [1, 2] }, 'got 2'],
    [{ participants: [0, 1.5], statements: [0, 1], values: [1, 1] }, 'got 1.5'],
    [{ participants: [0, 1_000_000], statements: [0, 1], values: [1, 1] }, 'got 1000000'],
    [{ participants: [0, 1], statements: [0, 10_000], values: [1, 1] }, 'got 10000'],
    [{ participants: [0, 1], statements: [0, -1], values: [1, 1] }, 'got -1'],
    [{ participants: [0, 1], statements: [0, 1], values: [1, Number.NaN] }, 'got NaN'],
    [{ participants: [0], statements: [0, 1], values: [1, 1] }, 'one length'],
  ]
  for (const [log, words] of bad) expect(() => engine.apply(log)).toThrow(words)
  expect(engine.refresh()).toEqual(before)
})

describeOnRealData('on real conversations the engine agrees with the reference pipeline', () => {
  test.each(openConversations)('%s', (name) => {
    const { log, moderatedOut } = readOpenConversation(name)
    const map = mapOf(log, moderatedOut)
    const expected = analyseBatch(log, { moderatedOut })
    expect(map.included).toEqual(expected.included)
    expect(map.totals).toEqual(expected.totals)
    close(map.means, expected.means, 12)
    map.components.forEach((component, index) => close(component, expected.components[index]!, 8))
    close(map.positions, expected.positions, 7)
    for (const [index, grouping] of map.groupings.entries()) {
      const other = expected.groupings[index]!
      expect(grouping.eligible).toBe(other.eligible)
      expect(grouping.withinSumOfSquares).toBeLessThanOrEqual(other.withinSumOfSquares * 1.005)
    }
    expect(map.k).toBe(expected.k)
  })
})
