// The canonical map as plain JSON, without anything that describes one person, so that whoever has the votes can compute it
// again and compare every bit: JSON writes each number so that it reads back the same.
import type { GroupVoteCounts, Grouping, OpinionMap } from '../opinion-map.ts'

interface CountsDocument {
  readonly agrees: readonly number[]
  readonly disagrees: readonly number[]
  readonly votes: readonly number[]
}

interface GroupingDocument {
  readonly k: number
  readonly eligible: boolean
  readonly sizes: readonly number[]
  readonly centres: readonly number[]
  readonly withinSumOfSquares: number
  readonly silhouette: number
  /** Row-major, groups × statements. */
  readonly counts: CountsDocument
}

/** The canonical map of a conversation; arrays with one entry for each statement are parallel to `statements`. */
export interface CanonicalDocument {
  readonly format: 1
  readonly participants: number
  readonly votes: number
  readonly grouped: number
  /** Ids of the statements. */
  readonly statements: readonly number[]
  readonly moderatedOut: readonly number[]
  readonly means: readonly number[]
  readonly components: readonly (readonly number[])[]
  readonly explainedVariance: readonly number[]
  readonly extremity: readonly number[]
  readonly totals: CountsDocument
  readonly groupings: readonly GroupingDocument[]
  readonly k: number
}

/** Writes a map down; `statementIds` are those of its statements, in their order. */
export function canonicalDocument(map: OpinionMap, statementIds: ArrayLike<number>): CanonicalDocument {
  const { participants, votes, grouped, k, means, components, explainedVariance, extremity } = map
  return {
    format: 1,
    participants,
    votes,
    grouped,
    statements: Array.from({ length: map.statements }, (_, index) => statementIds[index]!),
    moderatedOut: [...map.moderatedOut],
    means: [...means],
    components: components.map((component) => [...component]),
    explainedVariance: [...explainedVariance],
    extremity: [...extremity],
    totals: countsDocument(map.totals),
    groupings: map.groupings.map(groupingDocument),
    k,
  }
}

function groupingDocument(grouping: Grouping): GroupingDocument {
  const { k, eligible, sizes, centres, withinSumOfSquares, silhouette, counts } = grouping
  return {
    k,
    eligible,
    sizes: [...sizes],
    centres: [...centres],
    withinSumOfSquares,
    silhouette,
    counts: countsDocument(counts),
  }
}

function countsDocument({ agrees, disagrees, votes }: GroupVoteCounts): CountsDocument {
  return { agrees: [...agrees], disagrees: [...disagrees], votes: [...votes] }
}
