// From the presented map to the documents that go over the wire: dense indexes become ids, numbers are rounded, and
// nothing that describes fewer than five people leaves the house (I8).
import {
  buckets,
  type Confidence,
  convexHull,
  orientPoints,
  type PresentedGroup,
  type PresentedMap,
} from '../../analysis/index.ts'
import type {
  Bucket,
  Components,
  ConsensusStatement,
  GroupVotes,
  MapConfidence,
  OpinionGroup,
  Point,
  RepresentativeStatement,
  Snapshot,
} from '../protocol/snapshot.ts'
import { type ShownVotes, shownVotes } from '../protocol/shown-votes.ts'

/** Fewest people that any published number may describe. */
export const FEWEST_PEOPLE = 5

export interface SnapshotFacts {
  readonly version: number
  readonly publishedAtMs: number
  readonly opensAt: number
  /** People that a group must have to be shown, never fewer than five. */
  readonly smallestGroup?: number
  /** Ids of the statements by dense index. */
  readonly statementIds: Uint32Array
  /** How far the groups can be trusted; null while that is not known. */
  readonly confidence?: MapConfidence | null
}

/** The published map. Below `opensAt` participants it says nothing but the counts. */
export function wireSnapshot(shown: PresentedMap, facts: SnapshotFacts): Snapshot {
  const { version, publishedAtMs, opensAt, statementIds, confidence = null } = facts
  const { sequence, participants, votes, grouped } = shown.map
  const common = {
    type: 'snapshot',
    version,
    sequence,
    publishedAt: publishedAtMs,
    counts: { participants, votes, statements: statementIds.length },
    opensAt,
  } as const
  if (participants < opensAt || shown.grouping === undefined) {
    const explainedVariance: Point = [0, 0]
    return {
      ...common,
      grouped,
      state: 'waiting',
      explainedVariance,
      buckets: [],
      groups: [],
      consensus: [],
      confidence: null,
    }
  }

  const visible = shown.groups.filter(isVisible(facts.smallestGroup))
  const told = toldVotes(shown, facts.smallestGroup)
  const cells = shownBuckets(shown, visible)
  return {
    ...common,
    grouped,
    state: 'groups',
    explainedVariance: [rounded(shown.explainedVariance[0]), rounded(shown.explainedVariance[1])],
    buckets: cells,
    groups: visible.map((group, place) => opinionGroup(group, place, cells, statementIds, told)),
    consensus: shown.statistics.consensus.flatMap(
      ({ statement, direction, consensus }): ConsensusStatement[] => {
        const { all, groups } = told(statement)
        // It is a mean over the groups: one that is hidden could be worked out from it.
        if (all === null || groups.includes(null)) return []
        const inFavour = direction === 'agree' ? all.agrees : all.disagrees
        return [
          {
            statement: statementIds[statement]!,
            direction,
            consensus: rounded(consensus),
            inFavour,
            votes: all.votes,
          },
        ]
      },
    ),
    confidence,
  }
}

/** A check of the shown grouping, in letters; nothing of groups that are not shown. */
export function wireConfidence(
  checked: Confidence,
  shown: PresentedMap,
  smallestGroup = FEWEST_PEOPLE,
): MapConfidence {
  const { sequence, distinct, choices, groups } = checked
  return {
    sequence,
    distinct,
    sameNumber: share(choices.find(({ k }) => k === checked.k)?.share ?? 0),
    groups: shown.groups.filter(isVisible(smallestGroup)).map(({ letter, canonical }) => ({
      letter,
      together: share(groups[canonical]?.together ?? 0),
    })),
  }
}

/** What browsers need to place their own participant; empty while the map is not open. */
export function wireComponents(shown: PresentedMap, facts: SnapshotFacts): Components {
  const { map, components } = shown
  const isOpen = map.participants >= facts.opensAt
  const { votes } = map.totals
  const seen = Array.from({ length: isOpen ? map.statements : 0 }, (_, index) => index).filter(
    (index) => votes[index]! > 0,
  )
  const listed = seen.filter((index) => map.moderatedOut[index] === 0)
  const told = listed.map(toldVotes(shown, facts.smallestGroup))
  return {
    version: facts.version,
    sequence: map.sequence,
    statements: listed.map((index) => facts.statementIds[index]!),
    moderatedOut: seen.length - listed.length,
    means: told.map(({ all }) => (all === null ? 0 : (all.agrees - all.disagrees) / all.votes)),
    components: [listed.map((index) => components[0][index]!), listed.map((index) => components[1][index]!)],
    groups: isOpen ? groupVotes(shown, told, facts.smallestGroup) : [],
  }
}

/**
 * What may be told of the votes on a statement, by dense index: what is told of too few people in reports and exports, or could
 * be worked out from them, is not told of the map either.
 */
function toldVotes(
  { map, grouping, groups: all }: PresentedMap,
  smallestGroup = FEWEST_PEOPLE,
): (statement: number) => ShownVotes {
  const smallest = Math.max(smallestGroup, FEWEST_PEOPLE)
  const groups = grouping === undefined ? [] : all.filter(isVisible(smallestGroup))
  const at = ({ agrees, disagrees, votes }: typeof map.totals, cell: number) => ({
    agrees: agrees[cell]!,
    disagrees: disagrees[cell]!,
    votes: votes[cell]!,
  })
  return (statement) => {
    const ofGroups = groups.map(({ canonical }) =>
      at(grouping!.counts, canonical * map.statements + statement),
    )
    return shownVotes(at(map.totals, statement), ofGroups, smallest)
  }
}

/** How the groups voted on the listed statements; zeros stand for what is not told. */
function groupVotes(
  { grouping, groups: all }: PresentedMap,
  told: readonly ShownVotes[],
  smallestGroup = FEWEST_PEOPLE,
): GroupVotes[] {
  if (grouping === undefined) return []
  return all.filter(isVisible(smallestGroup)).map(({ letter }, place) => ({
    letter,
    agrees: told.map(({ groups }) => groups[place]?.agrees ?? 0),
    disagrees: told.map(({ groups }) => groups[place]?.disagrees ?? 0),
    votes: told.map(({ groups }) => groups[place]?.votes ?? 0),
  }))
}

function isVisible(smallest = FEWEST_PEOPLE): (group: PresentedGroup) => boolean {
  return ({ people }) => people >= Math.max(smallest, FEWEST_PEOPLE)
}

/** The buckets of the visible groups, turned the way the map is shown. */
function shownBuckets(
  { map, grouping, orientation }: PresentedMap,
  visible: readonly PresentedGroup[],
): Bucket[] {
  if (grouping === undefined) return []
  const placeOf = new Map(visible.map(({ canonical }, place) => [canonical, place]))
  return buckets(map, grouping).flatMap(({ x, y, people, group }): Bucket[] => {
    const place = placeOf.get(group)
    if (place === undefined || people < FEWEST_PEOPLE) return []
    const [shownX, shownY] = orientPoints(Float64Array.of(x, y), orientation)
    return [{ x: rounded(shownX!), y: rounded(shownY!), people, group: place }]
  })
}

function opinionGroup(
  { letter, people, centre, representative }: PresentedGroup,
  place: number,
  cells: readonly Bucket[],
  statementIds: Uint32Array,
  told: (statement: number) => ShownVotes,
): OpinionGroup {
  const own = cells.filter((bucket) => bucket.group === place)
  return {
    letter,
    people,
    centre: [rounded(centre[0]), rounded(centre[1])],
    hull: convexHull(own).map(({ x, y }): Point => [x, y]),
    representative: representative.flatMap(
      ({ statement, direction, inFavour, votes }): RepresentativeStatement[] =>
        told(statement).groups[place] == null
          ? []
          : [{ statement: statementIds[statement]!, direction, inFavour, votes }],
    ),
  }
}

/** Two decimals: the check itself is no surer. */
function share(value: number): number {
  return Math.round(value * 100) / 100
}

/** Three decimals: enough for any screen. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
