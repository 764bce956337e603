import { expect, test } from 'vitest'
import type { Grouping, OpinionMap } from '../../../analysis/opinion-map.ts'
import { chooseK } from '../../../analysis/presentation/choose-k.ts'
import type { PresentationState } from '../../../analysis/presentation/presentation-state.ts'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { workedExample } from '../worked-example.ts'

const map = analyseBatch(workedExample)

/** A map on which k wins, with the given silhouettes for k = 2, 3 …; a negative one is not eligible. */
function mapWhere(k: number, silhouettes: readonly number[], sequence: number): OpinionMap {
  const groupings = silhouettes.map((silhouette, index): Grouping => ({
    ...map.groupings[0]!,
    k: index + 2,
    silhouette,
    eligible: silhouette >= 0,
  }))
  return { ...map, k, groupings, sequence }
}

const shown = (k: number, changes: Partial<PresentationState> = {}): PresentationState => ({
  format: 1,
  sequence: 0,
  k,
  isPinned: false,
  winningK: k,
  wins: 1,
  letters: new Int8Array(0),
  components: [new Float64Array(0), new Float64Array(0)],
  ...changes,
})

/** The k shown after each of these maps in turn. */
function shownAfter(maps: readonly OpinionMap[], start: PresentationState): number[] {
  let state = start
  return maps.map((next) => {
    state = { ...state, ...chooseK(next, state), sequence: next.sequence }
    return state.k
  })
}

test('the first map shows its own k', () => {
  expect(chooseK(mapWhere(3, [0.4, 0.5], 1), undefined).k).toBe(3)
})

test('another k that is a little better is shown after four wins in a row', () => {
  const maps = [1, 2, 3, 4, 5].map((sequence) => mapWhere(3, [0.47, 0.5], sequence))
  expect(shownAfter(maps, shown(2))).toEqual([2, 2, 2, 3, 3])
})

test('a win of another k starts the count again', () => {
  const maps = [3, 3, 3, 2, 3, 3, 3, 3].map((k, index) => mapWhere(k, [0.48, 0.5], index + 1))
  expect(shownAfter(maps, shown(2))).toEqual([2, 2, 2, 2, 2, 2, 2, 3])
})

test('a k that is better by more than 0.05 is shown at once', () => {
  expect(chooseK(mapWhere(3, [0.44, 0.5], 1), shown(2)).k).toBe(3)
})

test('showing the same sequence again wins nothing', () => {
  const maps = Array.from({ length: 9 }, () => mapWhere(3, [0.47, 0.5], 7))
  expect(new Set(shownAfter(maps, shown(2)))).toEqual(new Set([2]))
})

test('a k that is no longer in range or has groups too small gives way at once', () => {
  expect(chooseK(mapWhere(2, [0.4], 1), shown(3)).k).toBe(2)
  expect(chooseK(mapWhere(2, [0.4, -0.4], 1), shown(3)).k).toBe(2)
})

test('a pinned k is shown at once, and the map decides again once the pin is lifted', () => {
  const next = mapWhere(2, [0.5, 0.48, 0.47], 1)
  const pinned = chooseK(next, shown(2), 4)
  expect(pinned).toMatchObject({ k: 4, isPinned: true })
  expect(chooseK(next, { ...shown(2), ...pinned })).toMatchObject({ k: 2, isPinned: false })
})

test('a pinned k without a grouping is not shown', () => {
  expect(chooseK(mapWhere(2, [0.5], 1), shown(2), 5)).toMatchObject({ k: 2, isPinned: false })
})

test('a map without groups shows none', () => {
  expect(chooseK({ ...map, groupings: [], k: 0 }, shown(2)).k).toBe(0)
})
