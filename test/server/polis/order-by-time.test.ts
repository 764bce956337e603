import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderByTime } from '../../../server/polis/order-by-time.ts'

const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 ** 43 })), {
  maxLength: 60,
})

test('votes come in ascending order of time, those of the same millisecond in the order of the file', () => {
  fc.assert(
    fc.property(times, (times) => {
      const expected = times.map((_, index) => index).sort((a, b) => times[a]! - times[b]! || a - b)
      expect([...orderByTime(Float64Array.from(times))]).toEqual(expected)
    }),
  )
})
