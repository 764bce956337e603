// How sure the grouping is, from the check that comes with the map.
import type { Snapshot } from './snapshot.ts'

/** From this share on, people of one group are together again often enough for the groups to count as clear. */
const CLEAR = 0.9
const FAIRLY_CLEAR = 0.75
/** Below this share the number of groups is worth a word of caution. */
const SAME_NUMBER = 0.7

/** `none`: no distinct groups; `unknown`: not checked yet. */
export type Certainty = 'none' | 'unknown' | 'clear' | 'fairly-clear' | 'unsettled'

/** What can be said of the groups of a map as a whole; the least sure group decides. */
export function certaintyOf({ groups, confidence }: Pick<Snapshot, 'groups' | 'confidence'>): Certainty {
  if (groups.length < 2 || confidence?.distinct === false) return 'none'
  if (!confidence) return 'unknown'
  const least = leastTogether(confidence)
  return least >= CLEAR ? 'clear' : least >= FAIRLY_CLEAR ? 'fairly-clear' : 'unsettled'
}

const sentences = {
  none: 'mapNoGroups',
  unknown: 'certaintyUnknown',
  clear: 'certaintyClear',
  'fairly-clear': 'certaintyFairlyClear',
  unsettled: 'certaintyUnsettled',
} as const satisfies Record<Certainty, string>

/** One of the sentences about certainty, with the share that it names. */
export interface CertaintySentence {
  readonly key: (typeof sentences)[Certainty] | 'certaintyNumber'
  /** 0 to 1. */
  readonly share: number
}

/** What is to be said of how sure the groups of a map are: keys of the words of taking part. */
export function certaintySentences(
  map: Pick<Snapshot, 'groups' | 'confidence'>,
): readonly CertaintySentence[] {
  const certainty = certaintyOf(map)
  const { confidence } = map
  const first = { key: sentences[certainty], share: confidence ? leastTogether(confidence) : 0 }
  const isSettled = certainty === 'none' || !confidence || confidence.sameNumber >= SAME_NUMBER
  return isSettled ? [first] : [first, { key: 'certaintyNumber', share: confidence.sameNumber }]
}

/** How often two people of one group were together again, in the group where that was rarest. */
export function leastTogether({ groups }: NonNullable<Snapshot['confidence']>): number {
  return groups.reduce((least, { together }) => Math.min(least, together), 1)
}
