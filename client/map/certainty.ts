// How sure the grouping is, from the check that comes with the map.
import type { Snapshot } from '../../server/protocol/snapshot.ts'

/** From this share on, people of one group are together again often enough for the groups to count as clear. */
const CLEAR = 0.9
const FAIRLY_CLEAR = 0.75

/** `none`: no distinct groups; `unknown`: not checked yet. */
export type Certainty = 'none' | 'unknown' | 'clear' | 'fairly-clear' | 'unsettled'

/** What can be said of the groups of a map as a whole; the least sure group decides. */
export function certaintyOf({ groups, confidence }: Pick<Snapshot, 'groups' | 'confidence'>): Certainty {
  if (groups.length < 2 || confidence?.distinct === false) return 'none'
  if (!confidence) return 'unknown'
  const least = leastTogether(confidence)
  return least >= CLEAR ? 'clear' : least >= FAIRLY_CLEAR ? 'fairly-clear' : 'unsettled'
}

/** How often two people of one group were together again, in the group where that was rarest. */
export function leastTogether({ groups }: NonNullable<Snapshot['confidence']>): number {
  return groups.reduce((least, { together }) => Math.min(least, together), 1)
}
