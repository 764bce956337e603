// Exports as the service sees them: each is written by a thread of its own and read as a stream. Only a few at a time, since
// each holds the votes of its conversation in memory.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import type { ExportOrder, FromExportThread, ToExportThread } from './messages.ts'

/** Exports that are written at the same time for everybody. */
export const EXPORTS_AT_ONCE = 2
/** Staff need not wait for everybody else. */
const AT_ONCE_WITH_STAFF = 3
/** A reader who takes nothing for so long has gone. */
const PATIENCE_MS = 120_000
/** Nobody may take longer: meanwhile the write-ahead log keeps all that is written. */
const LONGEST_MS = 15 * 60_000

export interface ExportsOptions {
  readonly dataFolder: string
  readonly onFailure: (error: unknown) => void
  /** The built thread. */
  readonly file?: string
  readonly patienceMs?: number
  readonly longestMs?: number
}

export interface ExportReader {
  readonly isStaff: boolean
  readonly network?: string
}

/** What came of the wish for an export. */
export type Export = { readonly stream: ReadableStream<Uint8Array> } | 'busy' | 'unknown'

export class Exports {
  readonly #options: Required<ExportsOptions>
  readonly #workers = new Set<Worker>()
  #isClosed = false

  constructor({
    file = join(packageRoot, 'dist/server/export-worker.js'),
    patienceMs = PATIENCE_MS,
    longestMs = LONGEST_MS,
    ...options
  }: ExportsOptions) {
    this.#options = { ...options, file, patienceMs, longestMs }
  }

  /** Networks that are reading an export. */
  readonly #networks = new Set<string>()

  /** How many are being written. */
  get running(): number {
    return this.#workers.size
  }

  /**
   * Begins an export; its stream fails where the writing does. `network` is that of the reader, who has one place at a time,
   * so that nobody who reads slowly keeps all of them; absent for staff and for what the service reads itself.
   */
  async start(order: ExportOrder, { isStaff, network }: ExportReader): Promise<Export> {
    const most = isStaff ? AT_ONCE_WITH_STAFF : EXPORTS_AT_ONCE
    if (this.#isClosed || this.#workers.size >= most) return 'busy'
    if (network !== undefined && this.#networks.has(network)) return 'busy'
    const { file, dataFolder, longestMs, patienceMs } = this.#options
    const worker = new Worker(file, {
      workerData: { dataFolder, order },
      // Rows come and go by the million: a small nursery keeps them from piling up, and below a limit, however large,
      // what outlives it is cleared away sooner than without one.
      resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 1024 },
    })
    this.#workers.add(worker)
    if (network !== undefined) this.#networks.add(network)
    const ask = () => worker.postMessage({ type: 'more' } satisfies ToExportThread)
    let stopWaiting = () => {}
    let stopTiming = () => {}
    const end = () => {
      stopWaiting()
      stopTiming()
      // Ended once more it gives nothing back: another export may be running in its place.
      if (this.#workers.delete(worker) && network !== undefined) this.#networks.delete(network)
      void worker.terminate()
    }
    return new Promise<Export>((resolve, reject) => {
      let controller: ReadableStreamDefaultController<Uint8Array>
      let isEnded = false
      const stream = new ReadableStream<Uint8Array>(
        {
          start: (given) => void (controller = given),
          pull: () => {
            stopWaiting()
            if (!isEnded) ask()
          },
          cancel: () => {
            isEnded = true
            end()
          },
        },
        { highWaterMark: 1 },
      )
      const fail = (error: unknown, isExpected = this.#isClosed) => {
        if (isEnded) return
        isEnded = true
        end()
        if (!isExpected) this.#options.onFailure(error)
        controller.error(error)
        reject(error)
      }
      stopTiming = after(longestMs, () => fail(new Error('The export was read too slowly.'), true))
      worker.on('message', (message: FromExportThread) => {
        if (isEnded) return
        switch (message.type) {
          case 'chunk':
            controller.enqueue(message.bytes)
            stopWaiting = after(patienceMs, () => fail(new Error('Nobody read the export any more.'), true))
            return resolve({ stream })
          case 'unknown':
          case 'end':
            isEnded = true
            end()
            controller.close()
            return resolve(message.type === 'end' ? { stream } : 'unknown')
          case 'failed':
            return fail(new Error('An export could not be written.', { cause: message.message }))
        }
      })
      worker.on('error', (error) => fail(error))
      worker.on('exit', () => fail(new Error('The thread of an export ended.')))
    })
  }

  /** Ends what is being written. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#workers].map((worker) => worker.terminate()))
    this.#workers.clear()
  }
}

/** Calls `giveUp` after a while; the function that stops it. */
function after(ms: number, giveUp: () => void): () => void {
  const timer = setTimeout(giveUp, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
