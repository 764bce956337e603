// Those who wait for something new on a stage: screens and hosts ask, and are answered when there is news or after a while.

/** How long an answer waits for something new. */
const PATIENCE_MS = 20_000
/** Somebody who asked so lately is still looking. */
const LOOKING_MS = 30_000
/** Most who may wait at once (I6). */
const LIMIT = 500

export class Waiters {
  readonly #waiting = new Set<() => void>()
  /** When each onlooker was there last, by a name of their own. */
  readonly #seen = new Map<string, number>()
  readonly #onLook: () => void

  /** `onLook` hears of everybody who looks. */
  constructor(onLook: () => void) {
    this.#onLook = onLook
  }

  /** Notes that somebody of this name is looking. */
  note(name: string, nowMs: number): void {
    if (this.#seen.size >= LIMIT) this.#forget(nowMs)
    // Names are the onlookers' own; beyond the limit new ones are not counted.
    if (this.#seen.size < LIMIT || this.#seen.has(name)) this.#seen.set(name, nowMs)
    this.#onLook()
  }

  /** How many have looked lately. */
  recent(nowMs: number): number {
    this.#forget(nowMs)
    return this.#seen.size
  }

  get isFull(): boolean {
    return this.#waiting.size >= LIMIT
  }

  /** Waits for the next `wake`, for a while, and no longer than the signal allows. */
  wait(signal: AbortSignal, patienceMs: number = PATIENCE_MS): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, patienceMs)
      this.#waiting.add(done)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }

  wake(): void {
    for (const done of [...this.#waiting]) done()
  }

  #forget(nowMs: number): void {
    for (const [name, at] of this.#seen) if (nowMs - at > LOOKING_MS) this.#seen.delete(name)
  }
}
