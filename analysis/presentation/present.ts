// From the canonical map to the one that people see: how many groups are shown, their letters, and which way round the
// map lies, matched to what was shown last. It may look back; it never changes a number.
import type { Grouping, OpinionMap } from '../opinion-map.ts'
import { type MapStatistics, mapStatistics } from '../statistics/map-statistics.ts'
import type { RepresentativeStatement } from '../statistics/representative-statements.ts'
import { assignLetters, countOverlaps } from './assign-letters.ts'
import { chooseK } from './choose-k.ts'
import { chooseOrientation, type Orientation, orientComponents, orientPoints } from './orientation.ts'
import type { PresentationState } from './presentation-state.ts'

/** An opinion group as it is shown. */
export interface PresentedGroup {
  /** A, B, C … */
  readonly letter: string
  /** Its number in the canonical grouping. */
  readonly canonical: number
  readonly people: number
  /** Where it stands on the shown map, [across, upwards]. */
  readonly centre: readonly [number, number]
  readonly representative: readonly RepresentativeStatement[]
}

/** A map with everything that depends on what was shown before. Immutable. */
export interface PresentedMap {
  /** The canonical map, untouched. */
  readonly map: OpinionMap
  /** The grouping that is shown, numbered canonically; `undefined` where there is none. */
  readonly grouping: Grouping | undefined
  /** By letter; empty where there is no grouping. */
  readonly groups: readonly PresentedGroup[]
  /** Index into `groups` of each participant; −1 for participants who are not grouped. */
  readonly labels: Int8Array
  readonly orientation: Orientation
  readonly components: readonly [Float64Array, Float64Array]
  /** Share of the variance that each shown axis explains. */
  readonly explainedVariance: readonly [number, number]
  /** Shown positions of the participants, participants × 2. */
  readonly positions: Float64Array
  /** Shown positions of the statements, statements × 2. */
  readonly statementPositions: Float64Array
  /** The statistics of the grouping; `representative` is in canonical order, as in `grouping`. */
  readonly statistics: MapStatistics
  /** To be handed to the next call. */
  readonly state: PresentationState
}

/** What a facilitator decided about the presentation. */
export interface PresentationOptions {
  /** Number of groups that the facilitator insists on. */
  readonly pinnedK?: number
  /** 1 for meta statements, whose routing weight is fixed. */
  readonly isMeta?: ArrayLike<number>
}

/** Presents a map after what was shown before; `undefined` for the first one of a conversation. */
export function present(
  map: OpinionMap,
  previous: PresentationState | undefined,
  { pinnedK, isMeta }: PresentationOptions = {},
): PresentedMap {
  const chosen = chooseK(map, previous, pinnedK)
  const grouping = map.groupings.find(({ k }) => k === chosen.k)
  const orientation = chooseOrientation(map.components, previous?.components)
  const components = orientComponents(map.components, orientation)
  const statistics = mapStatistics(map, grouping, isMeta ? { isMeta } : {})
  const letterOf = grouping ? lettersOf(grouping, previous) : []
  const groups = grouping ? presentGroups(grouping, letterOf, orientation, statistics) : []

  const labels = new Int8Array(map.participants).fill(-1)
  const letters = new Int8Array(map.participants).fill(-1)
  if (grouping) {
    const indexOf = letterOf.map((_, canonical) => groups.findIndex((group) => group.canonical === canonical))
    for (let participant = 0; participant < map.participants; participant++) {
      const group = grouping.labels[participant]!
      if (group < 0) continue
      labels[participant] = indexOf[group]!
      letters[participant] = letterOf[group]!
    }
  }
  const [across, upwards] = orientation.isSwapped ? [1, 0] : [0, 1]
  return {
    map,
    grouping,
    groups,
    labels,
    orientation,
    components,
    explainedVariance: [map.explainedVariance[across] ?? 0, map.explainedVariance[upwards] ?? 0],
    positions: orientPoints(map.positions, orientation),
    statementPositions: orientPoints(map.statementPositions, orientation),
    statistics,
    state: { format: 1, sequence: map.sequence, ...chosen, letters, components },
  }
}

function lettersOf(grouping: Grouping, previous: PresentationState | undefined): number[] {
  const before = previous?.letters ?? new Int8Array(0)
  return assignLetters(countOverlaps(grouping.labels, grouping.k, before), grouping.k)
}

function presentGroups(
  grouping: Grouping,
  letterOf: readonly number[],
  orientation: Orientation,
  statistics: MapStatistics,
): PresentedGroup[] {
  const centres = orientPoints(grouping.centres, orientation)
  return letterOf
    .map((letter, canonical) => ({
      letter: String.fromCharCode(65 + letter),
      canonical,
      people: grouping.sizes[canonical]!,
      centre: [centres[2 * canonical]!, centres[2 * canonical + 1]!] as const,
      representative: statistics.representative[canonical] ?? [],
    }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1))
}
