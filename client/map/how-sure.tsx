// How sure the grouping is, in a sentence or two: what the check of the map found, or that there is nothing to be sure of.
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { say, sayShare } from '../page/boot.ts'
import { certaintyOf, leastTogether } from './certainty.ts'

/** Below this share the number of groups is worth a word of caution. */
const SAME_NUMBER = 0.7

export function HowSure({ snapshot }: { snapshot: Snapshot }) {
  const { confidence } = snapshot
  const certainty = certaintyOf(snapshot)
  if (certainty === 'none') return <p>{say('mapNoGroups')}</p>
  if (!confidence) return <p>{say('certaintyUnknown')}</p>
  const share = sayShare(leastTogether(confidence))
  const { sameNumber } = confidence
  return (
    <p>
      {certainty === 'clear' && say('certaintyClear', { share })}
      {certainty === 'fairly-clear' && say('certaintyFairlyClear', { share })}
      {certainty === 'unsettled' && say('certaintyUnsettled', { share })}
      {sameNumber < SAME_NUMBER && ` ${say('certaintyNumber', { share: sayShare(sameNumber) })}`}
    </p>
  )
}
