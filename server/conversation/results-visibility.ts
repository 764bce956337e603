// Who may see the results of a conversation now. Every way out of the service asks here: pages, API, sockets and reports.
import { type ResultsRefusal, whyHidden } from '../protocol/results.ts'
import type { LiveConversation } from './live-conversation.ts'
import { resultsRuleOf } from './results-settings.ts'
import type { Voter } from './voter.ts'

/** Who looks: staff who may see results before others, a voter, or null for a reader who is neither, such as a screen in a hall. */
export type Viewer = 'staff' | Voter | null

/** Why this viewer may not see the results now, a code of `errors.ts`; null where they may. */
export function whyResultsHidden(conversation: LiveConversation, viewer: Viewer): ResultsRefusal | null {
  if (viewer === 'staff') return null
  const { settings, stored } = conversation
  const rule = resultsRuleOf(settings)
  const isClosed = !stored.isOpen && stored.closedAs === null
  const isCounting = rule.visible === 'after-voting' && viewer !== null
  return whyHidden(rule, isClosed, isCounting ? conversation.votesOf(viewer).length : 0)
}
