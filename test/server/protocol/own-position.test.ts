// The worked example of the Polis mathematics, section 14.2: eight participants, six statements.
import { expect, test } from 'vitest'
import { nearestGroup, ownPosition } from '../../../server/protocol/own-position.ts'
import type { Components } from '../../../server/protocol/snapshot.ts'
import type { Vote } from '../../../server/protocol/values.ts'

const example: Components = {
  groups: [],
  version: 1,
  sequence: 46,
  statements: [0, 1, 2, 3, 4, 5],
  moderatedOut: 0,
  means: [0.125, 0, -1 / 7, 0, 0, 0.625],
  components: [
    [-0.469298, -0.422116, -0.341151, 0.538801, 0.435309, -0.073438],
    [-0.380202, -0.016215, 0.329701, 0.038676, -0.069964, 0.860285],
  ],
}

const votesOf = (...votes: (Vote | undefined)[]) =>
  new Map(votes.flatMap((vote, id): [number, Vote][] => (vote === undefined ? [] : [[id, vote]])))

test.each([
  ['p0, who voted on everything', votesOf(1, 1, 1, -1, -1, 1), [-2.224288, 0.381804]],
  ['p2, with a pass and a missing vote', votesOf(1, 0, 1, -1, undefined, 1), [-1.497323, 0.359366]],
  ['p3, with a missing vote', votesOf(1, 1, undefined, -1, -1, 0), [-1.929038, -0.936914]],
  ['p5, with a missing vote', votesOf(-1, -1, 0, 1, undefined, 1), [1.547428, 0.933676]],
  ['p7, on the other side', votesOf(0, -1, -1, 1, 1, -1), [1.86664, -1.648111]],
])('the position of %s is that of the worked example', (_, votes, [x, y]) => {
  const position = ownPosition(votes, example)
  expect(position?.[0]).toBeCloseTo(x ?? NaN, 5)
  expect(position?.[1]).toBeCloseTo(y ?? NaN, 5)
})

test('a statement that was moderated out counts as seen and moves nobody', () => {
  const rejected: Components = {
    ...example,
    statements: [0, 1, 2, 3, 4],
    moderatedOut: 1,
    means: [0.125, 0, -1 / 7, 0, 0],
    components: [
      [-0.474671, -0.422502, -0.338701, 0.540054, 0.435664],
      [0.017679, -0.602699, 0.79293, -0.026244, 0.083756],
    ],
  }
  const p0 = ownPosition(votesOf(1, 1, 1, -1, -1, 1), rejected)
  expect(p0?.[0]).toBeCloseTo(-2.200644, 5)
  expect(p0?.[1]).toBeCloseTo(0.261463, 5)
  const p2 = ownPosition(votesOf(1, 0, 1, -1, undefined, 1), rejected)
  expect(p2?.[0]).toBeCloseTo(-1.470611, 5)
  expect(p2?.[1]).toBeCloseTo(1.038392, 5)
})

test('statements are found by their ids, which may have gaps', () => {
  const withGaps: Components = { ...example, statements: [3, 8, 9, 20, 21, 40] }
  const votes = new Map<number, Vote>([
    [3, 1],
    [8, 1],
    [9, 1],
    [20, -1],
    [21, -1],
    [40, 1],
  ])
  expect(ownPosition(votes, withGaps)?.[0]).toBeCloseTo(-2.224288, 5)
})

test('there is no position without a vote that the map knows', () => {
  expect(ownPosition(new Map(), example)).toBeUndefined()
  expect(ownPosition(new Map([[99, 1]]), example)).toBeUndefined()
})

test('the nearest group is that with the nearest centre, ties to the first', () => {
  const groups = [{ centre: [-1, 0] }, { centre: [1, 0] }, { centre: [1, 0] }] as const
  expect(nearestGroup([0.4, 0.2], groups)).toBe(1)
  expect(nearestGroup([0, 0], groups)).toBe(0)
  expect(nearestGroup([0, 0], [])).toBe(-1)
})
