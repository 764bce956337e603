// How old the maps of each conversation are: from the moment when a vote was acknowledged until the first map arrives that
// counts it. A map that never comes is as old as the time for which it was waited.
import { Spread } from './spread.ts'

interface Waiting {
  readonly sequence: number
  readonly since: number
}

export class MapLag {
  /** Of the first conversation, which may be far larger than the others. */
  readonly first = new Spread()
  readonly others = new Spread()
  /** By conversation: the oldest vote that no map has counted yet. */
  readonly #oldest = new Map<number, Waiting>()
  /** By conversation: the newest vote, which is the oldest once a map has counted that. */
  readonly #newest = new Map<number, Waiting>()

  accepted(conversation: number, sequence: number, now: number): void {
    const waiting = { sequence, since: now }
    if (!this.#oldest.has(conversation)) this.#oldest.set(conversation, waiting)
    this.#newest.set(conversation, waiting)
  }

  map(conversation: number, sequence: number, now: number): void {
    const oldest = this.#oldest.get(conversation)
    if (oldest === undefined || sequence < oldest.sequence) return
    this.#add(conversation, now - oldest.since)
    const newest = this.#newest.get(conversation)!
    // What came in between is a little older than the newest: within one map's time.
    if (newest.sequence > sequence) this.#oldest.set(conversation, newest)
    else this.#oldest.delete(conversation)
  }

  /** Whether a vote was acknowledged that no map has counted yet. */
  get isWaiting(): boolean {
    return this.#oldest.size > 0
  }

  /** Nothing more is waited for. */
  end(now: number): void {
    for (const [conversation, { since }] of this.#oldest) this.#add(conversation, now - since)
    this.#oldest.clear()
  }

  #add(conversation: number, lagMs: number): void {
    ;(conversation === 0 ? this.first : this.others).add(lagMs)
  }
}
