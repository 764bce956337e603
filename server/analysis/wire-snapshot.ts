// From the presented map to the documents that go over the wire: dense indexes become ids, numbers are rounded, and
// nothing that describes fewer than five people leaves the house (I8).
import { polygonHull } from 'd3-polygon'
import type { PresentedGroup, PresentedMap } from '../../analysis/index.ts'
import type {
  Bucket,
  Components,
  ConsensusStatement,
  OpinionGroup,
  Point,
  RepresentativeStatement,
  Snapshot,
} from '../protocol/snapshot.ts'

/** Fewest people that any published number may describe. */
export const FEWEST_PEOPLE = 5

/** A small cell of people on the map, as the analysis finds it. */
export interface Cell {
  readonly x: number
  readonly y: number
  readonly people: number
  /** Index into the groups of the presented map. */
  readonly group: number
}

export interface SnapshotFacts {
  readonly version: number
  readonly publishedAtMs: number
  readonly opensAt: number
  /** Ids of the statements by dense index. */
  readonly statementIds: Uint32Array
}

/** The published map. Below `opensAt` participants it says nothing but the counts. */
export function wireSnapshot(shown: PresentedMap, cells: readonly Cell[], facts: SnapshotFacts): Snapshot {
  const { version, publishedAtMs, opensAt, statementIds } = facts
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
    return { ...common, grouped, state: 'waiting', explainedVariance, buckets: [], groups: [], consensus: [] }
  }

  const visible = shown.groups.filter(({ people }) => people >= FEWEST_PEOPLE)
  const placeOf = new Map(visible.map((group, place) => [shown.groups.indexOf(group), place]))
  const buckets = cells.flatMap(({ x, y, people, group }): Bucket[] => {
    const place = placeOf.get(group)
    if (place === undefined || people < FEWEST_PEOPLE) return []
    return [{ x: rounded(x), y: rounded(y), people, group: place }]
  })
  return {
    ...common,
    grouped,
    state: 'groups',
    explainedVariance: [rounded(shown.explainedVariance[0]), rounded(shown.explainedVariance[1])],
    buckets,
    groups: visible.map((group, place) => opinionGroup(group, place, buckets, statementIds)),
    consensus: shown.statistics.consensus.flatMap(
      ({ statement, direction, consensus, inFavour, votes }): ConsensusStatement[] =>
        votes < FEWEST_PEOPLE
          ? []
          : [
              {
                statement: statementIds[statement]!,
                direction,
                consensus: rounded(consensus),
                inFavour,
                votes,
              },
            ],
    ),
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
  return {
    version: facts.version,
    sequence: map.sequence,
    statements: listed.map((index) => facts.statementIds[index]!),
    moderatedOut: seen.length - listed.length,
    means: listed.map((index) => map.means[index]!),
    components: [listed.map((index) => components[0][index]!), listed.map((index) => components[1][index]!)],
  }
}

function opinionGroup(
  { letter, people, centre, representative }: PresentedGroup,
  place: number,
  buckets: readonly Bucket[],
  statementIds: Uint32Array,
): OpinionGroup {
  const points = buckets.filter((bucket) => bucket.group === place).map(({ x, y }): Point => [x, y])
  return {
    letter,
    people,
    centre: [rounded(centre[0]), rounded(centre[1])],
    hull: hullOf(points),
    representative: representative.flatMap(
      ({ statement, direction, inFavour, votes }): RepresentativeStatement[] =>
        votes < FEWEST_PEOPLE
          ? []
          : [{ statement: statementIds[statement]!, direction, inFavour: inFavour, votes }],
    ),
  }
}

/** Counter-clockwise as the y axis points upwards; the points themselves where they are fewer than three. */
function hullOf(points: Point[]): Point[] {
  const hull = polygonHull(points)
  if (hull === null) return points
  const area = hull.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = hull[(i + 1) % hull.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return area < 0 ? hull.reverse() : hull
}

/** Three decimals: enough for any screen. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
