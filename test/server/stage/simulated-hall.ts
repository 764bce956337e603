// A hall of simulated people, and what is published of it beat by beat: the map as phones get it, the sight of it that the
// screen would get, and, for whoever plays the attacker against them, where everybody really is.
import { Engine, present, type PresentationState } from '../../../analysis/index.ts'
import { wireComponents, wireSnapshot } from '../../../server/analysis/wire-snapshot.ts'
import type { Snapshot } from '../../../server/protocol/snapshot.ts'
import type { RoomMap } from '../../../server/protocol/stage.ts'
import { seededRandom } from '../../../server/sample/seeded-random.ts'
import { peopleForStep, roomSight } from '../../../server/stage/room-view.ts'

const STATEMENTS = 20
const OPENS_AT = 7
/** Votes with which somebody is in a group. */
const ENOUGH = 7

export interface HallShape {
  readonly seed: number
  readonly people: number
  /** Share of each camp. */
  readonly camps: readonly number[]
  /** How many come in each beat. */
  readonly arrivals: number
  /** Chance that somebody who is there votes in a beat. */
  readonly pace: number
}

/** A moment at which somebody looks at the screen. */
export interface Moment {
  /** The map of this moment, and the one that the screen shows. */
  readonly exact: Snapshot
  readonly room: RoomMap | null
  /** How far into the log the screen reaches. */
  readonly roomSequence: number
  /** Letter of each person's group; undefined for people in none. */
  readonly letters: readonly (string | undefined)[]
}

export interface Newcomer {
  readonly person: number
  /** Place in the log of the vote that put them on the map. */
  readonly sequence: number
}

export interface Hall {
  readonly moments: readonly Moment[]
  readonly newcomers: readonly Newcomer[]
  /** Who acted, entry by entry of the log. */
  readonly actors: readonly number[]
}

/** Runs a hall from its first person until everybody has voted on everything. */
export function simulateHall({ seed, people, camps, arrivals, pace }: HallShape): Hall {
  const random = seededRandom(seed)
  const engine = new Engine()
  const leanings = camps.map(() => Array.from({ length: STATEMENTS }, () => random()))
  const campOf = Array.from({ length: people }, () => {
    let draw = random()
    return Math.max(
      0,
      camps.findIndex((share) => (draw -= share) < 0),
    )
  })
  const left = Array.from({ length: people }, () => shuffled(STATEMENTS, random))
  const statementIds = Uint32Array.from({ length: STATEMENTS }, (_, index) => index)
  const moments: Moment[] = []
  const newcomers: Newcomer[] = []
  const actors: number[] = []
  let present_: PresentationState | undefined
  let room: RoomMap | null = null
  let roomSequence = 0
  let here = 0
  const vote = (person: number) => {
    const statement = left[person]!.pop()!
    const isFond = random() < 0.1 + 0.8 * Number(leanings[campOf[person]!]![statement]! > 0.5)
    engine.apply({
      participants: Uint32Array.of(person),
      statements: Uint32Array.of(statement),
      values: Int8Array.of(random() < 0.1 ? 0 : isFond ? 1 : -1),
    })
    actors.push(person)
    if (STATEMENTS - left[person]!.length === ENOUGH) newcomers.push({ person, sequence: engine.sequence })
  }
  while (left.some((own) => own.length > 0)) {
    const came = Math.min(people, Math.floor(arrivals * (moments.length + 1)))
    for (; here < came; here++) vote(here)
    for (let person = 0; person < here; person++) {
      if (left[person]!.length > 0 && random() < pace) vote(person)
    }
    const shown = present(engine.refresh(), present_, { isMeta: new Uint8Array(STATEMENTS) })
    present_ = shown.state
    const facts = { version: moments.length, publishedAtMs: 0, opensAt: OPENS_AT, statementIds }
    const exact = wireSnapshot(shown, facts)
    const { sequence } = exact
    const acted = new Set(actors.slice(roomSequence, sequence)).size
    if (acted >= peopleForStep(exact.counts.participants)) {
      const sight = roomSight(exact, wireComponents(shown, facts), room)
      if (sight !== null) {
        room = sight.map
        roomSequence = sequence
      }
    }
    const { grouping } = shown
    moments.push({
      exact,
      room,
      roomSequence,
      letters: Array.from({ length: people }, (_, person) => {
        const label = grouping?.labels[person] ?? -1
        return shown.groups.find(({ canonical }) => canonical === label)?.letter
      }),
    })
  }
  return { moments, newcomers, actors }
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
