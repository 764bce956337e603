// Something that anybody may ask for and that takes a while to read: it is read once for all who have asked before it begins, and
// never more than a share of the time. Nobody is told what was before they asked.
import { setTimeout as pause } from 'node:timers/promises'

/** At most this share of the time is spent on reading. */
const SHARE = 1 / 4
const LONGEST_REST_MS = 2_000
/** What is read so soon needs no rest. */
const QUICK_MS = 1

export class SharedReading<Result> {
  readonly #read: () => Promise<Result>
  /** A reading that has not begun, for whoever asks now. */
  #next: Promise<Result> | null = null
  /** The last one, with the rest after it. */
  #last: Promise<void> = Promise.resolve()

  constructor(read: () => Promise<Result>) {
    this.#read = read
  }

  /** What is read from now on; rejects as the reading does. */
  read(): Promise<Result> {
    this.#next ??= this.#begin()
    return this.#next
  }

  async #begin(): Promise<Result> {
    await this.#last
    this.#next = null
    const beganMs = performance.now()
    const reading = this.#read()
    this.#last = rested(reading, beganMs)
    return reading
  }
}

async function rested(reading: Promise<unknown>, beganMs: number): Promise<void> {
  await reading.catch(() => {}) // whoever asked is told
  const tookMs = performance.now() - beganMs
  if (tookMs < QUICK_MS) return
  await pause(Math.min(tookMs / SHARE - tookMs, LONGEST_REST_MS), undefined, { ref: false })
}
