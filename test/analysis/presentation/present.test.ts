import { expect, test } from 'vitest'
import type { OpinionMap } from '../../../analysis/opinion-map.ts'
import { present } from '../../../analysis/presentation/present.ts'
import {
  restorePresentationState,
  type StoredPresentationState,
  storePresentationState,
} from '../../../analysis/presentation/presentation-state.ts'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { seededVotes } from '../seeded-votes.ts'

const map = analyseBatch(seededVotes(5, { camps: 3, loyalty: 0.95 }))
const first = present(map, undefined)

/** The same result as another solver might put it: axes mirrored, groups numbered the other way. */
function otherWayRound(original: OpinionMap): OpinionMap {
  return {
    ...original,
    components: original.components.map((component) => component.map((entry) => -entry)),
    positions: original.positions.map((value) => -value),
    statementPositions: original.statementPositions.map((value) => -value),
    groupings: original.groupings.map((grouping) => {
      const turned = (row: number) => grouping.k - 1 - row
      const rows = <T extends Uint32Array | Float64Array>(values: T): T => {
        const width = values.length / grouping.k
        return values.map(
          (_, cell) => values[turned(Math.floor(cell / width)) * width + (cell % width)]!,
        ) as T
      }
      return {
        ...grouping,
        labels: grouping.labels.map((label) => (label < 0 ? -1 : turned(label))),
        sizes: rows(grouping.sizes),
        centres: rows(grouping.centres).map((value) => -value),
        counts: {
          agrees: rows(grouping.counts.agrees),
          disagrees: rows(grouping.counts.disagrees),
          votes: rows(grouping.counts.votes),
        },
      }
    }),
  }
}

test('the first map is shown as it is, its groups lettered by size', () => {
  expect(map.k).toBe(3)
  expect(first.map).toBe(map)
  expect(first.positions).toBe(map.positions)
  expect(first.groups.map(({ letter, canonical }) => `${letter}${canonical}`)).toEqual(['A0', 'B1', 'C2'])
  expect(first.groups.reduce((sum, { people }) => sum + people, 0)).toBe(map.grouped)
  expect(first.labels).toEqual(first.grouping!.labels)
})

test('the same opinions found the other way round look the same to people', () => {
  const second = present(otherWayRound(map), first.state)
  expect(second.positions).toEqual(first.positions)
  expect(second.components).toEqual(first.components)
  expect(second.labels).toEqual(first.labels)
  expect(second.groups.map(({ canonical: _, ...group }) => group)).toEqual(
    first.groups.map(({ canonical: _, ...group }) => group),
  )
})

test('every group comes with its centre, people and statements it stands for', () => {
  for (const { letter, people, centre, representative } of first.groups) {
    const group = letter.charCodeAt(0) - 65
    let x = 0
    first.labels.forEach(
      (label, participant) => (x += label === group ? first.positions[2 * participant]! : 0),
    )
    expect(x / people).toBeCloseTo(centre[0], 10)
    expect(representative.length).toBeGreaterThan(0)
  }
})

test('the memory of the presentation survives JSON', () => {
  const stored = JSON.parse(JSON.stringify(storePresentationState(first.state))) as StoredPresentationState
  expect(restorePresentationState(stored)).toEqual(first.state)
  expect(present(otherWayRound(map), restorePresentationState(stored)).labels).toEqual(first.labels)
})

test('a memory of another format is forgotten', () => {
  const stored = { ...storePresentationState(first.state), format: 2 } as unknown as StoredPresentationState
  expect(restorePresentationState(stored)).toBeUndefined()
})

test('a map without votes is shown without groups', () => {
  const empty = analyseBatch({ participants: [], statements: [], values: [] }, {}, { statements: 2 })
  const shown = present(empty, undefined)
  expect(shown.groups).toEqual([])
  expect(shown.grouping).toBeUndefined()
  expect(present(map, shown.state).groups).toHaveLength(3)
})
