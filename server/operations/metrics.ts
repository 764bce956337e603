// What the service counts and measures of itself, in the form that Prometheus reads. Every refusal is counted (I7).
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ErrorCode } from '../protocol/errors.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export class Metrics {
  readonly registry = new Registry()
  readonly #registers = [this.registry]
  readonly #refusals = new Counter({
    name: 'folkmoot_refusals_total',
    help: 'Frames, votes and requests that were refused, by code.',
    labelNames: ['code'],
    registers: this.#registers,
  })
  readonly votesAccepted = new Counter({
    name: 'folkmoot_votes_accepted_total',
    help: 'Votes that were stored and acknowledged.',
    registers: this.#registers,
  })
  readonly ackSeconds = new Histogram({
    name: 'folkmoot_ack_seconds',
    help: 'From the arrival of a vote to its acknowledgement.',
    buckets: SECONDS,
    registers: this.#registers,
  })
  readonly commitSeconds = new Histogram({
    name: 'folkmoot_commit_seconds',
    help: 'Duration of one transaction of the vote log.',
    buckets: SECONDS,
    registers: this.#registers,
  })
  readonly commitSize = new Histogram({
    name: 'folkmoot_commit_size',
    help: 'Writes in one transaction of the vote log.',
    buckets: [1, 3, 10, 30, 100, 300, 1000],
    registers: this.#registers,
  })
  readonly sockets = new Gauge({
    name: 'folkmoot_sockets',
    help: 'Open sockets.',
    registers: this.#registers,
  })
  readonly refreshSeconds = new Histogram({
    name: 'folkmoot_refresh_seconds',
    help: 'Time that the analysis took to bring a map up to date.',
    buckets: SECONDS,
    registers: this.#registers,
  })
  readonly workerRestarts = new Counter({
    name: 'folkmoot_worker_restarts_total',
    help: 'Analysis workers that were started again after a failure.',
    registers: this.#registers,
  })

  refused(code: ErrorCode): void {
    this.#refusals.inc({ code })
  }
}
