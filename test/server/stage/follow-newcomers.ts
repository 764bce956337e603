// Somebody in the hall who watches newcomers vote and wants to know which group each belongs to. They look at the last
// picture without the newcomer and at the first with them, and at the second after it, take the differences group by group,
// and weigh them by what they have learnt in other halls, where they could ask everybody. Guessing the largest group is
// among what they can learn, so that they are never worse than chance by design.
import type { Point, Snapshot } from '../../../server/protocol/snapshot.ts'
import type { RoomMap } from '../../../server/protocol/stage.ts'
import type { Hall, Letters, Moment, Published } from './simulated-hall.ts'

/** A picture as the attacker reads it. */
export interface Picture {
  readonly sequence: number
  readonly groups: readonly {
    readonly letter: string
    /** Share of all people, and the number of people where the picture tells it. */
    readonly share: number
    readonly size: number
    readonly marks: readonly Point[]
    /** Votes of the group on all statements together, where the picture tells them. */
    readonly votes?: number
  }[]
  /** Letter of each person's group, which the attacker does not see. */
  readonly letters: Letters
}

/** One guess to be made: what can be seen of each group, and which one it is. */
export interface Puzzle {
  readonly clues: readonly (readonly number[])[]
  readonly right: number
  /** The largest group, which needs no looking. */
  readonly largest: number
}

export function exactPicture(snapshot: Snapshot, letters: Letters): Picture {
  const { participants } = snapshot.counts
  return {
    sequence: snapshot.sequence,
    letters,
    groups: snapshot.groups.map(({ letter, people }, place) => ({
      letter,
      share: people / Math.max(1, participants),
      size: people,
      marks: snapshot.buckets.filter(({ group }) => group === place).map(({ x, y }): Point => [x, y]),
    })),
  }
}

/** The map with what its components tell, which reports and exports of the same moment tell as well. */
export function publicPicture({ snapshot, components, letters }: Published): Picture {
  const exact = exactPicture(snapshot, letters)
  const votesOf = new Map(
    components.groups.map(({ letter, votes }) => [letter, votes.reduce((sum, count) => sum + count, 0)]),
  )
  const groups = exact.groups.map((group) => ({ ...group, votes: votesOf.get(group.letter) ?? 0 }))
  return { ...exact, groups }
}

export function roomPicture(map: RoomMap, sequence: number, letters: Letters): Picture {
  const groups = map.groups.map(({ letter, share, marks }) => ({
    letter,
    share,
    size: share * map.people,
    marks,
  }))
  return { sequence, groups, letters }
}

/** What the attacker can make of a hall; `look` is what they see at a moment, null where there is no map. */
export function puzzlesOf(hall: Hall, look: (moment: Moment) => Picture | null): Puzzle[] {
  const pictures = hall.moments.map((moment) => look(moment))
  return hall.newcomers.flatMap(({ person, sequence }) => {
    const after = pictures.findIndex((picture) => picture !== null && picture.sequence >= sequence)
    const then = pictures[after]
    const before = pictures.findLast((picture) => picture !== null && picture.sequence < sequence)
    if (!then || !before || then.groups.length < 2) return []
    const next = pictures.find((picture) => picture !== null && picture.sequence > then.sequence) ?? then
    const letter = then.letters[person]
    const right = then.groups.findIndex((group) => group.letter === letter)
    if (right < 0) return []
    const sizes = then.groups.map((group) => then.letters.filter((each) => each === group.letter).length)
    const clues = then.groups.map((group) => {
      const old = before.groups.find((each) => each.letter === group.letter)
      const later = next.groups.find((each) => each.letter === group.letter)
      return [
        group.share,
        Math.log(Math.max(0.01, group.share)),
        group.size - (old?.size ?? 0),
        (group.share - (old?.share ?? 0)) * 10,
        group.marks.length - (old?.marks.length ?? 0),
        motion(old?.marks ?? [], group.marks),
        (later?.size ?? group.size) - group.size,
        spread(group.marks) - spread(old?.marks ?? []),
        Number(old === undefined),
        (group.votes ?? 0) - (old?.votes ?? 0),
      ]
    })
    return [{ clues, right, largest: sizes.indexOf(Math.max(...sizes)) }]
  })
}

/** Share of right guesses on `tests` after learning from `lessons`, and that of guessing the largest group. */
export function attack(lessons: readonly Puzzle[], tests: readonly Puzzle[]) {
  const sizes = sizesOf(lessons)
  const weights = learn(lessons.map((lesson) => scaled(lesson, sizes)))
  const isRight = (puzzle: Puzzle) => best(scores(scaled(puzzle, sizes).clues, weights)) === puzzle.right
  return {
    guesses: tests.length,
    attack: tests.filter(isRight).length / tests.length,
    chance: tests.filter(({ right, largest }) => right === largest).length / tests.length,
  }
}

/** How large each clue usually is, so that none drowns the others. */
function sizesOf(lessons: readonly Puzzle[]): number[] {
  const all = lessons.flatMap(({ clues }) => clues)
  return (all[0] ?? []).map((_, at) =>
    Math.sqrt(all.reduce((sum, clue) => sum + clue[at]! ** 2, 1e-9) / all.length),
  )
}

function scaled(puzzle: Puzzle, sizes: readonly number[]): Puzzle {
  return { ...puzzle, clues: puzzle.clues.map((clue) => clue.map((value, at) => value / sizes[at]!)) }
}

/** Multinomial logistic regression by plain gradient descent. */
function learn(lessons: readonly Puzzle[]): number[] {
  const clueCount = lessons[0]?.clues[0]?.length ?? 0
  const weights = new Array<number>(clueCount).fill(0)
  for (let round = 0; round < 400; round++) {
    const slope = new Array<number>(clueCount).fill(0)
    for (const { clues, right } of lessons) {
      const raw = scores(clues, weights)
      const top = Math.max(...raw)
      const likely = raw.map((score) => Math.exp(score - top))
      const sum = likely.reduce((total, value) => total + value, 0)
      clues.forEach((clue, group) => {
        const error = Number(group === right) - likely[group]! / sum
        clue.forEach((value, at) => (slope[at]! += error * value))
      })
    }
    slope.forEach((value, at) => (weights[at]! += (0.3 * value) / lessons.length))
  }
  return weights
}

function scores(clues: Puzzle['clues'], weights: readonly number[]): number[] {
  return clues.map((clue) => clue.reduce((sum, value, at) => sum + value * weights[at]!, 0))
}

function best(values: readonly number[]): number {
  return values.indexOf(Math.max(...values))
}

/** Mean distance of the marks from the nearest mark before. */
function motion(before: readonly Point[], now: readonly Point[]): number {
  if (before.length === 0 || now.length === 0) return 1
  const away = now.map(([x, y]) => Math.min(...before.map(([oldX, oldY]) => Math.hypot(x - oldX, y - oldY))))
  return away.reduce((sum, value) => sum + value, 0) / now.length
}

function spread(marks: readonly Point[]): number {
  const meanX = marks.reduce((sum, [x]) => sum + x, 0) / Math.max(1, marks.length)
  const meanY = marks.reduce((sum, [, y]) => sum + y, 0) / Math.max(1, marks.length)
  return marks.reduce((sum, [x, y]) => sum + Math.hypot(x - meanX, y - meanY), 0) / Math.max(1, marks.length)
}
