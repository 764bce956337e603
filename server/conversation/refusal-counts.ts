// How often something was refused in a conversation since it was loaded, by code: for its facilitators. In memory only; who was
// refused is not kept.
import type { ErrorCode } from '../protocol/errors.ts'

export class RefusalCounts {
  readonly sinceMs = Date.now()
  readonly #times = new Map<ErrorCode, number>()

  note(code: ErrorCode): void {
    this.#times.set(code, (this.#times.get(code) ?? 0) + 1)
  }

  /** The most frequent first. */
  list(): [ErrorCode, number][] {
    return [...this.#times].sort(([one, often], [other, times]) => times - often || one.localeCompare(other))
  }
}
