// Areas of uncertainty: statements that many people passed on (Polis mathematics 10; we ask for at least five votes).
import type { GroupVoteCounts } from '../opinion-map.ts'

/** Most statements of the list. */
export const MOST_UNCERTAIN = 5
/** Fewest votes of a statement in the list. */
export const ENOUGH_VOTES = 5
/** A statement in the list was passed on by a greater share than this. */
export const HIGH_SHARE = 0.3

/** A statement that many people passed on. */
export interface UncertainStatement {
  readonly statement: number
  readonly passes: number
  /** People who voted on it at all, passes included. */
  readonly votes: number
}

/**
 * At most five statements that more than 30% passed on, by falling (passes / votes)² × passes; `totals` are the votes of
 * everyone, 1 × statements.
 */
export function uncertainStatements(totals: GroupVoteCounts, moderatedOut: Uint8Array): UncertainStatement[] {
  const found: UncertainStatement[] = []
  for (let statement = 0; statement < moderatedOut.length; statement++) {
    const votes = totals.votes[statement]!
    const passes = votes - totals.agrees[statement]! - totals.disagrees[statement]!
    if (moderatedOut[statement] || votes < ENOUGH_VOTES || !(passes / votes > HIGH_SHARE)) continue
    found.push({ statement, passes, votes })
  }
  const weight = ({ passes, votes }: UncertainStatement) => (passes / votes) * (passes / votes) * passes
  return found.sort((a, b) => weight(b) - weight(a) || a.statement - b.statement).slice(0, MOST_UNCERTAIN)
}
