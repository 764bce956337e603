import { expect, test } from 'vitest'
import { compareWith, whereIStand } from '../../../server/protocol/where-i-stand.ts'
import type { Components, OpinionGroup } from '../../../server/protocol/snapshot.ts'
import type { Vote } from '../../../server/protocol/values.ts'

const group = (letter: string, x: number): OpinionGroup => ({
  letter,
  people: 20,
  centre: [x, 0],
  hull: [],
  representative: [],
})
const groups = [group('A', -2), group('B', 2)]
const components: Components = {
  version: 1,
  sequence: 1,
  statements: [10, 11, 12, 13],
  moderatedOut: 0,
  means: [0, 0, 0, 0],
  components: [
    [0.5, 0.5, 0.5, 0.5],
    [0, 0, 0, 0],
  ],
  groups: [
    { letter: 'A', agrees: [18, 2, 0, 10], disagrees: [1, 16, 0, 10], votes: [20, 20, 0, 20] },
    { letter: 'B', agrees: [3, 20, 9, 0], disagrees: [17, 0, 1, 20], votes: [20, 20, 10, 20] },
  ],
}
const votes = new Map<number, Vote>([
  [10, 1],
  [11, 1],
  [12, 1],
  [13, 0],
  [99, 1],
])

test('the nearest group is named, and a second one only where it is hardly farther', () => {
  expect(whereIStand([-1.5, 0], votes, groups, components)).toMatchObject({
    nearest: { letter: 'A' },
    alsoNear: undefined,
  })
  expect(whereIStand([0.1, 0], votes, groups, components)).toMatchObject({
    nearest: { letter: 'B' },
    alsoNear: { letter: 'A' },
  })
  expect(whereIStand([0, 0], votes, [], components)).toBeUndefined()
})

test('the place rests on the votes that the map knows', () => {
  expect(whereIStand([0, 0], votes, groups, components)?.votes).toBe(4)
})

test('what most of a group say too is an agreement, what most say the opposite of is a difference', () => {
  expect(compareWith('A', votes, components)).toEqual({
    agreements: [{ statement: 10, own: 1, share: 0.9, people: 20 }],
    differences: [{ statement: 11, own: 1, share: 0.8, people: 20 }],
  })
})

test('the clearest come first, and a disagreement in common is an agreement', () => {
  const against = new Map<number, Vote>([
    [13, -1],
    [10, -1],
  ])
  expect(compareWith('B', against, components).agreements.map(({ statement }) => statement)).toEqual([13, 10])
})

test('a statement on which the group has no five votes, a pass, or an even split says nothing', () => {
  const neutral = new Map<number, Vote>([
    [12, 1],
    [13, 1],
    [10, 0],
  ])
  expect(compareWith('A', neutral, components)).toEqual({ agreements: [], differences: [] })
  expect(compareWith('C', votes, components)).toEqual({ agreements: [], differences: [] })
})
