import { expect, test } from 'vitest'
import { differenceTest, shareTest } from '../../../analysis/statistics/vote-tests.ts'

test('the share test has its worked values', () => {
  expect(shareTest(3, 4)).toBeCloseTo(1.341641, 6)
  expect(shareTest(10, 12)).toBeCloseTo(2.496151, 6)
  expect(shareTest(50, 100)).toBeCloseTo(0.099504, 6)
})

test('no votes at all pass for one standard error, as in Polis', () => {
  expect(shareTest(0, 0)).toBe(1)
})

test('the difference test has its worked values', () => {
  expect(differenceTest(3, 1, 4, 5)).toBeCloseTo(1.547758, 6)
  expect(differenceTest(10, 20, 12, 60)).toBeCloseTo(3.316368, 6)
  expect(differenceTest(0, 10, 10, 20)).toBeCloseTo(-2.4025, 6)
})

test('two full shares do not differ', () => {
  expect(differenceTest(5, 5, 5, 5)).toBe(0)
  expect(differenceTest(0, 0, 0, 0)).toBe(0)
})
