// Who has which statement before them: so that two moderators do not work on the same one. A claim is kept for a minute
// after it was last renewed; whoever closes the page leaves nothing locked. Nothing of it is stored.
import type { Claim } from '../protocol/moderation.ts'

/** How long a claim lasts without being renewed. */
export const CLAIM_MS = 60_000

export interface Claimant {
  readonly account: number
  readonly name: string
}

export class Claims {
  readonly #claims = new Map<number, Claim>()

  /** What is claimed now, in the order of the statements. */
  list(nowMs: number): Claim[] {
    this.#forget(nowMs)
    return [...this.#claims.values()].sort((a, b) => a.statement - b.statement)
  }

  /** Replaces what somebody has before them; what others have stays theirs, unless it is taken over. */
  claim(
    { account, name }: Claimant,
    statements: readonly number[],
    { nowMs, takeOver = false }: { readonly nowMs: number; readonly takeOver?: boolean },
  ): void {
    this.#forget(nowMs)
    for (const [statement, claim] of this.#claims) {
      if (claim.account === account) this.#claims.delete(statement)
    }
    for (const statement of statements) {
      if (this.#claims.has(statement) && !takeOver) continue
      this.#claims.set(statement, { statement, account, name, untilMs: nowMs + CLAIM_MS })
    }
  }

  /** Who else has the statement before them; null where nobody has. */
  claimedByOther(statement: number, account: number, nowMs: number): Claim | null {
    const claim = this.#claims.get(statement)
    return claim === undefined || claim.account === account || claim.untilMs <= nowMs ? null : claim
  }

  /** When the next claim ends; null where there is none. */
  nextEndMs(nowMs: number): number | null {
    const ends = this.list(nowMs).map(({ untilMs }) => untilMs)
    return ends.length === 0 ? null : Math.min(...ends)
  }

  #forget(nowMs: number): void {
    for (const [statement, { untilMs }] of this.#claims) {
      if (untilMs <= nowMs) this.#claims.delete(statement)
    }
  }
}
