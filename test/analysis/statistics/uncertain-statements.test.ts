import { expect, test } from 'vitest'
import { uncertainStatements } from '../../../analysis/statistics/uncertain-statements.ts'
import { countsOf } from '../counts.ts'

test('statements that more than three in ten passed on are uncertain, most passed first', () => {
  const totals = countsOf([
    [
      [60, 10, 30],
      [59, 10, 31],
      [10, 10, 80],
      [1, 0, 4],
    ],
  ])
  expect(uncertainStatements(totals, new Uint8Array(4))).toEqual([
    { statement: 2, passes: 80, votes: 100 },
    { statement: 1, passes: 31, votes: 100 },
    { statement: 3, passes: 4, votes: 5 },
  ])
})

test('four votes are too few to tell uncertainty, and moderated statements are not listed', () => {
  const totals = countsOf([
    [
      [0, 0, 4],
      [0, 0, 9],
    ],
  ])
  expect(uncertainStatements(totals, Uint8Array.of(0, 1))).toEqual([])
})
