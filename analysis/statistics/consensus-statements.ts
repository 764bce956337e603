// What people agree (or disagree) on whatever their group: statements with more than half in every single group and
// clearly more than half of all, by falling group-informed consensus. Polis computes the measure but has no such list.
import type { GroupVoteCounts } from '../opinion-map.ts'
import { groupInformedConsensus } from './group-informed-consensus.ts'
import { sumOverGroups } from './group-totals.ts'
import { CONFIDENT, shareTest } from './vote-tests.ts'

/** Most statements of the list in each direction. */
export const MOST_AGREED = 5

/** A statement with a majority in every group. */
export interface ConsensusStatement {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  /** Group-informed consensus in its normalised form, 0 to 1. */
  readonly consensus: number
  /** Grouped people who voted in this direction. */
  readonly inFavour: number
  /** Grouped people who voted on it at all. */
  readonly votes: number
}

/**
 * At most five statements agreed on and five disagreed on, mixed and sorted by falling consensus; `counts` are
 * groups × statements. Empty without groups.
 */
export function consensusStatements(counts: GroupVoteCounts, moderatedOut: Uint8Array): ConsensusStatement[] {
  const statements = moderatedOut.length
  if (counts.votes.length === 0) return []
  const totals = sumOverGroups(counts, statements)
  const consensus = groupInformedConsensus(counts, statements)
  const list = (direction: 'agree' | 'disagree', inFavourOf: Uint32Array, values: Float64Array) => {
    const cells = direction === 'agree' ? counts.agrees : counts.disagrees
    const found: ConsensusStatement[] = []
    for (let statement = 0; statement < statements; statement++) {
      const inFavour = inFavourOf[statement]!
      const votes = totals.votes[statement]!
      if (moderatedOut[statement] || !(shareTest(inFavour, votes) > CONFIDENT)) continue
      if (!hasEveryGroup(cells, counts.votes, statement, statements)) continue
      found.push({ statement, direction, consensus: values[statement]!, inFavour, votes })
    }
    return found.sort(byFallingConsensus).slice(0, MOST_AGREED)
  }
  return [
    ...list('agree', totals.agrees, consensus.agreeNormalised),
    ...list('disagree', totals.disagrees, consensus.disagreeNormalised),
  ].sort(byFallingConsensus)
}

function byFallingConsensus(a: ConsensusStatement, b: ConsensusStatement): number {
  return b.consensus - a.consensus || a.statement - b.statement
}

/** More than half of each group's votes; a group without votes on the statement has no majority. */
function hasEveryGroup(
  inFavour: Uint32Array,
  votes: Uint32Array,
  statement: number,
  statements: number,
): boolean {
  for (let cell = statement; cell < votes.length; cell += statements) {
    if (!(2 * inFavour[cell]! > votes[cell]!)) return false
  }
  return true
}
