import { expect, test } from 'vitest'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { logOfRows, workedExample } from '../worked-example.ts'

const close = (actual: ArrayLike<number>, expected: number[], digits = 6) => {
  expect(actual.length).toBe(expected.length)
  expected.forEach((value, index) => expect(actual[index]!).toBeCloseTo(value, digits))
}

test('the worked example has the components, positions and groups that are printed for it', () => {
  const map = analyseBatch(workedExample)
  expect([map.participants, map.statements, map.votes, map.grouped]).toEqual([8, 6, 44, 8])
  close(map.means, [0.125, 0, -1 / 7, 0, 0, 0.625])
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

test('a statement moderated out has no mean, component or extremity but keeps its counts', () => {
  const map = analyseBatch(workedExample, { moderatedOut: [0, 0, 0, 0, 0, 1] })
  expect(map.means[5]).toBe(0)
  close(map.components[0]!, [-0.474671, -0.422502, -0.338701, 0.540054, 0.435664, 0])
  close(map.components[1]!, [0.017679, -0.602699, 0.79293, -0.026244, 0.083756, 0])
  close(map.positions.subarray(0, 2), [-2.200644, 0.261463])
  close(map.positions.subarray(4, 6), [-1.470611, 1.038392])
  expect(map.extremity[5]).toBe(0)
  expect(map.totals.votes[5]).toBe(8)
})

test('the same votes give the same bits', () => {
  expect(analyseBatch(workedExample)).toEqual(analyseBatch(workedExample))
})

test('an excluded participant is left out of every statistic but keeps a position', () => {
  const map = analyseBatch(workedExample, { excluded: [0, 1] })
  expect(map.grouped).toBe(7)
  expect(map.votes).toBe(38)
  expect(map.totals.agrees[0]).toBe(3)
  expect([...map.groupings[0]!.labels]).toEqual([1, -1, 1, 1, 0, 0, 0, 0])
  expect(Math.abs(map.positions[2]!)).toBeGreaterThan(1)
})

test('the last vote of a participant on a statement counts', () => {
  const { participants, statements, values } = workedExample
  const log = {
    participants: [7, ...Array.from(participants)],
    statements: [0, ...Array.from(statements)],
    values: [1, ...Array.from(values)],
  }
  expect(analyseBatch(log).totals).toEqual(analyseBatch(workedExample).totals)
})

test('a conversation without votes has a map without groups', () => {
  const map = analyseBatch({ participants: [], statements: [], values: [] }, {}, { statements: 3 })
  expect([map.participants, map.statements, map.votes, map.k]).toEqual([0, 3, 0, 0])
  expect(map.groupings).toEqual([])
  expect(map.components.map((component) => [...component])).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ])
})

test('one person alone, and people who all say the same, stand at the origin and are not grouped', () => {
  for (const people of [1, 4]) {
    const map = analyseBatch(logOfRows(Array.from({ length: people }, () => [1, -1, 0])))
    expect(map.positions).toEqual(new Float64Array(2 * people))
    expect(map.k).toBe(0)
  }
})

test('a single statement has a single component', () => {
  const map = analyseBatch(logOfRows([[1], [-1], [1], [-1], [-1]]))
  expect([...map.components[0]!]).toEqual([1])
  expect([...map.components[1]!]).toEqual([0])
  expect([...map.groupings[0]!.labels]).toEqual([1, 0, 1, 0, 0])
})

test('a pinned number of groups is tried and selected', () => {
  expect(analyseBatch(workedExample, {}, { pinnedK: 4 }).k).toBe(4)
})

test('indexes, votes and numbers of groups out of range are refused with the value', () => {
  const log = { participants: [0], statements: [0], values: [2] }
  expect(() => analyseBatch(log)).toThrow('Expected a vote of -1, 0 or 1, got 2.')
  expect(() => analyseBatch(workedExample, {}, { participants: 5 })).toThrow('got 5')
  expect(() => analyseBatch(workedExample, {}, { pinnedK: 12 })).toThrow('Expected 2 to 6 groups, got 12.')
})
