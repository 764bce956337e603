// How often something may be tried: by one address of the network, and by all together. Addresses are held in memory for as
// long as their allowance is not full again, and are neither stored nor logged.
import type { Context } from 'hono'
import { TokenBucket } from '../socket/token-bucket.ts'

export interface TriesOptions {
  /** Tries at once after a quiet time. */
  readonly atOnce: number
  readonly perMinute: number
  /** The same for everybody together. */
  readonly atOnceForAll: number
  readonly perMinuteForAll: number
}

/** Addresses remembered at most; beyond it all are forgotten, and the limit for all together stands. */
const ADDRESS_LIMIT = 10_000

export class Tries {
  readonly #options: TriesOptions
  readonly #all: TokenBucket
  readonly #byAddress = new Map<string, TokenBucket>()

  constructor(options: TriesOptions, nowMs: number) {
    this.#options = options
    this.#all = new TokenBucket(options.perMinuteForAll / 60, options.atOnceForAll, nowMs)
  }

  /** Whether one more try is allowed; it is counted. */
  take(context: Context, nowMs: number): boolean {
    if (this.#byAddress.size >= ADDRESS_LIMIT) this.#byAddress.clear()
    const address = addressOf(context)
    let bucket = this.#byAddress.get(address)
    if (bucket === undefined) {
      bucket = new TokenBucket(this.#options.perMinute / 60, this.#options.atOnce, nowMs)
      this.#byAddress.set(address, bucket)
    }
    return bucket.take(nowMs) === 0 && this.#all.take(nowMs) === 0
  }
}

/** Address of the connection; of all connections together where there is none, as in tests without a server. */
function addressOf(context: Context): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } } // set by the server
  return incoming?.socket?.remoteAddress ?? ''
}
