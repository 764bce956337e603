// People whom another site names are lent a token for as long as the site's word holds: with it their browser does all
// that others do with their own. It lives in memory only; after a restart the browser proves itself again and gets
// another one.

/** Tokens that are lent at once in one conversation (I6); past it the oldest ends early. */
const MOST = 20_000

interface Lent {
  /** What stands for the person in the store. */
  readonly identityHash: string
  readonly untilMs: number
}

export class LentTokens {
  readonly #lent = new Map<string, Lent>()

  /** Lends the token with this hash to a person. */
  lend(tokenHash: string, lent: Lent): void {
    this.#lent.delete(tokenHash)
    this.#lent.set(tokenHash, lent)
    if (this.#lent.size > MOST) for (const oldest of this.#lent.keys()) return void this.#lent.delete(oldest)
  }

  /** Whom the token was lent to; null for a token that was not lent, or whose time is over. */
  holderOf(tokenHash: string, nowMs: number): string | null {
    const lent = this.#lent.get(tokenHash)
    if (lent === undefined) return null
    if (lent.untilMs > nowMs) return lent.identityHash
    this.#lent.delete(tokenHash)
    return null
  }
}
