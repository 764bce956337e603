// How fast one address of the network may open sockets. A whole hall may sit behind one address, so it may open many; but
// a program that opens them without end is slowed down. Addresses are kept in memory only, for less than a minute.
import { networkOf } from './arrival.ts'
import { TokenBucket } from './token-bucket.ts'

const PER_SECOND = 200
const BURST = 2_000
/** After so long without an opening an address is as good as new. */
const QUIET_MS = 30_000

export class Openings {
  readonly #addresses = new Map<string, { readonly bucket: TokenBucket; at: number }>()

  /** Counts an opening; false when the address has opened too many. This machine itself may open any number. */
  allows(address: string, nowMs: number): boolean {
    // Where a proxy on this machine is not declared, everyone seems to come from here.
    if (/^(127\.|::1$|::ffff:127\.)/.test(address)) return true
    const network = networkOf(address)
    let known = this.#addresses.get(network)
    if (known === undefined) {
      known = { bucket: new TokenBucket(PER_SECOND, BURST, nowMs), at: nowMs }
      this.#addresses.set(network, known)
    }
    known.at = nowMs
    return known.bucket.take(nowMs) === 0
  }

  /** Addresses that are remembered. */
  get size(): number {
    return this.#addresses.size
  }

  /** Forgets the addresses that have been quiet. */
  forgetQuiet(nowMs: number): void {
    for (const [address, { at }] of this.#addresses) {
      if (nowMs - at > QUIET_MS) this.#addresses.delete(address)
    }
  }
}
