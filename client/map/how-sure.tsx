// How sure the grouping is, in a sentence or two: what the check of the map found, or that there is nothing to be sure of.
import { certaintySentences } from '../../server/protocol/certainty.ts'
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { say, sayShare } from '../page/boot.ts'

export function HowSure({ snapshot }: { snapshot: Snapshot }) {
  const words = certaintySentences(snapshot).map(({ key, share }) => say(key, { share: sayShare(share) }))
  return <p>{words.join(' ')}</p>
}
