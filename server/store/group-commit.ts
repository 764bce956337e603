// Many writers, one transaction: jobs queue for a few milliseconds, run in order inside one BEGIN IMMEDIATE … COMMIT,
// and settle after the COMMIT. What cannot be committed is refused soon rather than kept waiting, and the queue is
// bounded (I6); nothing is settled as done before it is on the disk (I1).
import type { Database, Statement } from 'better-sqlite3'
import { isBusy, storageFailure } from './storage-failure.ts'
import { StorageUnavailable } from './store.ts'

export interface GroupCommitOptions {
  /** How long the first job waits for others. */
  readonly delayMs?: number
  /** Jobs in one transaction at most. */
  readonly batchLimit?: number
  /** Jobs waiting at most; more are refused. */
  readonly queueLimit?: number
  /** How long a job waits for a lock that another process holds. */
  readonly patienceMs?: number
  /** Called after each transaction, with the number of jobs and the time that it took. */
  readonly onCommit?: (jobs: number, durationMs: number) => void
  /**
   * Called after a transaction was rolled back: everything that jobs remembered of it is void. `mistake` where storage is well and
   * a job of it had failed half-way.
   */
  readonly onRollback?: (why: 'storage' | 'mistake') => void
}

interface Waiting {
  readonly run: () => unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
  readonly since: number
}

const BUSY_RETRY_MS = 10

/** A job has failed after it had changed something: what it changed must not be stored without the rest. */
class HalfDone extends Error {
  override readonly name = 'HalfDone'
  readonly job: Waiting

  constructor(job: Waiting, cause: unknown) {
    super('A job failed half-way.', { cause })
    this.job = job
  }
}

export class GroupCommit {
  readonly #database: Database
  readonly #options: Required<GroupCommitOptions>
  readonly #changes: Statement<[], number>
  #queue: Waiting[] = []
  #timer: NodeJS.Timeout | null = null
  #immediate: NodeJS.Immediate | null = null
  #closed = false

  constructor(database: Database, options: GroupCommitOptions = {}) {
    const defaults = { delayMs: 5, batchLimit: 1000, queueLimit: 20_000, patienceMs: 120 }
    this.#database = database
    this.#changes = database.prepare<[], number>('SELECT total_changes()').pluck()
    this.#options = { onCommit: () => {}, onRollback: () => {}, ...defaults, ...options }
  }

  /** Jobs waiting for a transaction. */
  get depth(): number {
    return this.#queue.length
  }

  /** Jobs waiting as a share of those that may wait: at 1 another is refused. */
  get fullness(): number {
    return this.#queue.length / this.#options.queueLimit
  }

  /**
   * Runs the job within the next transaction and settles with its result after COMMIT. A job may run more than once, in
   * a later transaction, when the first is rolled back. Rejects with `StorageUnavailable` when it cannot be committed.
   */
  submit<T>(run: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new StorageUnavailable('The store is closed.', 1000))
    if (this.fullness >= 1) {
      return Promise.reject(new StorageUnavailable('Too many votes are waiting to be stored.', 1000))
    }
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ run, resolve, reject, since: performance.now() })
      this.#schedule(this.#options.delayMs)
    })
  }

  /** Commits what is waiting, as far as storage allows, and accepts nothing more. */
  close(): void {
    this.#closed = true
    while (this.#queue.length > 0) {
      const before = this.#queue.length
      this.#flush()
      if (this.#queue.length === before) this.#refuse(this.#queue.splice(0), 'The store is closing.')
    }
    this.#cancel()
  }

  #schedule(delayMs: number): void {
    if (this.#queue.length >= this.#options.batchLimit) {
      this.#immediate ??= setImmediate(() => this.#flush())
    } else this.#timer ??= setTimeout(() => this.#flush(), delayMs)
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#immediate !== null) clearImmediate(this.#immediate)
    this.#timer = this.#immediate = null
  }

  #flush(): void {
    this.#cancel()
    const batch = this.#queue.splice(0, this.#options.batchLimit)
    if (batch.length === 0) return
    const started = performance.now()
    const settle: (() => void)[] = []
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      for (const job of batch) settle.push(this.#attempt(job))
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#abandon(batch, error)
      return
    }
    this.#options.onCommit(batch.length, performance.now() - started)
    for (const done of settle) done()
    if (this.#queue.length > 0) this.#schedule(0)
  }

  /** Undoes the transaction. A lock held elsewhere is waited for within the patience; anything else is refused now. */
  #abandon(batch: Waiting[], error: unknown): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
    this.#options.onRollback(error instanceof HalfDone ? 'mistake' : 'storage')
    if (error instanceof HalfDone) {
      error.job.reject(error.cause)
      this.#queue = batch.filter((job) => job !== error.job).concat(this.#queue)
      if (this.#queue.length > 0) this.#schedule(0)
      return
    }
    if (isBusy(error)) {
      const oldestKept = performance.now() - this.#options.patienceMs
      const kept = batch.filter((job) => job.since > oldestKept)
      this.#queue = kept.concat(this.#queue)
      batch = batch.filter((job) => job.since <= oldestKept)
    }
    const failure = storageFailure(error)
    for (const job of batch) job.reject(failure ?? error)
    if (this.#queue.length > 0) this.#timer ??= setTimeout(() => this.#flush(), BUSY_RETRY_MS)
  }

  /** Runs one job; a mistake in it fails the job alone, a failure of storage the whole transaction. */
  #attempt(job: Waiting): () => void {
    const before = this.#changes.get()
    try {
      const value = job.run() as never // resolve takes what this job's run returns
      return () => job.resolve(value)
    } catch (error) {
      if (storageFailure(error) !== null) throw error
      if (this.#changes.get() !== before) throw new HalfDone(job, error)
      return () => job.reject(error)
    }
  }

  #refuse(jobs: Waiting[], message: string): void {
    for (const job of jobs) job.reject(new StorageUnavailable(message, 1000))
  }
}
