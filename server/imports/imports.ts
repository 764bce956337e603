// Imports by the page of facilitators: files come into a folder of their own, are read by a thread, and go into the store all
// at once or not at all. What nobody finishes is removed after an hour.
import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import type { ImportWish } from '../protocol/imports.ts'
import type { FromImportThread, ImportOrder } from './messages.ts'

const MOST_AT_ONCE = 3
/** Bytes that the files of an import may have together. */
const MOST_BYTES = 2 ** 30
const FORGOTTEN_MS = 3_600_000

interface Running {
  readonly folder: string
  readonly account: number
  readonly timer: NodeJS.Timeout
  bytes: number
  worker: Worker | null
}

export class Imports {
  readonly #file: string
  readonly #running = new Map<string, Running>()

  constructor(file: string = join(packageRoot, 'dist/server/import-worker.js')) {
    this.#file = file
  }

  /** Begins an import of an account; null where there are too many already. */
  begin(account: number): string | null {
    if (this.#running.size >= MOST_AT_ONCE) return null
    const name = randomUUID()
    const folder = mkdtempSync(join(tmpdir(), 'folkmoot-upload-'))
    const timer = setTimeout(() => this.cancel(name, account), FORGOTTEN_MS)
    timer.unref()
    this.#running.set(name, { folder, account, timer, bytes: 0, worker: null })
    return name
  }

  /** Whether this account has such an import. */
  has(name: string, account: number): boolean {
    return this.#running.get(name)?.account === account
  }

  /** Takes a file in; the bytes, or why not. */
  async take(
    name: string,
    file: string,
    body: ReadableStream<Uint8Array>,
  ): Promise<number | 'bad-name' | 'too-large'> {
    const running = this.#running.get(name)
    if (running === undefined || file !== basename(file)) return 'bad-name'
    if (!/^[\w .()-]{1,100}\.(csv|json|zip)$/i.test(file)) return 'bad-name'
    let bytes = 0
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length
        running.bytes += chunk.length
        done(running.bytes > MOST_BYTES ? new TooLarge() : null, chunk)
      },
    })
    try {
      await pipeline(
        Readable.fromWeb(body as NodeReadableStream<Uint8Array>), // the same streams under two names
        counted,
        createWriteStream(join(running.folder, file)),
      )
      return bytes
    } catch (error) {
      rmSync(join(running.folder, file), { force: true })
      if (error instanceof TooLarge) return 'too-large'
      throw error
    }
  }

  /** Reads the files of an import; one reading at a time, a new one ends the one before. */
  async read(name: string, wish: ImportWish, nowMs: number): Promise<FromImportThread> {
    const running = this.#running.get(name)
    if (running === undefined) throw new RangeError(`Expected an import, got ${name}.`)
    await running.worker?.terminate()
    const order: ImportOrder = { folder: running.folder, wish, nowMs }
    const worker = new Worker(this.#file, { workerData: order })
    running.worker = worker
    try {
      return await new Promise((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('The thread of an import ended.')))
      })
    } finally {
      if (running.worker === worker) running.worker = null
      void worker.terminate()
    }
  }

  /** Forgets an import and its files; false where there is none of this account. */
  cancel(name: string, account: number): boolean {
    const running = this.#running.get(name)
    if (running?.account !== account) return false
    this.#running.delete(name)
    clearTimeout(running.timer)
    void running.worker?.terminate()
    rmSync(running.folder, { recursive: true, force: true })
    return true
  }

  close(): void {
    for (const [name, { account }] of this.#running) this.cancel(name, account)
  }
}

class TooLarge extends Error {
  override readonly name = 'TooLarge'
}
