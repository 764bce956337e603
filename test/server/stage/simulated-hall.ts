// A hall of simulated people, and what is published of it beat by beat: the map as phones get it, the sight of it that the
// screen would get, and, for whoever plays the attacker against them, where everybody really is.
import { Engine, present, type PresentationState, type PresentedMap } from '../../../analysis/index.ts'
import { wireComponents, wireSnapshot } from '../../../server/analysis/wire-snapshot.ts'
import { peopleForStep } from '../../../server/conversation/people-for-step.ts'
import { PublicPrefix } from '../../../server/conversation/public-prefix.ts'
import type { Components, Snapshot } from '../../../server/protocol/snapshot.ts'
import type { RoomMap } from '../../../server/protocol/stage.ts'
import { seededRandom } from '../../../server/sample/seeded-random.ts'
import { roomSight } from '../../../server/stage/room-view.ts'

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
  /** What everybody may fetch at this moment. */
  readonly published: Published | null
  /** How far into the log the screen reaches. */
  readonly roomSequence: number
  /** Letter of each person's group; undefined for people in none. */
  readonly letters: Letters
}

/** Letter of each person's group; undefined for people in none. */
export type Letters = readonly (string | undefined)[]

export interface Published {
  readonly snapshot: Snapshot
  readonly components: Components
  /** Where everybody really is on this map. */
  readonly letters: Letters
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
  const publicHall = new PublicHall(statementIds)
  let room: RoomMap | null = null
  let roomSequence = 0
  let here = 0
  const vote = (person: number) => {
    const statement = left[person]!.pop()!
    const isFond = random() < 0.1 + 0.8 * Number(leanings[campOf[person]!]![statement]! > 0.5)
    const votes = {
      participants: Uint32Array.of(person),
      statements: Uint32Array.of(statement),
      values: Int8Array.of(random() < 0.1 ? 0 : isFond ? 1 : -1),
    }
    engine.apply(votes)
    publicHall.vote(votes)
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
    moments.push({
      exact,
      room,
      roomSequence,
      published: publicHall.publish(),
      letters: lettersOf(shown),
    })
  }
  return { moments, newcomers, actors }
}

function lettersOf({ groups, grouping }: PresentedMap): Letters {
  return Array.from(
    grouping?.labels ?? [],
    (label) => groups.find(({ canonical }) => canonical === label)?.letter,
  )
}

/** What is public of a hall: made of the votes up to the newest step, whatever has come since. */
class PublicHall {
  readonly #statementIds: Uint32Array
  readonly #prefix = new PublicPrefix()
  readonly #engine = new Engine()
  readonly #votes: Parameters<Engine['apply']>[0][] = []
  #shown: PresentationState | undefined
  #published: Published | null = null
  #version = 0

  constructor(statementIds: Uint32Array) {
    this.#statementIds = statementIds
  }

  vote(votes: { participants: Uint32Array; statements: Uint32Array; values: Int8Array }): void {
    this.#votes.push(votes)
    this.#prefix.take({ ...votes, firstSequence: this.#votes.length, length: 1 }, OPENS_AT)
  }

  publish(): Published | null {
    if (this.#prefix.boundary === this.#engine.sequence) return this.#published
    for (const votes of this.#votes.slice(this.#engine.sequence, this.#prefix.boundary)) {
      this.#engine.apply(votes)
    }
    const shown = present(this.#engine.refresh(), this.#shown, { isMeta: new Uint8Array(STATEMENTS) })
    this.#shown = shown.state
    const facts = {
      version: ++this.#version,
      publishedAtMs: 0,
      opensAt: OPENS_AT,
      statementIds: this.#statementIds,
    }
    this.#published = {
      snapshot: wireSnapshot(shown, facts),
      components: wireComponents(shown, facts),
      letters: lettersOf(shown),
    }
    return this.#published
  }
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
