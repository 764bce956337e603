// Keeps the write-ahead log short without making votes wait: SQLite would copy it into the database within a COMMIT, now
// and then, for up to a tenth of a second; a thread of its own does it instead.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'

export interface CheckpointerOptions {
  /** Length of the write-ahead log from which it is copied, in bytes. */
  readonly copyFrom?: number
  /** Length from which writers are held up for a moment, so that it can begin again at its start. */
  readonly restartFrom?: number
  /** Shortest time from one look at its length to the next. */
  readonly lookEveryMs?: number
  /** A copy failed; it will be tried again. */
  readonly onFailure?: (error: unknown) => void
}

export class Checkpointer {
  readonly #path: string
  readonly #options: Required<CheckpointerOptions>
  #thread: Worker | null = null
  #isCopying = false
  #lookedAt = -Infinity

  /** For the database at this path; the thread starts when it is first needed. */
  constructor(path: string, options: CheckpointerOptions = {}) {
    this.#path = path
    const defaults = { copyFrom: 4 * 2 ** 20, restartFrom: 32 * 2 ** 20, lookEveryMs: 200 }
    this.#options = { onFailure: () => {}, ...defaults, ...options }
  }

  /** Whether the thread is at work. */
  get isCopying(): boolean {
    return this.#isCopying
  }

  /** To be called after each COMMIT. */
  look(): void {
    const now = performance.now()
    if (this.#isCopying || now - this.#lookedAt < this.#options.lookEveryMs) return
    this.#lookedAt = now
    const size = statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.size ?? 0
    if (size < this.#options.copyFrom) return
    this.#isCopying = true
    this.#thread ??= this.#start()
    this.#thread.postMessage({ mustRestart: size >= this.#options.restartFrom })
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    this.#isCopying = true
    await thread?.terminate()
  }

  #start(): Worker {
    const file = join(packageRoot, 'server/store/checkpoint-thread.mjs')
    const thread = new Worker(file, { workerData: { path: this.#path } })
    const finish = (failure: unknown) => {
      if (thread !== this.#thread) return
      this.#isCopying = false
      if (failure !== null) this.#options.onFailure(failure)
    }
    thread.on('message', ({ failure }: { failure: string | null }) => {
      finish(failure === null ? null : new Error(`The write-ahead log could not be copied: ${failure}`))
    })
    thread.on('error', (error) => {
      finish(error)
      if (thread === this.#thread) this.#thread = null
    })
    thread.unref()
    return thread
  }
}
