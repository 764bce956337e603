// The JSON of `folkmoot analyse --json`. Indexes become the ids of the source; maps are written as objects.
import type { Grouping, MapStatistics, OpinionMap } from '../../analysis/index.ts'
import type { AnalysisInput } from './analysis-input.ts'

/** An opinion map with everything that was computed on the way to it. */
export interface Analysis {
  readonly input: AnalysisInput
  readonly map: OpinionMap
  /** The grouping that the map selects; undefined while there is none. */
  readonly grouping: Grouping | undefined
  readonly statistics: MapStatistics
  readonly timing: { readonly loadMs: number; readonly ingestMs: number; readonly refreshMs: number }
}

/** Letter of a group: A for 0. */
export function groupLetter(group: number): string {
  return String.fromCharCode(65 + group)
}

/** The object to print; fields that were not computed are absent. */
export function analysisDocument({
  input,
  map,
  grouping,
  statistics,
  timing,
}: Analysis): Record<string, unknown> {
  const { participantIds, statementIds } = input
  const withId = <Entry extends { readonly statement: number }>(entry: Entry) => ({
    ...entry,
    statement: statementIds[entry.statement],
  })
  const byStatement = (values: ArrayLike<number>) =>
    new Map(Array.from(values, (value, j) => [statementIds[j], value]))
  const labels = grouping?.labels ?? new Int8Array(0)
  const assignments = new Map<number, number>()
  labels.forEach((group, participant) => {
    if (group >= 0) assignments.set(participantIds[participant]!, group)
  })
  const agreement = statistics.groupInformedConsensus
  return {
    participants: map.participants,
    statements: map.statements,
    votes: map.votes,
    voteEvents: map.sequence,
    grouped: map.grouped,
    statementIds: [...statementIds],
    means: [...map.means],
    components: map.components.map((component) => [...component]),
    explainedVariance: [...map.explainedVariance],
    positions: new Map(
      Array.from(participantIds, (id, i) => [id, [map.positions[2 * i], map.positions[2 * i + 1]]]),
    ),
    groups: Array.from(grouping?.sizes ?? [], (size, id) => ({ id, letter: groupLetter(id), size })),
    assignments,
    silhouettes: new Map(map.groupings.map(({ k, silhouette }) => [k, silhouette])),
    representative: new Map(statistics.representative.map((list, group) => [group, list.map(withId)])),
    consensus: {
      agree: statistics.majority.agree.map(withId),
      disagree: statistics.majority.disagree.map(withId),
    },
    consensusAcrossGroups: statistics.consensus.map(withId),
    groupInformedConsensus: byStatement(agreement.agree),
    groupInformedConsensusNormalised: byStatement(agreement.agreeNormalised),
    groupInformedDisagreement: byStatement(agreement.disagree),
    groupInformedDisagreementNormalised: byStatement(agreement.disagreeNormalised),
    uncertain: statistics.uncertain.map(withId),
    divisive: statistics.divisive.map((statement) => statementIds[statement]),
    priorities: byStatement(statistics.priorities),
    timing,
  }
}
