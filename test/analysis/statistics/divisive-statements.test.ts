import { expect, test } from 'vitest'
import { divisiveStatements } from '../../../analysis/statistics/divisive-statements.ts'

test('the farthest statements come first, ties by index, none at the middle or moderated out', () => {
  const extremity = Float64Array.of(0.5, 2, 0, 2, 3, 1)
  const moderatedOut = Uint8Array.of(0, 0, 0, 0, 1, 0)
  expect(divisiveStatements(extremity, moderatedOut)).toEqual([1, 3, 5, 0])
  expect(divisiveStatements(extremity, moderatedOut, { most: 1 })).toEqual([1])
})
