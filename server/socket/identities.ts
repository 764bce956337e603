// What one participant may do over all of their sockets together: 8 sockets, 20 messages a second.
import { TokenBucket } from './token-bucket.ts'

export const SOCKETS_PER_IDENTITY = 8
export const MESSAGES_PER_SECOND = 20
/** Messages at once after a quiet time; a page that comes back resends its unacknowledged votes. */
const BURST = 60

export class Identity {
  readonly bucket: TokenBucket
  sockets = 0

  constructor(nowMs: number) {
    this.bucket = new TokenBucket(MESSAGES_PER_SECOND, BURST, nowMs)
  }
}

/** The participants who are connected, by conversation and the hash of their token. */
export class Identities {
  readonly #identities = new Map<string, Identity>()

  /** Counts one more socket; null when there are as many as may be. */
  enter(key: string, nowMs: number): Identity | null {
    let identity = this.#identities.get(key)
    if (identity === undefined) {
      identity = new Identity(nowMs)
      this.#identities.set(key, identity)
    }
    if (identity.sockets >= SOCKETS_PER_IDENTITY) return null
    identity.sockets++
    return identity
  }

  leave(key: string): void {
    const identity = this.#identities.get(key)
    if (identity !== undefined && --identity.sockets === 0) this.#identities.delete(key)
  }
}
