import { expect, test } from 'vitest'
import { root } from '../../../analysis/statistics/root.ts'

test('roots of perfect powers are exact', () => {
  for (const k of [1, 2, 3, 4, 5, 6]) {
    expect(root(0, k)).toBe(0)
    expect(root(1, k)).toBe(1)
    expect(root(64 ** k, k)).toBe(64)
    expect(root(0.5 ** k, k)).toBe(0.5)
  }
})

test('a root to its power is the number again, to rounding', () => {
  for (const value of [1e-30, 3.7e-9, 0.004, 0.2, 0.999999, 12]) {
    for (const k of [2, 3, 4, 5, 6]) expect(Math.abs(root(value, k) ** k / value - 1)).toBeLessThan(4e-15)
  }
})

test('a negative number or a root that is not whole is refused with its value', () => {
  expect(() => root(-1, 2)).toThrow('got -1 and 2')
  expect(() => root(1, 2.5)).toThrow(RangeError)
  expect(() => root(Number.NaN, 2)).toThrow(RangeError)
})
