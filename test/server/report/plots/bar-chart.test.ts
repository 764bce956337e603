import { expect, test } from 'vitest'
import { ticks } from '../../../../server/report/plots/bar-chart.ts'

test('an axis goes from 0 to a round number that no bar goes beyond, in few steps', () => {
  for (const most of [1, 2, 3, 7, 10, 99, 101, 29_383, 1_000_000]) {
    const steps = ticks(most)
    expect(steps[0]).toBe(0)
    expect(steps.at(-1)).toBeGreaterThanOrEqual(most)
    expect(steps.length).toBeLessThanOrEqual(7)
    for (const step of steps) expect(Number.isInteger(step)).toBe(true)
  }
  expect(ticks(0)).toEqual([0, 1])
})
