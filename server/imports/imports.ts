// Imports by the page of facilitators: files come into a folder of their own, are read by a thread, and go into the store a piece
// at a time, seen by nobody before the last. Each can be called off at any moment, and what nobody finishes is removed.
import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import type { ImportWish } from '../protocol/imports.ts'
import { importInSteps } from '../store/import-in-steps.ts'
import type { ImportStore } from '../store/import-store.ts'
import type { FromImportThread, ImportOrder, ReadingProgress, ReadImport } from './messages.ts'

const MOST_AT_ONCE = 3
/** Bytes that the files of an import may have together. */
const MOST_BYTES = 2 ** 30
const FORGOTTEN_MS = 3_600_000

/** How far an import has come. */
export type Stage =
  | { readonly kind: 'receiving' }
  | { readonly kind: 'reading'; readonly progress: ReadingProgress }
  | { readonly kind: 'checked'; readonly found: Exclude<ReadImport, { type: 'failed' }> }
  | { readonly kind: 'storing'; readonly id: string; readonly share: number }
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'failed'; readonly isTaken: boolean }

interface Running {
  readonly folder: string
  readonly account: number
  readonly timer: NodeJS.Timeout
  /** Bytes of each file by its name. */
  readonly files: Map<string, number>
  readonly stopping: AbortController
  worker: Worker | null
  wish: ImportWish | null
  stage: Stage
}

/** An import as its account may see it. */
export type Import = Pick<Running, 'files' | 'wish' | 'stage'> & { readonly name: string }

export interface ImportsOptions {
  /** Where uploads are kept while they are checked; what a crash has left there is removed. The system's by default. */
  readonly folder?: string
  /** The built thread. */
  readonly file?: string
  /** Something broke that is nobody's mistake but ours. */
  readonly onFailure?: (error: unknown) => void
}

export class Imports {
  readonly #file: string
  readonly #folder: string
  readonly #onFailure: (error: unknown) => void
  readonly #running = new Map<string, Running>()

  constructor({ file, folder, onFailure = () => {} }: ImportsOptions = {}) {
    this.#folder = folder ?? tmpdir()
    // The folder is the service's own, and it has just started: nobody can be using what is in it.
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    this.#file = file ?? join(packageRoot, 'dist/server/import-worker.js')
    this.#onFailure = onFailure
  }

  /** Begins an import of an account; null where there are too many already. */
  begin(account: number): string | null {
    for (const [name, { stage }] of this.#running) {
      if (stage.kind === 'stored' || stage.kind === 'failed') this.#forget(name)
    }
    if (this.#running.size >= MOST_AT_ONCE) return null
    const name = randomUUID()
    mkdirSync(this.#folder, { recursive: true })
    const folder = mkdtempSync(join(this.#folder, 'folkmoot-upload-'))
    const timer = setTimeout(() => this.#forget(name), FORGOTTEN_MS)
    timer.unref()
    this.#running.set(name, {
      ...{ folder, account, timer, files: new Map(), stopping: new AbortController() },
      ...{ worker: null, wish: null, stage: { kind: 'receiving' } },
    })
    return name
  }

  /** The imports of an account, the newest last. */
  of(account: number): Import[] {
    return [...this.#running]
      .filter(([, running]) => running.account === account)
      .map(([name, { files, wish, stage }]) => ({ name, files, wish, stage }))
  }

  /** The import of this name; null where this account has none. */
  find(name: string, account: number): Import | null {
    return this.of(account).find((each) => each.name === name) ?? null
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
    const others = [...running.files].reduce((sum, [other, bytes]) => sum + (other === file ? 0 : bytes), 0)
    let bytes = 0
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length
        running.files.set(file, bytes)
        done(others + bytes > MOST_BYTES ? new TooLarge() : null, chunk)
      },
    })
    try {
      await pipeline(
        Readable.fromWeb(body as NodeReadableStream<Uint8Array>), // the same streams under two names
        counted,
        createWriteStream(join(running.folder, file)),
        { signal: running.stopping.signal },
      )
      running.files.set(file, bytes)
      return bytes
    } catch (error) {
      running.files.delete(file)
      rmSync(join(running.folder, file), { force: true })
      if (error instanceof TooLarge) return 'too-large'
      if (running.stopping.signal.aborted) return 'bad-name'
      throw error
    }
  }

  /** Begins to read the files of an import; a new reading ends the one before. False while it is being stored. */
  read(name: string, wish: ImportWish, nowMs: number): boolean {
    const running = this.#running.get(name)
    if (running === undefined || ['storing', 'stored'].includes(running.stage.kind)) return false
    void running.worker?.terminate()
    const order: ImportOrder = { folder: running.folder, wish, nowMs }
    const worker = new Worker(this.#file, {
      workerData: order,
      env: { ...process.env, TMPDIR: this.#folder }, // where zips are unpacked
    })
    running.worker = worker
    running.wish = wish
    running.stage = { kind: 'reading', progress: { type: 'progress', step: 'reading', share: null } }
    const settle = (stage: Stage) => {
      if (running.worker !== worker) return
      running.worker = null
      running.stage = stage
      void worker.terminate()
    }
    const fail = (error: unknown) => {
      if (running.worker === worker) this.#onFailure(error)
      settle({ kind: 'failed', isTaken: false })
    }
    worker.on('message', (message: FromImportThread) => {
      if (running.worker !== worker) return
      if (message.type === 'progress') running.stage = { kind: 'reading', progress: message }
      else if (message.type === 'failed') fail(new Error(message.message))
      else settle({ kind: 'checked', found: message })
    })
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('The thread of an import ended.')))
    return true
  }

  /** Begins to store what was read; false where nothing is ready to be. */
  store(name: string, imports: ImportStore): boolean {
    const running = this.#running.get(name)
    if (running?.stage.kind !== 'checked' || running.stage.found.type !== 'read') return false
    // Nobody is to vote in it before somebody has looked at it.
    const conversation = { ...running.stage.found.conversation, isOpen: false }
    const { id } = conversation
    running.stage = { kind: 'storing', id, share: 0 }
    importInSteps(imports, conversation, {
      signal: running.stopping.signal,
      onProgress: ({ done, total }) => (running.stage = { kind: 'storing', id, share: done / total }),
    }).then(
      ({ kind }) => {
        running.stage = kind === 'imported' ? { kind: 'stored', id } : { kind: 'failed', isTaken: true }
        rmSync(running.folder, { recursive: true, force: true })
      },
      (error: unknown) => {
        if (!running.stopping.signal.aborted) this.#onFailure(error)
        running.stage = { kind: 'failed', isTaken: false }
      },
    )
    return true
  }

  /** Calls an import off and forgets it and its files; false where there is none of this account. */
  cancel(name: string, account: number): boolean {
    if (this.#running.get(name)?.account !== account) return false
    this.#forget(name)
    return true
  }

  close(): void {
    for (const name of [...this.#running.keys()]) this.#forget(name)
  }

  #forget(name: string): void {
    const running = this.#running.get(name)
    if (running === undefined) return
    this.#running.delete(name)
    clearTimeout(running.timer)
    running.stopping.abort()
    const { worker } = running
    running.worker = null
    void worker?.terminate()
    rmSync(running.folder, { recursive: true, force: true })
  }
}

class TooLarge extends Error {
  override readonly name = 'TooLarge'
}
