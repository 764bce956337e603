// What most people say, grouped or not: statements that clearly more than half of those who voted on them agree (or
// disagree) with (Polis mathematics 7.7; Polis calls them consensus).
import type { GroupVoteCounts } from '../opinion-map.ts'
import { CONFIDENT, shareTest } from './vote-tests.ts'

const MOST = 5

/** A statement that clearly more than half say the same of. */
export interface MajorityStatement {
  readonly statement: number
  /** People who voted in the direction of the list. */
  readonly inFavour: number
  /** People who voted on it at all. */
  readonly votes: number
  /** Smoothed share, (inFavour + 1) / (votes + 2). */
  readonly share: number
  /** Test that the share is above one half. */
  readonly shareTest: number
}

/** Statements agreed on and statements disagreed on, clearest first. */
export interface MajorityStatements {
  readonly agree: readonly MajorityStatement[]
  readonly disagree: readonly MajorityStatement[]
}

/** At most five statements each way, clearest first; `totals` are the votes of everyone, 1 × statements. */
export function majorityStatements(totals: GroupVoteCounts, moderatedOut: Uint8Array): MajorityStatements {
  return {
    agree: clearest(totals.agrees, totals.votes, moderatedOut),
    disagree: clearest(totals.disagrees, totals.votes, moderatedOut),
  }
}

function clearest(
  inFavourOf: Uint32Array,
  votesOn: Uint32Array,
  moderatedOut: Uint8Array,
): MajorityStatement[] {
  const found: MajorityStatement[] = []
  for (let statement = 0; statement < moderatedOut.length; statement++) {
    if (moderatedOut[statement]) continue
    const inFavour = inFavourOf[statement]!
    const votes = votesOn[statement]!
    const share = (inFavour + 1) / (votes + 2)
    const test = shareTest(inFavour, votes)
    if (share > 0.5 && test > CONFIDENT) found.push({ statement, inFavour, votes, share, shareTest: test })
  }
  found.sort((a, b) => b.share * b.shareTest - a.share * a.shareTest || a.statement - b.statement)
  return found.slice(0, MOST)
}
