// Ten failures in a quarter of an hour lock an account, and a network, for the rest of it. Locked is locked whether there is
// such an account or not, so that nobody learns which there are. A try counts from its beginning, so that a thousand at
// once are not all let through. Kept in the store, as keyed hashes, so that starting the service again unlocks nobody.
import type { StaffStore } from '../store/staff-store.ts'

const WINDOW_MS = 15 * 60 * 1000
const LIMIT = 10

/** Tries that have begun and count as failures until they are taken back. */
export type BegunTries = readonly number[]

export class FailedTries {
  readonly #store: Pick<StaffStore, 'beginTries' | 'takeBackTries' | 'triesOf'>

  constructor(store: Pick<StaffStore, 'beginTries' | 'takeBackTries' | 'triesOf'>) {
    this.#store = store
  }

  /** Counts a try of each name; null, and nothing is counted, where one of them is locked. */
  begin(names: readonly string[], nowMs: number): Promise<BegunTries | null> {
    return this.#store.beginTries(names, nowMs, { most: LIMIT, windowMs: WINDOW_MS })
  }

  /** These were no failures. With `name` its failures are forgotten too: whoever it is has shown it. */
  takeBack(tries: BegunTries, name: string | null = null): Promise<void> {
    return this.#store.takeBackTries(tries, name)
  }

  /** Whether the name is locked now. */
  async isLocked(name: string, nowMs: number): Promise<boolean> {
    return (await this.#store.triesOf(name, nowMs - WINDOW_MS)) >= LIMIT
  }
}
