import { expect, test } from 'vitest'
import {
  bestPolisK,
  polisBaseClusters,
  polisGroupings,
  type PolisSmoother,
  smoothPolisK,
} from '../../../analysis/polis-compat/polis-groups.ts'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { workedExample } from '../worked-example.ts'

test('the worked example has one base cluster for each person and the two printed groups', () => {
  const { positions } = analyseBatch(workedExample)
  const people = [0, 1, 2, 3, 4, 5, 6, 7]
  const bases = polisBaseClusters({ ids: people, points: positions, weights: people.map(() => 1) })
  expect(bases.map(({ members }) => members)).toEqual(people.map((person) => [person]))
  const groupings = polisGroupings(bases)
  expect(groupings.map(({ k }) => k)).toEqual([2])
  expect(groupings[0]!.clusters.map(({ members }) => members)).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ])
  expect(groupings[0]!.silhouette).toBeCloseTo(0.705795, 6)
})

test('of equally good numbers of groups the larger is the best', () => {
  const grouping = (k: number, silhouette: number) => ({ k, silhouette, clusters: [] })
  expect(bestPolisK([grouping(2, 0.4), grouping(3, 0.5), grouping(4, 0.5)])).toBe(4)
  expect(bestPolisK([])).toBe(0)
})

test('the smoother changes the number of groups at the fourth update in a row', () => {
  let state: PolisSmoother | undefined
  const shown = [2, 3, 3, 2, 3, 3, 3, 3].map((k) => {
    state = smoothPolisK(k, 5, state)
    return state.smoothedK
  })
  expect(shown).toEqual([2, 2, 2, 2, 2, 2, 2, 3])
})

test('a smoothed number of groups that is out of reach gives way', () => {
  expect(smoothPolisK(2, 2, { lastK: 4, count: 9, smoothedK: 4 }).smoothedK).toBe(2)
})
