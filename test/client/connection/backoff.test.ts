import { expect, test } from 'vitest'
import { delayBeforeRetry } from '../../../client/connection/backoff.ts'

test('the wait doubles with each failure', () => {
  expect([1, 2, 3, 4].map((failures) => delayBeforeRetry(failures, 0))).toEqual([250, 500, 1000, 2000])
})

test('the wait is drawn between half of the ceiling and the ceiling', () => {
  expect(delayBeforeRetry(3, 0)).toBe(1000)
  expect(delayBeforeRetry(3, 0.5)).toBe(1500)
  expect(delayBeforeRetry(3, 0.999999)).toBe(2000)
})

test('the wait never exceeds half a minute', () => {
  expect(delayBeforeRetry(1000, 0.999999)).toBe(30_000)
})

test('the service may ask for more patience, never for less', () => {
  expect(delayBeforeRetry(1, 0.5, 7_300)).toBe(7_300)
  expect(delayBeforeRetry(4, 0.5, 100)).toBe(delayBeforeRetry(4, 0.5))
})
