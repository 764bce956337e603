// When the results of a conversation (maps, groups, components, whatever follows from them) may be seen, and by whom. This is the
// one place that decides it; pages, API, sockets and reports ask here. Counts of people, votes and statements are no results.
import * as v from 'valibot'
import type { LiveConversation } from './live-conversation.ts'

const number = (least: number, most: number, usual: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), usual)

export const resultsRows = {
  resultsVisible: v.optional(
    v.picklist(['always', 'after-voting', 'when-revealed', 'when-closed']),
    'always',
  ),
  resultsAfterVotes: number(1, 100, 5),
  resultsRevealed: v.optional(v.boolean(), false),
}

/** Who looks: staff, or a reader with so many current votes; null for one who is no participant, such as a screen in a hall. */
export type Viewer = 'staff' | { readonly votes: number } | null

/** Codes of `server/protocol/errors.ts`. */
export type ResultsRefusal = 'results-after-voting' | 'results-not-revealed' | 'results-when-closed'

/** Why this viewer may not see the results now; null where they may. */
export function whyResultsHidden(
  { settings, stored }: Pick<LiveConversation, 'settings' | 'stored'>,
  viewer: Viewer,
): ResultsRefusal | null {
  if (viewer === 'staff') return null
  const isClosed = !stored.isOpen && stored.closedAs === null
  switch (settings.resultsVisible) {
    case 'always':
      return null
    case 'after-voting':
      // Whoever could not vote any more is not kept waiting for it.
      return isClosed || (viewer?.votes ?? 0) >= settings.resultsAfterVotes ? null : 'results-after-voting'
    case 'when-revealed':
      return settings.resultsRevealed ? null : 'results-not-revealed'
    case 'when-closed':
      return isClosed ? null : 'results-when-closed'
  }
}
