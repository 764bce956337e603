// All statistics of one grouping of a map in one call, for the service, the command line and reports.
import type { GroupVoteCounts, Grouping, OpinionMap } from '../opinion-map.ts'
import { type ConsensusStatement, consensusStatements } from './consensus-statements.ts'
import { divisiveStatements } from './divisive-statements.ts'
import { type GroupInformedConsensus, groupInformedConsensus } from './group-informed-consensus.ts'
import { sumOverGroups } from './group-totals.ts'
import { type MajorityStatements, majorityStatements } from './majority-statements.ts'
import { priorities } from './priorities.ts'
import { type RepresentativeStatement, representativeStatements } from './representative-statements.ts'
import { type UncertainStatement, uncertainStatements } from './uncertain-statements.ts'

/** What a map says in words and numbers rather than in positions. Statements are dense indexes. */
export interface MapStatistics {
  /** For each group of the grouping, what it stands for. */
  readonly representative: readonly (readonly RepresentativeStatement[])[]
  /** What people say whatever their group. */
  readonly consensus: readonly ConsensusStatement[]
  /** For every statement; empty arrays where there is no grouping. */
  readonly groupInformedConsensus: GroupInformedConsensus
  /** What most people say, grouped or not. */
  readonly majority: MajorityStatements
  readonly uncertain: readonly UncertainStatement[]
  /** The most divisive statements first. */
  readonly divisive: readonly number[]
  /** Routing weight of every statement. */
  readonly priorities: Float64Array
}

const NO_COUNTS: GroupVoteCounts = {
  agrees: new Uint32Array(0),
  disagrees: new Uint32Array(0),
  votes: new Uint32Array(0),
}

/**
 * Computes the statistics of one of the map's groupings, or, with `undefined`, of a map without groups, whose
 * priorities then rest on everyone's votes. `isMeta` marks meta statements with 1.
 */
export function mapStatistics(
  map: OpinionMap,
  grouping: Grouping | undefined,
  { isMeta }: { isMeta?: ArrayLike<number> } = {},
): MapStatistics {
  const { statements, moderatedOut, totals, extremity } = map
  const counts = grouping?.counts ?? NO_COUNTS
  return {
    representative: representativeStatements(counts, moderatedOut),
    consensus: consensusStatements(counts, moderatedOut),
    groupInformedConsensus: groupInformedConsensus(counts, grouping ? statements : 0),
    majority: majorityStatements(totals, moderatedOut),
    uncertain: uncertainStatements(totals, moderatedOut),
    divisive: divisiveStatements(extremity, moderatedOut),
    priorities: priorities(grouping ? sumOverGroups(counts, statements) : totals, extremity, isMeta),
  }
}
