// Where a reader stands, from their own votes and the published votes of the groups: which group is nearest, whether that
// is clear, and what they have in common with it and what not. Worked out where their place is (own-position.ts).
import type { Components, OpinionGroup, Point } from './snapshot.ts'
import type { Vote } from './values.ts'
import { nearestGroup } from './own-position.ts'

/** An own vote beside what a group says of the same statement. */
export interface Comparison {
  readonly statement: number
  readonly own: Vote
  /** Share of the group's voters on the statement who voted like the reader (or against), 0 to 1. */
  readonly share: number
  /** Members of the group who voted on it. */
  readonly people: number
}

export interface Standing {
  /** Nearest group, and a second one that is hardly farther away. */
  readonly nearest: OpinionGroup
  readonly alsoNear: OpinionGroup | undefined
  /** Own votes that the place rests on. */
  readonly votes: number
  /** What most of the nearest group say too, clearest first. */
  readonly agreements: readonly Comparison[]
  /** What most of the nearest group say the opposite of, clearest first. */
  readonly differences: readonly Comparison[]
}

/** A group counts as equally near when the nearest is not nearer than this share of its distance. */
const CLEARLY_NEARER = 0.8
/** Most: so many of those who voted. */
const MOST = 0.6

/** Own votes from which on a place is more than a first guess: as many as it takes to be counted in a group. */
export const ENOUGH_VOTES = 7

/** Undefined where there is no group to be near to. */
export function whereIStand(
  position: Point,
  votes: ReadonlyMap<number, Vote>,
  groups: readonly OpinionGroup[],
  components: Components,
): Standing | undefined {
  const nearest = groups[nearestGroup(position, groups)]
  if (!nearest) return undefined
  const others = groups.filter((group) => group !== nearest)
  const second = others[nearestGroup(position, others)]
  const isClear = !second || distance(position, nearest) < CLEARLY_NEARER * distance(position, second)
  return {
    nearest,
    alsoNear: isClear ? undefined : second,
    votes: components.statements.filter((statement) => votes.has(statement)).length,
    ...compareWith(nearest.letter, votes, components),
  }
}

/** Own votes beside those of a group; passes say neither the same nor the opposite. */
export function compareWith(
  letter: string,
  votes: ReadonlyMap<number, Vote>,
  { statements, groups }: Components,
): Pick<Standing, 'agreements' | 'differences'> {
  const agreements: Comparison[] = []
  const differences: Comparison[] = []
  const group = groups.find((each) => each.letter === letter)
  if (!group) return { agreements, differences }
  statements.forEach((statement, index) => {
    const own = votes.get(statement)
    const people = group.votes[index] ?? 0
    if (own === undefined || own === 0 || people === 0) return
    const agree = (group.agrees[index] ?? 0) / people
    const disagree = (group.disagrees[index] ?? 0) / people
    const [same, opposite] = own === 1 ? [agree, disagree] : [disagree, agree]
    if (same >= MOST) agreements.push({ statement, own, share: same, people })
    else if (opposite >= MOST) differences.push({ statement, own, share: opposite, people })
  })
  const clearest = (a: Comparison, b: Comparison) => b.share - a.share || a.statement - b.statement
  return { agreements: agreements.sort(clearest), differences: differences.sort(clearest) }
}

function distance([x, y]: Point, { centre }: OpinionGroup): number {
  return Math.hypot(centre[0] - x, centre[1] - y)
}
