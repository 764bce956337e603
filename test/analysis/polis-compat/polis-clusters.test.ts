import { expect, test } from 'vitest'
import { polisKmeans } from '../../../analysis/polis-compat/polis-clusters.ts'

const items = (points: readonly (readonly [number, number])[], weights = points.map(() => 1)) => ({
  ids: points.map((_, index) => 10 + index),
  points: Float64Array.from(points.flat()),
  weights,
})

test('a cold start takes the first distinct rows, in the order of the rows', () => {
  const clusters = polisKmeans(
    items([
      [0, 0],
      [0, 0],
      [5, 0],
      [0, 1],
      [5, 1],
    ]),
    2,
    { maxIterations: 20 },
  )
  expect(clusters).toEqual([
    { id: 0, members: [10, 11, 13], centre: [0, 1 / 3] },
    { id: 1, members: [12, 14], centre: [5, 0.5] },
  ])
})

test('a row as near to two centres goes to the later one', () => {
  const clusters = polisKmeans(
    items([
      [0, 0],
      [2, 0],
      [1, 0],
    ]),
    2,
    { maxIterations: 0 },
  )
  expect(clusters.map(({ members }) => members)).toEqual([[10], [11, 12]])
})

test('centres are weighted by the people that an item stands for', () => {
  const pair = items(
    [
      [0, 0],
      [4, 0],
    ],
    [3, 1],
  )
  expect(polisKmeans(pair, 1, { maxIterations: 20 })[0]!.centre).toEqual([1, 0])
})

test('fewer distinct positions than clusters asked for give fewer clusters', () => {
  const same = items([
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  expect(polisKmeans(same, 3, { maxIterations: 20 })).toHaveLength(1)
  expect(polisKmeans(items([]), 3, { maxIterations: 20 })).toEqual([])
})

test('a continued clustering keeps its ids and splits off the farthest row under a new id', () => {
  const before = [{ id: 7, members: [10, 11, 12], centre: [0, 0] as const }]
  const clusters = polisKmeans(
    items([
      [0, 0],
      [0, 1],
      [9, 9],
    ]),
    2,
    { maxIterations: 20, previous: before },
  )
  expect(clusters.map(({ id, members }) => [id, members])).toEqual([
    [7, [10, 11]],
    [8, [12]],
  ])
})

test('clusters that have come to the same place are merged under the id of the larger', () => {
  const before = [
    { id: 0, members: [10], centre: [0, 0] as const },
    { id: 3, members: [11, 12], centre: [4, 4] as const },
  ]
  const clusters = polisKmeans(
    items([
      [1, 1],
      [1, 1],
      [1, 1],
      [6, 6],
    ]),
    2,
    { maxIterations: 20, previous: before },
  )
  expect(clusters.map(({ id, members }) => [id, members])).toEqual([
    [3, [10, 11, 12]],
    [4, [13]],
  ])
})

test('clusters whose people are all gone give one cluster under a new id', () => {
  const before = [{ id: 4, members: [99], centre: [0, 0] as const }]
  const one = items([
    [1, 1],
    [2, 2],
  ])
  expect(polisKmeans(one, 1, { maxIterations: 20, previous: before })[0]).toMatchObject({
    id: 5,
    members: [10, 11],
  })
})
