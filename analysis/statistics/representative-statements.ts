// What each group stands for: at most five statements on which its members are clearly of one mind and clearly more so
// than the other groups, the best agreed one first (Polis mathematics 7.5 and 7.6).
import type { GroupVoteCounts } from '../opinion-map.ts'
import { sumOverGroups } from './group-totals.ts'
import {
  type DirectionStatistics,
  type Representativeness,
  representativeness,
} from './representativeness.ts'
import { CONFIDENT } from './vote-tests.ts'

/** Most statements that a group stands for. */
export const MOST_REPRESENTATIVE = 5

/** A statement that a group stands for, with the numbers of the direction in which it does. */
export interface RepresentativeStatement extends DirectionStatistics {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  /** Members who voted on the statement at all. */
  readonly votes: number
  /** True for the statement that heads the list because the group agrees on it most. */
  readonly isBestAgree: boolean
}

/** How to select. */
export interface SelectionOptions {
  /**
   * Follow Polis to the letter: a statement that nobody in the group has seen may win, and the best agreed statement
   * is shown as a disagree where that test is the larger. Only for comparison with Polis; default false.
   */
  readonly asPolis?: boolean
}

/** The representative statements of each group, group by group; `counts` are groups × statements. */
export function representativeStatements(
  counts: GroupVoteCounts,
  moderatedOut: Uint8Array,
  { asPolis = false }: SelectionOptions = {},
): RepresentativeStatement[][] {
  const statements = moderatedOut.length
  const groups = statements > 0 ? counts.votes.length / statements : 0
  const totals = sumOverGroups(counts, statements)
  return Array.from({ length: groups }, (_, group) => {
    const selection = new Selection(asPolis)
    for (let statement = 0; statement < statements; statement++) {
      const cell = group * statements + statement
      const own = {
        agrees: counts.agrees[cell]!,
        disagrees: counts.disagrees[cell]!,
        votes: counts.votes[cell]!,
      }
      if (moderatedOut[statement] || (own.votes === 0 && !asPolis)) continue
      const others = {
        agrees: totals.agrees[statement]! - own.agrees,
        disagrees: totals.disagrees[statement]! - own.disagrees,
        votes: totals.votes[statement]! - own.votes,
      }
      selection.consider(statement, representativeness(own, others))
    }
    return selection.result()
  })
}

/** The scan over the statements of one group; the order in which they are considered matters. */
class Selection {
  private readonly asPolis: boolean
  private readonly sufficient: RepresentativeStatement[] = []
  private best: RepresentativeStatement | undefined
  private bestAgree: { statement: number; statistics: Representativeness } | undefined

  constructor(asPolis: boolean) {
    this.asPolis = asPolis
  }

  consider(statement: number, statistics: Representativeness): void {
    const { agree, disagree } = statistics
    if (isClear(agree) || isClear(disagree)) this.sufficient.push(finalise(statement, statistics))
    const ratioTest = Math.max(agree.ratioTest, disagree.ratioTest)
    if (!this.best || ratioTest > this.best.ratioTest) this.best = finalise(statement, statistics)
    if (this.isBetterAgree(statistics)) this.bestAgree = { statement, statistics }
  }

  result(): RepresentativeStatement[] {
    const head = this.head()
    if (this.sufficient.length === 0) return head ? [head] : this.best ? [this.best] : []
    const rest = this.sufficient.filter(({ statement }) => statement !== head?.statement)
    rest.sort((a, b) => metric(b) - metric(a) || a.statement - b.statement)
    const chosen = (head ? [head, ...rest] : rest).slice(0, MOST_REPRESENTATIVE)
    return [
      ...chosen.filter(({ direction }) => direction === 'agree'),
      ...chosen.filter(({ direction }) => direction === 'disagree'),
    ]
  }

  private isBetterAgree({ agree, disagree }: Representativeness): boolean {
    if (agree.inFavour === 0 && disagree.inFavour === 0) return false
    const current = this.bestAgree?.statistics.agree
    if (!current) return agree.shareTest > CONFIDENT || (agree.ratio > 1 && agree.share > 0.5)
    if (current.ratio > 1) return metric(agree) > metric(current)
    return agree.share * agree.shareTest > current.share * current.shareTest
  }

  private head(): RepresentativeStatement | undefined {
    if (!this.bestAgree) return undefined
    const { statement, statistics } = this.bestAgree
    const { agree, votes } = statistics
    const entry = this.asPolis
      ? finalise(statement, statistics)
      : { statement, direction: 'agree' as const, votes, ...agree }
    return { ...entry, isBestAgree: true }
  }
}

function isClear({ shareTest, ratioTest }: DirectionStatistics): boolean {
  return ratioTest > CONFIDENT && shareTest > CONFIDENT
}

function metric({ ratio, ratioTest, share, shareTest }: DirectionStatistics): number {
  return ratio * ratioTest * share * shareTest
}

/** Settles on the direction in which the group differs more from the others. */
function finalise(
  statement: number,
  { votes, agree, disagree }: Representativeness,
): RepresentativeStatement {
  return agree.ratioTest > disagree.ratioTest
    ? { statement, direction: 'agree', votes, ...agree, isBestAgree: false }
    : { statement, direction: 'disagree', votes, ...disagree, isBestAgree: false }
}
