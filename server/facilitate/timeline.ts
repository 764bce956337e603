// What came into a conversation and when: votes and first votes of people in steps of a quarter of an hour, read from the log
// once and then followed. Statements bring their own times.
import { LOG_SLICE, type Store } from '../store/store.ts'
import { hideFew } from './hide-few.ts'
import { setImmediate as otherWork } from 'node:timers/promises'

/** Finest step of time. */
const STEP_MS = 15 * 60_000
/** Points of a plot at most; past that steps are put together. */
const MOST_POINTS = 120

export interface Series {
  readonly startMs: number
  readonly stepMs: number
  /** Null where there are fewer than five. */
  readonly votes: (number | null)[]
  readonly people: (number | null)[]
  readonly statements: number[]
}

export class Timeline {
  readonly #votes = new Map<number, number>()
  readonly #people = new Map<number, number>()
  #seen = new Uint8Array(1024)
  #sequence = 0
  #reading: Promise<void> | null = null

  /** Takes in what the log holds and this does not. Two at once read once. */
  catchUp(store: Store, conversation: string): Promise<void> {
    this.#reading ??= this.#read(store, conversation).finally(() => (this.#reading = null))
    return this.#reading
  }

  /** The series up to now. */
  series(statementTimesMs: readonly number[], nowMs: number): Series {
    const statements = new Map<number, number>()
    for (const timeMs of statementTimesMs) add(statements, stepOf(timeMs))
    const steps = [...this.#votes.keys(), ...statements.keys()]
    const now = stepOf(nowMs)
    const first = steps.reduce((one, other) => Math.min(one, other), now)
    const width = Math.max(1, Math.ceil((now - first + 1) / MOST_POINTS))
    const points = Math.ceil((now - first + 1) / width)
    const spread = (counts: ReadonlyMap<number, number>) => {
      const line = new Array<number>(points).fill(0)
      for (const [step, count] of counts) {
        if (step <= now) line[Math.floor((step - first) / width)]! += count
      }
      return line
    }
    return {
      startMs: first * STEP_MS,
      stepMs: width * STEP_MS,
      votes: hideFew(spread(this.#votes)),
      people: hideFew(spread(this.#people)),
      statements: spread(statements),
    }
  }

  async #read(store: Store, conversation: string): Promise<void> {
    for (;;) {
      const slice = await store.readLog(conversation, this.#sequence, LOG_SLICE)
      for (let i = 0; i < slice.length; i++) {
        const step = stepOf(slice.timesMs[i]!)
        add(this.#votes, step)
        if (this.#isNew(slice.participants[i]!)) add(this.#people, step)
      }
      this.#sequence += slice.length
      if (slice.length < LOG_SLICE) return
      await otherWork()
    }
  }

  #isNew(participant: number): boolean {
    if (participant >= this.#seen.length) {
      const larger = new Uint8Array(Math.max(participant + 1, 2 * this.#seen.length))
      larger.set(this.#seen)
      this.#seen = larger
    }
    if (this.#seen[participant] === 1) return false
    this.#seen[participant] = 1
    return true
  }
}

function stepOf(timeMs: number): number {
  return Math.floor(timeMs / STEP_MS)
}

function add(counts: Map<number, number>, step: number): void {
  counts.set(step, (counts.get(step) ?? 0) + 1)
}
