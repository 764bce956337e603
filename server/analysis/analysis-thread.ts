// One worker thread as the service sees it: requests one at a time, a watchdog over each, and a new thread when the old
// one has died or hangs. Each thread has a generation, by which its users notice that it knows nothing of them.
import { Worker } from 'node:worker_threads'
import type { FromWorker, MadeMap, ToWorker, WorkerOptions } from './messages.ts'

export interface AnalysisThreadOptions {
  /** The built worker. */
  readonly file: string
  /** How long a map may take before the thread counts as hanging. */
  readonly patienceMs: number
  /** Memory of the thread, in MB. */
  readonly memoryMb: number
  /** Largest part of the thread's time to be spent on checking maps, 0 to 1. */
  readonly checkShare: number
  /** A thread was started in the place of one that failed. */
  readonly onRestart: () => void
}

interface Request {
  readonly conversation: string
  readonly resolve: (map: MadeMap) => void
  readonly reject: (error: Error) => void
}

/** No map is given up sooner than this, however quick the last one was; a busy machine may stall a thread for a while. */
const LEAST_PATIENCE_MS = 2_000
const TIMES_THE_LAST = 20

export class AnalysisThread {
  readonly #options: AnalysisThreadOptions
  #worker: Worker | null = null
  #generation = 0
  #request: Request | null = null
  #watchdog: NodeJS.Timeout | null = null
  readonly #listeners = new Map<string, () => void>()
  /** Users waiting for their turn, first come first served, so that nobody starves. */
  #turn: Promise<void> = Promise.resolve()
  #waiting = 0
  #isFailing = false
  #isClosed = false

  constructor(options: AnalysisThreadOptions) {
    this.#options = options
  }

  /** Grows by one with each new thread. */
  get generation(): number {
    return this.#generation
  }

  /** Users who wait for their turn. */
  get waiting(): number {
    return this.#waiting
  }

  /** False after the thread died or hung, until another has done its work. */
  get isAlive(): boolean {
    return !this.#isFailing
  }

  /** Runs `use` when all who asked before have had their turn. */
  async inTurn<T>(use: () => Promise<T>): Promise<T> {
    const before = this.#turn
    let release = () => {}
    this.#turn = new Promise((resolve) => (release = resolve))
    this.#waiting++
    await before
    this.#waiting--
    try {
      return await use()
    } finally {
      release()
    }
  }

  /** Sends what has no answer; within a turn. Does nothing once the thread is closed. */
  send(message: Exclude<ToWorker, { type: 'refresh' }>): void {
    const transfer =
      message.type === 'votes'
        ? [message.participants.buffer, message.statements.buffer, message.values.buffer]
        : []
    if (this.#isClosed) return
    this.#alive().postMessage(message, transfer as ArrayBuffer[]) // our slices own plain buffers
  }

  /**
   * Asks for a map; within a turn. Rejects when the analysis fails, and when the thread dies or hangs. `lastMs` is how
   * long the last map of the conversation took on this thread, null for its first: whose maps take no time is given up
   * sooner, so that the others need not wait as long.
   */
  refresh(conversation: string, version: number, lastMs: number | null): Promise<MadeMap> {
    const { patienceMs: longestMs } = this.#options
    const expectedMs = lastMs === null ? longestMs : Math.max(LEAST_PATIENCE_MS, lastMs * TIMES_THE_LAST)
    const patienceMs = Math.min(longestMs, expectedMs)
    return new Promise((resolve, reject) => {
      this.#request = { conversation, resolve, reject }
      this.#watchdog = setTimeout(() => {
        this.#replace(new Error(`The analysis of ${conversation} took longer than ${patienceMs} ms.`))
      }, patienceMs)
      this.#alive().postMessage({ type: 'refresh', conversation, version } satisfies ToWorker)
    })
  }

  /** Calls `listener` whenever a check of the conversation's map is done; null for no more. */
  onChecked(conversation: string, listener: (() => void) | null): void {
    if (listener === null) this.#listeners.delete(conversation)
    else this.#listeners.set(conversation, listener)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const worker = this.#worker
    this.#worker = null
    this.#settle((request) => request.reject(new Error('The analysis is closed.')))
    await worker?.terminate()
  }

  #alive(): Worker {
    if (this.#isClosed) throw new Error('The analysis is closed.')
    if (this.#worker !== null) return this.#worker
    const { file, memoryMb, checkShare } = this.#options
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      workerData: { checkShare } satisfies WorkerOptions,
    })
    this.#worker = worker
    this.#generation++
    worker.on('message', (message: FromWorker) => this.#answer(message))
    worker.on('error', (error) => worker === this.#worker && this.#replace(error))
    worker.on('exit', (code) => {
      if (worker === this.#worker) this.#replace(new Error(`The analysis thread ended with code ${code}.`))
    })
    worker.unref()
    return worker
  }

  #answer(message: FromWorker): void {
    if (message.type === 'checked') return this.#listeners.get(message.conversation)?.()
    if (message.conversation !== this.#request?.conversation) return
    this.#settle((request) => {
      this.#isFailing = false
      if (message.type === 'map') request.resolve(message)
      else
        request.reject(
          new Error(`The analysis of ${message.conversation} failed.`, { cause: message.message }),
        )
    })
  }

  /** Gives the thread up; the next message starts another. */
  #replace(error: Error): void {
    const worker = this.#worker
    this.#worker = null
    this.#generation++
    this.#isFailing = true
    void worker?.terminate()
    this.#options.onRestart()
    this.#settle((request) => request.reject(error))
  }

  #settle(how: (request: Request) => void): void {
    if (this.#watchdog !== null) clearTimeout(this.#watchdog)
    const request = this.#request
    this.#request = this.#watchdog = null
    if (request !== null) how(request)
  }
}
