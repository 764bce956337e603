// Ten failures in a quarter of an hour lock an account, and an address of the network, for the rest of it. Locked is locked
// whether there is such an account or not, so that nobody learns which there are. A try counts from its beginning, so that a
// thousand at once are not all let through. Kept in memory, neither stored nor logged.

const WINDOW_MS = 15 * 60 * 1000
const LIMIT = 10
/** Names remembered at most (I6); beyond it those that were tried longest ago go first. */
const NAMES_LIMIT = 20_000

export class FailedTries {
  readonly #tries = new Map<string, readonly number[]>()

  /** Counts a try of each name; false, and nothing is counted, where one of them is locked. */
  begin(names: readonly string[], nowMs: number): boolean {
    if (names.some((name) => this.#recent(name, nowMs).length >= LIMIT)) return false
    for (const name of names) {
      const tries = [...this.#recent(name, nowMs), nowMs]
      this.#tries.delete(name)
      this.#tries.set(name, tries) // at the end: the first in the map was tried longest ago
    }
    for (const oldest of this.#tries.keys()) {
      if (this.#tries.size <= NAMES_LIMIT) break
      this.#tries.delete(oldest)
    }
    return true
  }

  /** The try that began at this time was no failure. */
  takeBack(names: readonly string[], beganAtMs: number): void {
    for (const name of names) {
      const tries = [...(this.#tries.get(name) ?? [])]
      const place = tries.indexOf(beganAtMs)
      if (place >= 0) tries.splice(place, 1)
      if (tries.length === 0) this.#tries.delete(name)
      else this.#tries.set(name, tries)
    }
  }

  /** Forgets the failures of a name: whoever it is has shown it. */
  forget(name: string): void {
    this.#tries.delete(name)
  }

  /** Whether the name is locked now. */
  isLocked(name: string, nowMs: number): boolean {
    return this.#recent(name, nowMs).length >= LIMIT
  }

  #recent(name: string, nowMs: number): readonly number[] {
    return (this.#tries.get(name) ?? []).filter((timeMs) => nowMs - timeMs < WINDOW_MS)
  }
}
