// Says in the log when storage stops taking votes and when it takes them again: once each, however many votes are refused.
import type { Logger } from 'pino'

export class StorageWatch {
  readonly #log: Logger
  #failingSince: number | null = null

  constructor(log: Logger) {
    this.#log = log
  }

  /** A transaction could not be committed. */
  failed(): void {
    if (this.#failingSince !== null) return
    this.#failingSince = performance.now()
    this.#log.warn('Storage cannot be written; votes are refused until it can.')
  }

  /** A transaction was committed. */
  wrote(): void {
    if (this.#failingSince === null) return
    const durationMs = Math.round(performance.now() - this.#failingSince)
    this.#failingSince = null
    this.#log.warn({ durationMs }, 'Storage can be written again.')
  }
}
