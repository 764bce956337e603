import { expect, test } from 'vitest'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { sumOverGroups } from '../../../analysis/statistics/group-totals.ts'
import { priorities, priority } from '../../../analysis/statistics/priorities.ts'
import { workedCounts } from '../counts.ts'
import { workedExample } from '../worked-example.ts'

test('the priority has its worked values', () => {
  expect(priority(0, 0, 0, 0)).toBe(5.0625)
  expect(priority(1, 0, 1, 0)).toBeCloseTo(12.529726, 6)
  expect(priority(20, 3, 20, 0)).toBeCloseTo(1.372383, 6)
  expect(priority(30, 10, 60, 1.5)).toBeCloseTo(1.061382, 6)
})

test('the worked example has the priorities that are printed for it', () => {
  const { extremity } = analyseBatch(workedExample)
  const printed = [11.155016, 8.040418, 4.350208, 14.473051, 16.636166, 13.352148]
  const computed = priorities(sumOverGroups(workedCounts, 6), extremity)
  printed.forEach((value, statement) => expect(computed[statement]!).toBeCloseTo(value, 5))
})

test('the boost for new statements is the power of two, without Math.pow', () => {
  for (let votes = 0; votes < 320; votes++) {
    const importance = (1 - 1 / (votes + 2)) / (votes + 2)
    expect(priority(0, 0, votes, 0)).toBeCloseTo((importance * (1 + 8 * 2 ** (-votes / 5))) ** 2, 12)
  }
})

test('a meta statement has a fixed priority', () => {
  const totals = sumOverGroups(workedCounts, 6)
  expect(priorities(totals, new Float64Array(6), [0, 0, 1])[2]).toBe(49)
})
