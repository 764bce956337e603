// Whether the service should be sent people: not while it stops, nor while it can store no vote, nor while an analysis
// thread is down. Looked at when somebody asks, and at most once a second, so that asking often costs nothing.

/** Why the service is not ready. */
export type NotReady = 'stopping' | 'storage-unavailable' | 'analysis-unavailable'

export interface ReadinessSources {
  /** Writes to the disk without changing anything; rejects when storage cannot be written. */
  probeStorage(): Promise<void>
  /** False while an analysis thread has failed and no other has done its work since. */
  analysisIsAlive(): boolean
}

const KEPT_MS = 1_000

export class Readiness {
  readonly #sources: ReadinessSources
  #isStopping = false
  #storage: Promise<boolean> | null = null
  #askedAt = -Infinity

  constructor(sources: ReadinessSources) {
    this.#sources = sources
  }

  /** From now on the service is on its way out. */
  stop(): void {
    this.#isStopping = true
  }

  /** All reasons why the service is not ready; empty when it is. */
  async reasons(): Promise<readonly NotReady[]> {
    if (this.#isStopping) return ['stopping']
    const reasons: NotReady[] = []
    if (!(await this.#canStore())) reasons.push('storage-unavailable')
    if (!this.#sources.analysisIsAlive()) reasons.push('analysis-unavailable')
    return reasons
  }

  #canStore(): Promise<boolean> {
    const now = performance.now()
    if (this.#storage === null || now - this.#askedAt > KEPT_MS) {
      this.#askedAt = now
      this.#storage = this.#sources.probeStorage().then(
        () => true,
        () => false,
      )
    }
    return this.#storage
  }
}
