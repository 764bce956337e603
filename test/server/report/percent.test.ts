import { expect, test } from 'vitest'
import { percentOf, percentOfShare } from '../../../server/report/percent.ts'

test('a half goes to the even neighbour', () => {
  expect([percentOf(1, 200), percentOf(3, 200), percentOf(5, 200), percentOf(7, 200)]).toEqual([0, 2, 2, 4])
  expect([percentOf(1, 8), percentOf(3, 8), percentOf(5, 8), percentOf(7, 8)]).toEqual([12, 38, 62, 88])
})

test('what is no half goes to the nearest', () => {
  expect([percentOf(1, 3), percentOf(2, 3), percentOf(199, 200), percentOf(0, 7), percentOf(7, 7)]).toEqual([
    33, 67, 100, 0, 100,
  ])
})

test('no binary fraction decides: 57 of 200 is 28.5% and becomes 28', () => {
  expect(percentOf(57, 200)).toBe(28)
  expect(percentOfShare(0.29)).toBe(29)
})

test('a share of nothing is 0', () => {
  expect(percentOf(0, 0)).toBe(0)
})
