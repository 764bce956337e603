// The attack on room safety (I8): can somebody who watches the screen tell which group a newcomer belongs to? The same attack
// on the exact maps shows that it is a real one.
import { expect, test } from 'vitest'
import {
  attack,
  exactPicture,
  publicPicture,
  type Puzzle,
  puzzlesOf,
  roomPicture,
} from './follow-newcomers.ts'
import { type HallShape, simulateHall } from './simulated-hall.ts'
import { peopleForStep } from '../../../server/conversation/people-for-step.ts'

/** Quiet halls, in which hardly anybody acts besides the newcomer, and busy ones. */
const shapes: readonly Omit<HallShape, 'seed'>[] = [
  { people: 40, camps: [0.5, 0.5], arrivals: 0.15, pace: 0.2 },
  { people: 60, camps: [0.45, 0.35, 0.2], arrivals: 0.5, pace: 0.4 },
  { people: 120, camps: [0.5, 0.5], arrivals: 1, pace: 0.4 },
]
const halls = Array.from({ length: 24 }, (_, seed) =>
  simulateHall({ ...shapes[seed % shapes.length]!, seed: seed + 1 }),
)

/** Learning from every other three halls and guessing in the rest, and the other way round. */
function bothWays(puzzles: readonly (readonly Puzzle[])[]) {
  const some = puzzles.filter((_, at) => at % 6 < 3).flat()
  const rest = puzzles.filter((_, at) => at % 6 >= 3).flat()
  const [one, other] = [attack(some, rest), attack(rest, some)]
  return {
    guesses: one.guesses + other.guesses,
    attack: (one.attack + other.attack) / 2,
    chance: (one.chance + other.chance) / 2,
  }
}

test('no newcomer can be followed through thousands of snapshots of the screen', () => {
  expect(halls.flatMap(({ moments }) => moments).length).toBeGreaterThanOrEqual(1_000)
  const result = bothWays(
    halls.map((hall) =>
      puzzlesOf(hall, ({ room, roomSequence, letters }) =>
        room === null ? null : roomPicture(room, roomSequence, letters),
      ),
    ),
  )
  expect(result.guesses).toBeGreaterThanOrEqual(1_000)
  expect(result.attack).toBeLessThanOrEqual(result.chance + 0.05)
})

test('nor through the maps, reports and exports that everybody may fetch', () => {
  const result = bothWays(
    halls.map((hall) =>
      puzzlesOf(hall, ({ published }) =>
        published?.snapshot.state === 'groups' ? publicPicture(published) : null,
      ),
    ),
  )
  expect(result.guesses).toBeGreaterThanOrEqual(1_000)
  expect(result.attack).toBeLessThanOrEqual(result.chance + 0.05)
})

test('the same attack on the exact maps succeeds', () => {
  const result = bothWays(
    halls.map((hall) =>
      puzzlesOf(hall, ({ exact, letters }) =>
        exact.state === 'groups' ? exactPicture(exact, letters) : null,
      ),
    ),
  )
  expect(result.attack).toBeGreaterThan(result.chance + 0.2)
})

test('the screen changes only after enough other people have acted, and never by fewer than five', () => {
  for (const { moments, actors } of halls) {
    moments.forEach((moment, at) => {
      const before = moments[at - 1]
      if (!before?.room || moment.roomSequence === before.roomSequence) return
      const acted = new Set(actors.slice(before.roomSequence, moment.roomSequence)).size
      expect(acted).toBeGreaterThanOrEqual(peopleForStep(moment.exact.counts.participants))
      expect(acted).toBeGreaterThanOrEqual(5)
    })
  }
})

test('no lone mark appears or moves', () => {
  for (const { moments } of halls) {
    moments.forEach(({ room }, at) => {
      for (const { letter, marks } of room?.groups ?? []) {
        const before = moments[at - 1]?.room?.groups.find((group) => group.letter === letter)?.marks ?? []
        const moved = marks.filter(([x, y]) => !before.some(([oldX, oldY]) => x === oldX && y === oldY))
        expect(moved.length).not.toBe(1)
      }
    })
  }
})

test('a group of fewer than five is part of the others', () => {
  for (const { exact, room } of halls.flatMap(({ moments }) => moments)) {
    if (room === null) continue
    const shares = room.groups.reduce((sum, { share }) => sum + share, room.others)
    expect(shares).toBeGreaterThanOrEqual(0.99)
    expect(exact.groups.every(({ people }) => people >= 5)).toBe(true)
  }
})
