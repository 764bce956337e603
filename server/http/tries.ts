// How often something may be tried: by one network, and by all together. Networks are held in memory for as long as their
// allowance is not full again, and are neither stored nor logged.
import { networkOf } from '../socket/arrival.ts'
import { TokenBucket } from '../socket/token-bucket.ts'

export interface TriesOptions {
  /** Tries at once after a quiet time. */
  readonly atOnce: number
  readonly perMinute: number
  /** The same for everybody together. */
  readonly atOnceForAll: number
  readonly perMinuteForAll: number
}

/** Networks remembered at most; beyond it all are forgotten, and the limit for all together stands. */
const NETWORK_LIMIT = 10_000

export class Tries {
  readonly #options: TriesOptions
  readonly #all: TokenBucket
  readonly #byNetwork = new Map<string, TokenBucket>()

  constructor(options: TriesOptions, nowMs: number) {
    this.#options = options
    this.#all = new TokenBucket(options.perMinuteForAll / 60, options.atOnceForAll, nowMs)
  }

  /** Whether another try from an address is allowed now; none is counted. */
  allows(address: string, nowMs: number): boolean {
    const bucket = this.#byNetwork.get(networkOf(address))
    return (bucket === undefined || bucket.holds(nowMs)) && this.#all.holds(nowMs)
  }

  /** Whether one more try from an address is allowed; it is counted. */
  take(address: string, nowMs: number): boolean {
    if (this.#byNetwork.size >= NETWORK_LIMIT) this.#byNetwork.clear()
    const network = networkOf(address)
    let bucket = this.#byNetwork.get(network)
    if (bucket === undefined) {
      bucket = new TokenBucket(this.#options.perMinute / 60, this.#options.atOnce, nowMs)
      this.#byNetwork.set(network, bucket)
    }
    return bucket.take(nowMs) === 0 && this.#all.take(nowMs) === 0
  }
}
