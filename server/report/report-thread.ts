// The thread that makes reports, as the service sees it: one report at a time, started when it is needed and ended when it
// has been idle for a while, so that its memory is given back.
import { Worker } from 'node:worker_threads'
import type { ReportFacts } from './facts.ts'
import type { FromReportThread, ToReportThread } from './messages.ts'

const IDLE_MS = 60_000

export interface ReportThreadOptions {
  /** The built thread. */
  readonly file: string
  /** How long nothing may be heard after `finish` before the thread counts as hanging. */
  readonly patienceMs: number
}

type Feed = (send: (message: Exclude<ToReportThread, { type: 'finish' }>) => void) => Promise<void>
type OnFirst = (facts: ReportFacts) => void

interface Waiting {
  readonly onFirst: OnFirst
  readonly resolve: (facts: ReportFacts) => void
  readonly reject: (error: Error) => void
}

export class ReportThread {
  readonly #options: ReportThreadOptions
  #worker: Worker | null = null
  #waiting: Waiting | null = null
  #timer: NodeJS.Timeout | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #isClosed = false

  constructor(options: ReportThreadOptions) {
    this.#options = options
  }

  /**
   * Has a report made when those asked for before are done; `feed` sends `begin` and the votes. `onFirst` gets it before
   * the check of how sure it is, which takes most of the time.
   */
  make(feed: Feed, onFirst: OnFirst): Promise<ReportFacts> {
    const made = this.#turn.then(() => this.#make(feed, onFirst))
    this.#turn = made.catch(() => {})
    return made
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#end(new Error('The thread of the reports is closed.'))
  }

  async #make(feed: Feed, onFirst: OnFirst): Promise<ReportFacts> {
    if (this.#isClosed) throw new Error('The thread of the reports is closed.')
    this.#stopTimer()
    const worker = this.#alive()
    try {
      await feed((message) => {
        const transfer =
          message.type === 'votes'
            ? [message.participants, message.statements, message.values, message.timesMs].map(
                ({ buffer }) => buffer,
              )
            : []
        worker.postMessage(message, transfer as ArrayBuffer[]) // slices of the log own plain buffers
      })
      return await new Promise((resolve, reject) => {
        this.#waiting = { onFirst, resolve, reject }
        if (this.#worker !== worker)
          return reject(new Error('The thread of the reports ended while it was fed.'))
        const { patienceMs } = this.#options
        this.#timer = setTimeout(
          () => void this.#end(new Error(`The report took longer than ${patienceMs} ms.`)),
          patienceMs,
        )
        worker.postMessage({ type: 'finish' } satisfies ToReportThread)
      })
    } finally {
      this.#waiting = null
      this.#stopTimer()
      this.#timer = setTimeout(
        () => void this.#end(new Error('The thread of the reports was idle.')),
        IDLE_MS,
      )
      this.#timer.unref()
    }
  }

  #alive(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(this.#options.file)
    this.#worker = worker
    worker.on('message', (message: FromReportThread) => {
      if (message.type === 'report' && !message.isWhole) this.#waiting?.onFirst(message.facts)
      else if (message.type === 'report') this.#waiting?.resolve(message.facts)
      else this.#waiting?.reject(new Error('The report could not be made.', { cause: message.message }))
    })
    worker.on('error', (error: Error) => worker === this.#worker && void this.#end(error))
    worker.on(
      'exit',
      () => worker === this.#worker && void this.#end(new Error('The thread of the reports ended.')),
    )
    worker.unref()
    return worker
  }

  async #end(error: Error): Promise<void> {
    this.#stopTimer()
    const worker = this.#worker
    this.#worker = null
    this.#waiting?.reject(error)
    await worker?.terminate()
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
