// Where sockets wait when more votes come in than can be stored. They are not read meanwhile, and afterwards all that each
// has said is read and answered in one piece: to refuse a vote that way costs a small part of accepting it. They go on in
// the order in which they came, some in each turn of the event loop.
import { inTurns } from '../in-turns.ts'
import type { Wire } from './wire.ts'

const WAIT_MS = 500
/** Whoever waits so much longer is late: not what they have said, but what they say next is worth storing. */
const LATE_MS = 100
const AT_A_TIME = 4
/** How full the store may be for what was said while waiting: it has waited already, and should not wait as long again. */
const FULLEST_AFTERWARDS = 0.5

export class Turnstile {
  readonly #waiting: { readonly goOn: (isLate: boolean) => void; readonly dueAt: number }[] = []
  #next = 0
  #isTurning = false

  /** Calls `goOn` in half a second, or late where very many wait. */
  wait(goOn: (isLate: boolean) => void): void {
    this.#waiting.push({ goOn, dueAt: performance.now() + WAIT_MS })
    if (!this.#isTurning) this.#turnLater()
  }

  #turnLater(): void {
    this.#isTurning = true
    const waitMs = Math.max(0, this.#waiting[this.#next]!.dueAt - performance.now())
    setTimeout(() => inTurns(() => this.#letSomePass()), waitMs).unref()
  }

  /** Whether there are more whose time has come. */
  #letSomePass(): boolean {
    const now = performance.now()
    for (let count = 0; count < AT_A_TIME; count++) {
      const first = this.#waiting[this.#next]
      if (first === undefined || first.dueAt > now) break
      this.#next++
      first.goOn(now > first.dueAt + LATE_MS)
    }
    const first = this.#waiting[this.#next]
    if (first !== undefined && first.dueAt <= now) return true
    this.#waiting.splice(0, this.#next)
    this.#next = 0
    this.#isTurning = false
    if (first !== undefined) this.#turnLater()
    return false
  }
}

/** One socket before the turnstile. */
export class Entrance {
  readonly #wire: Wire
  readonly #turnstile: Turnstile
  #fullest = 1
  #isHeldUp = false

  constructor(wire: Wire, turnstile: Turnstile) {
    this.#wire = wire
    this.#turnstile = turnstile
  }

  /** Whether a vote of this socket may come in while the store is so full: 0 to 1. */
  admits(fullness: number): boolean {
    return fullness < this.#fullest
  }

  /** The socket is not read for a while. */
  holdUp(): void {
    if (this.#isHeldUp) return
    this.#isHeldUp = true
    this.#wire.pause()
    this.#turnstile.wait((isLate) => {
      this.#fullest = isLate ? 0 : FULLEST_AFTERWARDS
      this.#wire.resume()
      // What has come in meanwhile is heard in this turn of the event loop, all of it, and then the socket is like others.
      setImmediate(() => {
        this.#isHeldUp = false
        this.#fullest = 1
      })
    })
  }

  /** The socket is read at once: nothing but its end is waited for. */
  giveUp(): void {
    if (this.#isHeldUp) this.#wire.resume()
  }
}
