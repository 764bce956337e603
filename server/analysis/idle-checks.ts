// Checks of how far maps can be trusted, in the idle time of a worker thread: one small step at a time, one conversation
// after the other, with messages served in between, so that a check never delays a map by more than a step.

export class IdleChecks {
  readonly #share: number
  readonly #onDone: (conversation: string) => void
  /** Checks to be done, in the order in which they came; the first is under way. */
  readonly #checks = new Map<string, Generator<number, void>>()
  #isWaiting = false

  /** `share` is the largest part of the thread's time to be spent on checks, 0 to 1; at 0 there are none. */
  constructor(share: number, onDone: (conversation: string) => void) {
    this.#share = share
    this.#onDone = onDone
  }

  /** Whether a check of the conversation may be added: not while one is to be done. */
  accepts(conversation: string): boolean {
    return this.#share > 0 && !this.#checks.has(conversation)
  }

  add(conversation: string, check: Generator<number, void>): void {
    this.#checks.set(conversation, check)
    this.#wait(0)
  }

  /** Leaves a check undone. */
  drop(conversation: string): void {
    this.#checks.delete(conversation)
  }

  #wait(ms: number): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    setTimeout(() => {
      this.#isWaiting = false
      this.#step()
    }, ms)
  }

  #step(): void {
    const [first] = this.#checks
    if (first === undefined) return
    const [conversation, check] = first
    const started = performance.now()
    if (check.next().done === true) {
      this.#checks.delete(conversation)
      this.#onDone(conversation)
    }
    const spentMs = performance.now() - started
    if (this.#checks.size > 0) this.#wait(spentMs * (1 / this.#share - 1))
  }
}
