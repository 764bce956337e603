import { expect, test } from 'vitest'
import { consensusStatements } from '../../../analysis/statistics/consensus-statements.ts'
import { countsOf, workedCounts } from '../counts.ts'

test('a statement on which each group has a majority is consensus', () => {
  expect(consensusStatements(workedCounts, new Uint8Array(6))).toMatchObject([
    { statement: 5, direction: 'agree', inFavour: 6, votes: 8 },
  ])
})

test('a large group cannot outvote a small one', () => {
  const counts = countsOf([
    [
      [900, 10, 0],
      [500, 100, 0],
    ],
    [
      [4, 6, 0],
      [8, 2, 0],
    ],
  ])
  expect(consensusStatements(counts, new Uint8Array(2)).map(({ statement }) => statement)).toEqual([1])
})

test('a group that has not seen a statement is no part of a consensus on it', () => {
  expect(consensusStatements(countsOf([[[50, 0, 0]], [[0, 0, 0]]]), new Uint8Array(1))).toEqual([])
})

test('agreement and disagreement share one list by falling consensus, without what was moderated out', () => {
  const group = [
    [60, 40, 0],
    [5, 90, 5],
    [99, 1, 0],
  ] as const
  const list = consensusStatements(countsOf([group, group]), Uint8Array.of(0, 0, 1))
  expect(list.map(({ statement, direction }) => [statement, direction])).toEqual([
    [1, 'disagree'],
    [0, 'agree'],
  ])
})

test('without groups there is no consensus across groups', () => {
  expect(consensusStatements(countsOf([]), new Uint8Array(4))).toEqual([])
})
