// How much of the vote log everything public is made of while a conversation is open (I8). Whoever knows when one person votes
// must not find their votes as the difference between two maps, reports or exports, so these move on together and in steps:
// first when as many people have voted as the map needs, then whenever five people have new entries; and where some of them
// came onto the map or withdrew votes, not before enough did so together or nearly everybody has acted: when the last people
// of a hall have come, what all say still moves on. What was imported came at once and is one step. The
// steps depend on the log alone, so that a replay makes the same ones; where something was published already, they go on
// from there. A test attacks what is published so (test/server/stage/newcomer.test.ts).
import { FEWEST_IN_A_CELL } from '../protocol/entry-questions.ts'
import { ERASED, isVote, type LogSlice } from '../store/store.ts'
import { Newcomers } from './newcomers.ts'
import { peopleForStep } from './people-for-step.ts'

/** People who must have new entries in the log before anything public moves on. */
export const PEOPLE_FOR_STEP = FEWEST_IN_A_CELL

export interface PublicPrefixStart {
  /** Last entry of what was published already; 0 before that. */
  readonly published?: number
  /** Participants with lower numbers came with an import. */
  readonly imported?: number
}

export class PublicPrefix {
  readonly #imported: number
  #boundary: number
  #readTo = 0
  readonly #newcomers = new Newcomers()
  /** The last entry of each person since the boundary. */
  readonly #acting = new Map<number, number>()
  /** The last entry by which somebody came onto the map or withdrew, since the boundary. */
  readonly #moving = new Map<number, number>()
  /** People of the import, and its last entry; null once somebody else has acted. */
  #import: { readonly people: Set<number>; end: number } | null

  constructor({ published = 0, imported = 0 }: PublicPrefixStart = {}) {
    this.#boundary = published
    this.#imported = imported
    this.#import = imported > 0 ? { people: new Set(), end: 0 } : null
  }

  /** Last entry that public things are made of while the conversation is open; 0 before the first step. */
  get boundary(): number {
    return this.#boundary
  }

  /** Last entry that was taken in. */
  get readTo(): number {
    return this.#readTo
  }

  /** The next entries of the log; those before `readTo` are passed over. `opensAt` is how many people the map needs. */
  take(
    slice: Pick<LogSlice, 'firstSequence' | 'length' | 'participants' | 'statements' | 'values'>,
    opensAt: number,
  ): void {
    for (let i = 0; i < slice.length; i++) {
      const sequence = slice.firstSequence + i
      if (sequence <= this.#readTo) continue
      this.#readTo = sequence
      const value = slice.values[i]!
      // What says nothing any more is accounted for by a later entry of the same person.
      if (value === ERASED) continue
      const participant = slice.participants[i]!
      if (!isVote(value)) this.#newcomers.withdrew(participant)
      const isMove = !isVote(value) || this.#newcomers.voted(participant, slice.statements[i]!)
      this.#takeEntry(participant, sequence, isMove, opensAt)
    }
    // An import is stored as a whole, so that nobody has seen a part of it.
    this.#stepOverImport(opensAt)
  }

  /** Something was published up to here: the next step is counted from there. */
  published(sequence: number): void {
    if (sequence <= this.#boundary) return
    this.#boundary = sequence
    for (const since of [this.#acting, this.#moving]) {
      for (const [participant, last] of since) if (last <= sequence) since.delete(participant)
    }
  }

  #takeEntry(participant: number, sequence: number, isMove: boolean, opensAt: number): void {
    if (this.#import !== null) {
      if (participant < this.#imported) {
        this.#import.end = sequence
        if (this.#import.people.size < opensAt) this.#import.people.add(participant)
      } else {
        this.#stepOverImport(opensAt)
        this.#import = null
      }
    }
    if (sequence <= this.#boundary) return
    this.#acting.set(participant, sequence)
    if (isMove) this.#moving.set(participant, sequence)
    if (this.#import === null && this.#isStep(opensAt)) this.published(sequence)
  }

  #isStep(opensAt: number): boolean {
    if (this.#boundary === 0) return this.#acting.size >= opensAt
    const [moving, acting, { people }] = [this.#moving.size, this.#acting.size, this.#newcomers]
    const areHidden = moving === 0 || moving >= peopleForStep(people) || acting >= nearlyAll(people)
    return areHidden && acting >= PEOPLE_FOR_STEP
  }

  #stepOverImport(opensAt: number): void {
    if (this.#import !== null && this.#import.people.size >= opensAt) this.published(this.#import.end)
  }
}

const NEARLY_ALL = 0.9
const LARGEST_CROWD = 200

/** How many people must have new entries to hide the few among them who have come onto the map. */
function nearlyAll(people: number): number {
  return Math.min(LARGEST_CROWD, Math.ceil(people * NEARLY_ALL))
}
