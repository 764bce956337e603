// The growth of a map, for a hall that wants to see it again: the maps of some earlier ends of the log, each as the hall would
// have seen it. They are recomputed, so they need not be kept; and they are as far apart as steps of a live screen are, so that
// seeing it again shows nothing more.
import { ConversationAnalysis } from '../analysis/conversation-analysis.ts'
import type { ToWorker } from '../analysis/messages.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'
import { peopleForStep } from '../conversation/people-for-step.ts'
import { type RoomSight, roomSight } from './room-view.ts'

const MOST_STEPS = 14

/** Numbers of people at which the growth is shown, the last but for those of now. */
export function growthSteps(opensAt: number, people: number): number[] {
  const ratio = Math.max(1, people / opensAt) ** (1 / MOST_STEPS)
  const steps: number[] = []
  for (let at = opensAt; at + peopleForStep(at) <= people;) {
    steps.push(at)
    at = Math.max(at + peopleForStep(at), Math.round(at * ratio))
  }
  return steps
}

/** Entries of the log, in order. */
export type GrowthEntries = Pick<
  Extract<ToWorker, { type: 'votes' }>,
  'participants' | 'statements' | 'values'
>

export class Growth {
  readonly #analysis: ConversationAnalysis
  readonly #steps: readonly number[]
  readonly #sights: RoomSight[] = []
  readonly #people = new Set<number>()

  /** `opening` as for a live analysis: its presentation gives the groups the letters that they have now. */
  constructor(opening: Extract<ToWorker, { type: 'open' }>, steps: readonly number[]) {
    this.#analysis = new ConversationAnalysis({ ...opening, confidence: null })
    this.#steps = steps
  }

  /** What the hall would have seen at the steps passed so far. */
  get sights(): readonly RoomSight[] {
    return this.#sights
  }

  /** Takes the next entries, and looks wherever a step is reached. */
  apply({ participants, statements, values }: GrowthEntries): void {
    let start = 0
    const applyTo = (end: number) => {
      this.#analysis.apply({
        participants: participants.subarray(start, end),
        statements: statements.subarray(start, end),
        values: values.subarray(start, end),
      })
      start = end
    }
    participants.forEach((participant, at) => {
      if (this.#people.has(participant)) return
      // Before the first vote of whoever comes next: those who are there have voted by then.
      if (this.#steps.includes(this.#people.size)) {
        applyTo(at)
        this.#look()
      }
      this.#people.add(participant)
    })
    applyTo(participants.length)
  }

  #look(): void {
    const made = this.#analysis.refresh(this.#sights.length + 1)
    const sight = roomSight(
      JSON.parse(made.snapshot) as Snapshot, // just written
      JSON.parse(made.components) as Components,
      this.#sights.at(-1)?.map ?? null,
    )
    if (sight !== null) this.#sights.push(sight)
  }
}
