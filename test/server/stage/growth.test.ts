import { expect, test } from 'vitest'
import { growthSteps } from '../../../server/stage/growth.ts'
import { peopleForStep } from '../../../server/conversation/people-for-step.ts'
import { inFives } from '../../../server/stage/room-view.ts'

test('steps of the growth are as far apart as a live screen’s, and there are few of them', () => {
  for (const people of [7, 12, 40, 200, 5_000, 1_000_000]) {
    const steps = growthSteps(7, people)
    expect(steps.length).toBeLessThanOrEqual(15)
    steps.forEach((step, at) => {
      const next = steps[at + 1] ?? people
      expect(next - step).toBeGreaterThanOrEqual(peopleForStep(step))
    })
  }
})

test('a hall that is too small for two steps has no growth to show', () => {
  expect(growthSteps(7, 7)).toEqual([])
  expect(growthSteps(7, 11)).toEqual([])
  expect(growthSteps(7, 12)).toEqual([7])
})

test('a step takes a third of the people, five at least and fifty at most', () => {
  expect([1, 15, 16, 60, 150, 10_000].map(peopleForStep)).toEqual([5, 5, 6, 20, 50, 50])
})

test('people are counted in fives', () => {
  expect([0, 4, 5, 9, 1_923].map(inFives)).toEqual([0, 0, 5, 5, 1_920])
})
