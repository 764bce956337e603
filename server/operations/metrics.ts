// What the service counts and measures of itself, in the form that Prometheus reads. Every refusal is counted (I7). No
// label names a person, a statement or a conversation: the names of conversations may be secret.
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const NANOSECONDS = 1e9
const EVENT_LOOP_RESOLUTION_MS = 10

/** What is looked at only when somebody asks. */
export interface MetricsSources {
  /** Writes that wait for their transaction. */
  writesWaiting(): number
  /** Conversations that wait for their turn on an analysis thread. */
  refreshesWaiting(): number
  /** Age of the oldest map that lacks votes which are stored; 0 when every map is up to date. */
  oldestMapAgeMs(): number
}

export class Metrics {
  readonly registry = new Registry()
  readonly #registers = [this.registry]
  readonly #onRefusal: (code: AnyErrorCode) => void
  readonly #refusals = new Counter({
    name: 'folkmoot_refusals_total',
    help: 'Frames, connections and requests that were refused, by code; votes are counted by themselves.',
    labelNames: ['code'],
    registers: this.#registers,
  })
  readonly #votesRefused = new Counter({
    name: 'folkmoot_votes_refused_total',
    help: 'Votes that were not stored, by code.',
    labelNames: ['code'],
    registers: this.#registers,
  })
  readonly votesAccepted = new Counter({
    name: 'folkmoot_votes_accepted_total',
    help: 'Votes that were stored and acknowledged.',
    registers: this.#registers,
  })
  readonly ackSeconds = new Histogram({
    name: 'folkmoot_vote_acknowledgement_seconds',
    help: 'From the arrival of a vote to its acknowledgement, which follows its COMMIT.',
    buckets: SECONDS,
    registers: this.#registers,
  })
  readonly commitSeconds = new Histogram({
    name: 'folkmoot_commit_duration_seconds',
    help: 'Duration of one transaction of the store.',
    buckets: SECONDS,
    registers: this.#registers,
  })
  readonly commitSize = new Histogram({
    name: 'folkmoot_commit_writes',
    help: 'Votes and other writes in one transaction of the store.',
    buckets: [1, 3, 10, 30, 100, 300, 1000],
    registers: this.#registers,
  })
  readonly sockets = new Gauge({
    name: 'folkmoot_sockets_open',
    help: 'Open sockets.',
    registers: this.#registers,
  })
  readonly refreshSeconds = new Histogram({
    name: 'folkmoot_map_refresh_seconds',
    help: 'Time that the analysis took to bring a map up to date.',
    buckets: SECONDS,
    registers: this.#registers,
  })
  readonly workerRestarts = new Counter({
    name: 'folkmoot_analysis_restarts_total',
    help: 'Analysis threads that were started again after a failure.',
    registers: this.#registers,
  })

  /** `onRefusal` hears of each refusal, votes among them. */
  constructor(onRefusal: (code: AnyErrorCode) => void = () => {}) {
    this.#onRefusal = onRefusal
  }

  refused(code: AnyErrorCode): void {
    this.#refusals.inc({ code })
    this.#onRefusal(code)
  }

  voteRefused(code: AnyErrorCode): void {
    this.#votesRefused.inc({ code })
    this.#onRefusal(code)
  }

  /** Measures the rest from now on: queues, the age of the maps, the event loop, the process. Returns how to stop. */
  observe(sources: MetricsSources): () => void {
    this.#gauge('folkmoot_writes_waiting', 'Writes that wait for their transaction.', () =>
      sources.writesWaiting(),
    )
    this.#gauge('folkmoot_map_refreshes_waiting', 'Conversations that wait for their turn of analysis.', () =>
      sources.refreshesWaiting(),
    )
    this.#gauge(
      'folkmoot_map_age_seconds',
      'Age of the oldest map that lacks stored votes; 0 when every map is up to date.',
      () => sources.oldestMapAgeMs() / 1000,
    )
    const eventLoop = monitorEventLoopDelay({ resolution: EVENT_LOOP_RESOLUTION_MS })
    eventLoop.enable()
    this.#eventLoopDelay(eventLoop)
    collectDefaultMetrics({ register: this.registry })
    return () => eventLoop.disable()
  }

  #gauge(name: string, help: string, read: () => number): void {
    const registers = this.#registers
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) })
  }

  /** How late the event loop was since the last time that somebody asked. */
  #eventLoopDelay(delays: IntervalHistogram): void {
    const gauge: Gauge<'quantile'> = new Gauge({
      name: 'folkmoot_event_loop_delay_seconds',
      help: 'How late the event loop came round since it was last asked: median, 99th and 99.9th percentile, largest.',
      labelNames: ['quantile'],
      registers: this.#registers,
      collect: () => {
        // The timer that measures counts its own interval in.
        const late = (nanoseconds: number) =>
          Math.max(0, nanoseconds / NANOSECONDS - EVENT_LOOP_RESOLUTION_MS / 1000)
        gauge.set({ quantile: '0.5' }, late(delays.percentile(50)))
        gauge.set({ quantile: '0.99' }, late(delays.percentile(99)))
        gauge.set({ quantile: '0.999' }, late(delays.percentile(99.9)))
        gauge.set({ quantile: '1' }, late(delays.max))
        delays.reset()
      },
    })
  }
}
