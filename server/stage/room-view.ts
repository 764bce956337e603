// Room safety: what a hall may see of the map. Whoever sits there sees who is tapping on a phone, so a screen that followed
// each vote would show where that person stands. The screen therefore changes only when enough other people have acted since
// (`peopleForStep`), and what it shows is coarse: shares instead of counts, as many marks as the shares ask for, places on a
// grid, and a group is laid out anew as a whole or not at all. It is shares, not counts, because a newcomer who joins the
// others leaves a share where it is. A test attacks this (test/server/stage/newcomer.test.ts).
import { FEWEST_PEOPLE } from '../analysis/wire-snapshot.ts'
import type { Bucket, Components, GroupVotes, Snapshot } from '../protocol/snapshot.ts'
import type { RoomBar, RoomGroup, RoomMap, RoomStance } from '../protocol/stage.ts'

/** What a hall sees, and how far into the log it reaches. */
export interface RoomSight {
  readonly sequence: number
  readonly map: RoomMap
  /** How each group voted, by statement. */
  readonly bars: Readonly<Record<number, readonly RoomBar[]>>
}

/** Below so many people shares are told in tenths, else in twentieths. */
const MANY_PEOPLE = 100
/** A share stays as it was until the exact one is this far away, in steps. */
const LEEWAY = 1.2
const PEOPLE_PER_MARK = 8
const MOST_MARKS = 100
/** A mark is never alone, so that none can appear or move by itself. */
const FEWEST_MARKS = 2
/** Lines of the grid of places over the extent of the map. */
const GRID = 48
/** A group stays where it is while its marks are nearer than this to where they would be, in lines of the grid. */
const STILL = 3
const MOST_STANCES = 4

/** A count as a hall may see it: whole fives. */
export function inFives(people: number): number {
  return people - (people % FEWEST_PEOPLE)
}

/** What a hall sees of a published map after what it has seen before; null while the map has no groups. */
export function roomSight(
  snapshot: Snapshot,
  components: Components,
  before: RoomMap | null,
): RoomSight | null {
  if (snapshot.state !== 'groups') return null
  const { participants } = snapshot.counts
  const step = participants < MANY_PEOPLE ? 0.1 : 0.05
  const grid = gridOf(snapshot.buckets)
  const marks = Math.min(MOST_MARKS, participants / PEOPLE_PER_MARK)
  const groups = snapshot.groups
    .map((group, place) => ({ group, cells: snapshot.buckets.filter((bucket) => bucket.group === place) }))
    .filter(({ group, cells }) => group.people >= FEWEST_PEOPLE && cells.length > 0)
    .map(({ group, cells }): RoomGroup => {
      const known = before?.groups.find(({ letter }) => letter === group.letter)
      const share = steadyShare(group.people / participants, step, known?.share)
      const wanted = Math.max(FEWEST_MARKS, Math.round(marks * Math.max(share, step / 2)))
      const places = settle(merge(cells, wanted), grid)
      return {
        letter: group.letter,
        share,
        marks: known !== undefined && isStill(known.marks, places, grid) ? known.marks : places,
        representative: stances(group.representative),
      }
    })
  const inGroups = groups.reduce((sum, { share }) => sum + share, 0)
  const map: RoomMap = {
    people: inFives(participants),
    publishedAt: snapshot.publishedAt,
    groups,
    others: tidy(Math.max(0, 1 - inGroups)),
    consensus: stances(snapshot.consensus),
    isDistinct: snapshot.groups.length < 2 ? false : (snapshot.confidence?.distinct ?? null),
  }
  return { sequence: snapshot.sequence, map, bars: barsOf(components, step) }
}

function steadyShare(exact: number, step: number, before: number | undefined): number {
  if (before !== undefined && Math.abs(exact - before) < LEEWAY * step) return before
  return coarse(exact, step)
}

function coarse(exact: number, step: number): number {
  return tidy(Math.min(1, Math.round(exact / step) * step))
}

/** Two decimals, so that sums of steps stay steps. */
function tidy(share: number): number {
  return Math.round(share * 100) / 100
}

interface Stanced {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  readonly inFavour: number
  readonly votes: number
}

function stances(of: readonly Stanced[]): RoomStance[] {
  return of.slice(0, MOST_STANCES).map(({ statement, direction, inFavour, votes }) => ({
    statement,
    direction,
    share: coarse(inFavour / votes, 0.1),
  }))
}

/** Neighbouring cells made one, the smallest first, until no more than `wanted` are left. */
function merge(cells: readonly Bucket[], wanted: number): Bucket[] {
  const left = [...cells]
  while (left.length > wanted) {
    const small = left.reduce((least, cell, at) => (cell.people < left[least]!.people ? at : least), 0)
    const [from] = left.splice(small, 1)
    const near = left.reduce(
      (best, cell, at) => (distance(cell, from!) < distance(left[best]!, from!) ? at : best),
      0,
    )
    const into = left[near]!
    const people = into.people + from!.people
    left[near] = {
      ...into,
      people,
      x: (into.x * into.people + from!.x * from!.people) / people,
      y: (into.y * into.people + from!.y * from!.people) / people,
    }
  }
  return left
}

function distance(a: Bucket, b: Bucket): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Distance between the lines: a power of two, so that the grid itself hardly ever changes. */
function gridOf(cells: readonly Bucket[]): number {
  const extent = cells.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 0)
  return (2 * 2 ** Math.ceil(Math.log2(Math.max(extent, 1e-3)))) / GRID
}

function settle(cells: readonly Bucket[], grid: number): RoomGroup['marks'] {
  const onGrid = (value: number) => Math.round(Math.round(value / grid) * grid * 1000) / 1000
  const [only, second] = cells
  if (only !== undefined && second === undefined) {
    return [
      [onGrid(only.x - grid), onGrid(only.y)],
      [onGrid(only.x + grid), onGrid(only.y)],
    ]
  }
  return cells.map(({ x, y }) => [onGrid(x), onGrid(y)])
}

function isStill(before: RoomGroup['marks'], now: RoomGroup['marks'], grid: number): boolean {
  const moved = now.filter(([x, y]) => !before.some(([oldX, oldY]) => x === oldX && y === oldY))
  if (moved.length < FEWEST_MARKS) return true
  if (before.length !== now.length) return false
  const away = (place: readonly [number, number]) =>
    Math.min(...before.map(([x, y]) => Math.hypot(x - place[0], y - place[1])))
  return now.every((place) => away(place) <= STILL * grid)
}

function barsOf({ statements, groups }: Components, step: number): Record<number, RoomBar[]> {
  const bar = ({ letter, agrees, disagrees, votes }: GroupVotes, at: number): RoomBar => {
    const people = votes[at] ?? 0
    if (people < FEWEST_PEOPLE) return { letter, shares: null }
    const agree = coarse((agrees[at] ?? 0) / people, step)
    return {
      letter,
      shares: { agree, disagree: Math.min(tidy(1 - agree), coarse((disagrees[at] ?? 0) / people, step)) },
    }
  }
  return Object.fromEntries(statements.map((id, at) => [id, groups.map((group) => bar(group, at))]))
}
