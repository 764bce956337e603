// How often somebody may speak: a bucket that fills steadily and is emptied by one for each message.

export class TokenBucket {
  readonly #perSecond: number
  readonly #capacity: number
  #level: number
  #at: number

  /** Full at the start; `nowMs` from any steady clock. */
  constructor(perSecond: number, capacity: number, nowMs: number) {
    this.#perSecond = perSecond
    this.#capacity = capacity
    this.#level = capacity
    this.#at = nowMs
  }

  /** Whether there is one to take. */
  holds(nowMs: number): boolean {
    return this.#level + ((nowMs - this.#at) / 1000) * this.#perSecond >= 1
  }

  /** Takes one; returns 0, or in how many milliseconds there will be one to take. */
  take(nowMs: number): number {
    this.#level = Math.min(this.#capacity, this.#level + ((nowMs - this.#at) / 1000) * this.#perSecond)
    this.#at = nowMs
    if (this.#level >= 1) {
      this.#level -= 1
      return 0
    }
    return Math.ceil(((1 - this.#level) / this.#perSecond) * 1000)
  }
}
