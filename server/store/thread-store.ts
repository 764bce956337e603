// The store in a thread of its own. SQLite waits for the disk at each COMMIT; here the service does not wait with it: it
// goes on reading votes, sending maps and answering pages. The calls and their order are the same, and so is what they mean.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { inTurns } from '../in-turns.ts'
import { packageRoot } from '../package-root.ts'
import type { AppendOutcome, NewVote, Store } from './store.ts'
import { StorageUnavailable, UnusableDatabase } from './store.ts'
import type { ExchangeStore } from './exchange-store.ts'
import { importInSteps, isSmallImport } from './import-in-steps.ts'
import type { ImportStore } from './import-store.ts'
import type { MediaStore } from './media-store.ts'
import type { ModerationStore } from './moderation-store.ts'
import type { ManagementStore } from './management-store.ts'
import type { ParticipationStore } from './participation-store.ts'
import type { ReportStore } from './report-store.ts'
import type { StageStore } from './stage-store.ts'
import type { StaffStore } from './staff-store.ts'
import type {
  Call,
  CrossingError,
  FromStoreThread,
  PartMethod,
  StoreMethod,
  StorePart,
} from './thread-messages.ts'

export interface ThreadStoreOptions {
  /** Called after each transaction, with the number of writes and the time that it took. */
  readonly onCommit?: (writes: number, durationMs: number) => void
  /** Called after a transaction was rolled back. */
  readonly onRollback?: () => void
  /** Something failed that harms nobody yet, but should be seen to. */
  readonly onFailure?: (error: unknown) => void
  /** The thread has ended, which it does not do by itself: nothing can be stored until the service is started again. */
  readonly onEnd?: (error: unknown) => void
  /** Votes that may wait at most; more are refused (I6). */
  readonly queueLimit?: number
  /** Keys that seal secrets, in place of those in the file beside the database. */
  readonly secretKey?: string | null
  /** The built thread. */
  readonly file?: string
}

/** About half a second of votes at the most that a small machine stores: whoever waits longer is better told to retry. */
const QUEUE_LIMIT = 5_000
/** Answers of a large transaction that are handed on before it is looked whether anything else should be done first. */
const ANSWERS_AT_A_TIME = 16

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

type Result<M extends StoreMethod> = Awaited<ReturnType<Store[M]>>

/** Opens the store of a data folder in a thread of its own; throws as `openStore` does. */
export async function openThreadStore(dataFolder: string, options: ThreadStoreOptions = {}): Promise<Store> {
  const store = new ThreadStore(dataFolder, options)
  await store.opened
  return store
}

class ThreadStore implements Store {
  readonly opened: Promise<void>
  readonly #options: ThreadStoreOptions
  readonly #queueLimit: number
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #exited: Promise<void>
  #calls: Call[] = []
  /** What the thread has said and nobody has heard yet, from `#heard` on. */
  #said: FromStoreThread[] = []
  #heard = 0
  #nextId = 0
  #votesWaiting = 0
  #isClosed = false
  #open: () => void = () => {}
  #refuse: (error: Error) => void = () => {}

  constructor(dataFolder: string, options: ThreadStoreOptions) {
    this.#options = options
    this.#queueLimit = options.queueLimit ?? QUEUE_LIMIT
    const file = options.file ?? join(packageRoot, 'dist/server/store-thread.js')
    this.opened = new Promise((resolve, reject) => {
      this.#open = resolve
      this.#refuse = reject
    })
    this.#worker = new Worker(file, {
      workerData: { dataFolder, secretKey: options.secretKey ?? null },
    })
    this.#worker.on('message', (messages: readonly FromStoreThread[]) => {
      const isHearing = this.#said.length > 0
      for (const message of messages) this.#said.push(message)
      if (!isHearing) inTurns(() => this.#hearNext(ANSWERS_AT_A_TIME))
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#exited = new Promise((resolve) =>
      this.#worker.on('exit', () => {
        this.#end(new Error('The thread of the store has ended.'))
        resolve()
      }),
    )
  }

  get waiting(): number {
    return this.#waiting.size
  }

  fullness(): number {
    return this.#votesWaiting / this.#queueLimit
  }

  async append(vote: NewVote): Promise<AppendOutcome> {
    if (this.#isClosed || this.fullness() >= 1) {
      return { kind: 'refused', code: 'storage-unavailable', retryAfterMs: 1000 }
    }
    this.#votesWaiting++
    try {
      return await this.#call('append', vote)
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      return { kind: 'refused', code: 'storage-unavailable', retryAfterMs: error.retryAfterMs }
    } finally {
      this.#votesWaiting--
    }
  }

  readonly participation = this.#part<ParticipationStore>('participation')
  readonly management = this.#part<ManagementStore>('management')
  readonly media = this.#part<MediaStore>('media')
  readonly reports = this.#part<ReportStore>('reports')
  readonly staff = this.#part<StaffStore>('staff')
  readonly exchange = this.#part<ExchangeStore>('exchange')
  readonly imports = this.#part<ImportStore>('imports')
  readonly stage = this.#part<StageStore>('stage')
  readonly moderation = this.#part<ModerationStore>('moderation')

  readonly conversations = () => this.#call('conversations')
  readonly conversation = (id: string) => this.#call('conversation', id)
  readonly statements = (conversation: string) => this.#call('statements', conversation)
  readonly participant = (conversation: string, tokenHash: string) =>
    this.#call('participant', conversation, tokenHash)
  readonly lastSequence = (conversation: string) => this.#call('lastSequence', conversation)
  readonly readLog = (conversation: string, after: number, limit: number) =>
    this.#call('readLog', conversation, after, limit)
  readonly readPublicLog = (conversation: string, after: number, limit: number) =>
    this.#call('readPublicLog', conversation, after, limit)
  readonly newestSnapshot = (conversation: string) => this.#call('newestSnapshot', conversation)
  readonly saveSnapshot = (...given: Parameters<Store['saveSnapshot']>) =>
    this.#call('saveSnapshot', ...given)
  readonly addExposures = (...given: Parameters<Store['addExposures']>) =>
    this.#call('addExposures', ...given)
  readonly exposures = (conversation: string) => this.#call('exposures', conversation)
  readonly saveSettings = (...given: Parameters<Store['saveSettings']>) =>
    this.#call('saveSettings', ...given)
  readonly foreignWrites = () => this.#call('foreignWrites')
  readonly probe = () => this.#call('probe')

  async importConversation(...[conversation, onProgress]: Parameters<Store['importConversation']>) {
    if (!isSmallImport(conversation)) return importInSteps(this.imports, conversation, { onProgress })
    const outcome = await this.#call('importConversation', conversation)
    if (outcome.kind === 'imported') {
      const total = outcome.participants + outcome.statements + outcome.votes
      onProgress?.({ done: total, total })
    }
    return outcome
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    const closed = this.#call('close')
    this.#isClosed = true
    await closed
    await this.#exited
  }

  #call<M extends StoreMethod>(method: M, ...given: Parameters<Store[M]>): Promise<Result<M>> {
    return this.#send('store', method, given)
  }

  /** A part of the store: all of it is methods that answer later, so each of them is a call. */
  #part<Part extends object>(part: StorePart): Part {
    return new Proxy({} as Part, {
      get: (_, name) =>
        name === 'then'
          ? undefined // it is no promise
          : (...given: readonly unknown[]) => this.#send(part, name as PartMethod, given),
    })
  }

  #send<T>(part: Call['part'], method: Call['method'], given: readonly unknown[]): Promise<T> {
    if (this.#isClosed) return Promise.reject(new StorageUnavailable('The store is closed.', 1000))
    return new Promise<T>((resolve, reject) => {
      const id = this.#nextId++
      this.#waiting.set(id, { resolve, reject })
      this.#calls.push({ id, part, method, given })
      // All that is asked within one turn of the event loop goes over together.
      if (this.#calls.length === 1) setImmediate(() => this.#post())
    })
  }

  #post(): void {
    this.#worker.postMessage(this.#calls)
    this.#calls = []
  }

  /** In the order in which it was said; whether there is more. */
  #hearNext(count: number): boolean {
    const end = Math.min(this.#heard + count, this.#said.length)
    while (this.#heard < end) this.#hear(this.#said[this.#heard++]!)
    if (this.#heard < this.#said.length) return true
    this.#said = []
    this.#heard = 0
    return false
  }

  #hear(message: FromStoreThread): void {
    switch (message.type) {
      case 'open':
        return this.#open()
      case 'unusable':
        return this.#refuse(new UnusableDatabase(message.message))
      case 'committed':
        return this.#options.onCommit?.(message.writes, message.durationMs)
      case 'rolled-back':
        return this.#options.onRollback?.()
      case 'harm':
        return this.#options.onFailure?.(arrived(message.error))
    }
    const waiting = this.#waiting.get(message.id)
    if (waiting === undefined) return
    this.#waiting.delete(message.id)
    if (message.type === 'done')
      waiting.resolve(message.value as never) // of the method that was called
    else waiting.reject(arrived(message.error))
  }

  /** The thread is gone: whatever had no answer was not stored, as far as anybody may be told. */
  #end(error: unknown): void {
    const isUnexpected = !this.#isClosed
    this.#isClosed = true
    this.#hearNext(Infinity)
    this.#refuse(error instanceof Error ? error : new Error(String(error)))
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(new StorageUnavailable('The store has ended.', 1000))
    if (isUnexpected) this.#options.onEnd?.(error)
  }
}

/** An error as it was over there. */
function arrived({ name, message, stack, retryAfterMs }: CrossingError): Error {
  const error =
    name === 'StorageUnavailable'
      ? new StorageUnavailable(message, retryAfterMs ?? 1000)
      : name === 'RangeError'
        ? new RangeError(message)
        : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
