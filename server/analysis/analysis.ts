// The analysis of all open conversations: a small pool of worker threads. A conversation stays on its thread.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Metrics } from '../operations/metrics.ts'
import { packageRoot } from '../package-root.ts'
import type { Store } from '../store/store.ts'
import { AnalysisThread } from './analysis-thread.ts'
import { Feed } from './feed.ts'

export interface AnalysisOptions {
  readonly store: Store
  readonly metrics: Metrics
  /** A map could not be made; it will be tried again. */
  readonly onFailure: (error: unknown) => void
  /** Number of threads; by default one for each core but one, four at most. */
  readonly threads?: number
  /** Shortest time from one map of a conversation to its next. */
  readonly beatMs?: number
  /** How long a map may take before its thread counts as hanging. */
  readonly patienceMs?: number
  readonly memoryMb?: number
  /** Largest part of a thread's time to be spent on checking how far maps can be trusted, 0 (never) to 1. */
  readonly checkShare?: number
  /** The built worker. */
  readonly file?: string
}

export class Analysis {
  readonly #options: Required<AnalysisOptions>
  readonly #threads: readonly AnalysisThread[]
  readonly #feeds = new Map<string, { readonly feed: Feed; readonly thread: AnalysisThread }>()

  constructor(options: AnalysisOptions) {
    const file = join(packageRoot, 'dist/server/analysis-worker.js')
    const threads = Math.max(1, Math.min(4, availableParallelism() - 1))
    this.#options = {
      threads,
      beatMs: 1000,
      patienceMs: 10_000,
      memoryMb: 4096,
      checkShare: 0.25,
      file,
      ...options,
    }
    const { patienceMs, memoryMb, checkShare, metrics } = this.#options
    const onRestart = () => metrics.workerRestarts.inc()
    this.#threads = Array.from(
      { length: this.#options.threads },
      () => new AnalysisThread({ file: this.#options.file, patienceMs, memoryMb, checkShare, onRestart }),
    )
  }

  /** Keeps the map of a conversation up to date from now on. */
  follow(conversation: LiveConversation): void {
    const thread = this.#leastUsedThread()
    const { store, beatMs, onFailure, metrics } = this.#options
    const feed = new Feed(conversation, {
      store,
      thread,
      beatMs,
      onFailure,
      onMap: ({ refreshMs }) => metrics.refreshSeconds.observe(refreshMs / 1000),
    })
    this.#feeds.set(conversation.id, { feed, thread })
    void feed.run()
  }

  /** Follows a conversation no more. */
  leave(conversation: LiveConversation): void {
    this.#feeds.get(conversation.id)?.feed.close()
    this.#feeds.delete(conversation.id)
  }

  /** Conversations that are followed. */
  get size(): number {
    return this.#feeds.size
  }

  /** Conversations that wait for their turn on a thread. */
  get waiting(): number {
    return this.#threads.reduce((sum, thread) => sum + thread.waiting, 0)
  }

  /** False while a thread has failed and no other has done its work since. */
  get isAlive(): boolean {
    return this.#threads.every((thread) => thread.isAlive)
  }

  /** Age of the oldest map that lacks stored votes; 0 when every map is up to date. `nowMs` since 1970. */
  oldestMapAgeMs(nowMs: number): number {
    let oldest = 0
    for (const { feed } of this.#feeds.values()) oldest = Math.max(oldest, feed.mapAgeMs(nowMs))
    return oldest
  }

  async close(): Promise<void> {
    for (const { feed } of this.#feeds.values()) feed.close()
    this.#feeds.clear()
    await Promise.all(this.#threads.map((thread) => thread.close()))
  }

  #leastUsedThread(): AnalysisThread {
    const uses = new Map(this.#threads.map((thread) => [thread, 0]))
    for (const { thread } of this.#feeds.values()) uses.set(thread, uses.get(thread)! + 1)
    return this.#threads.reduce((least, thread) => (uses.get(thread)! < uses.get(least)! ? thread : least))
  }
}
