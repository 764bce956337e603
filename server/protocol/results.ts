// When the results of a conversation (maps, groups, whatever follows from them) may be seen: one rule for the server, which enforces
// it, and for the pages, which say why there is nothing yet. Counts of people, votes and statements are no results.
import * as v from 'valibot'

export const resultsVisible = v.picklist(['always', 'after-voting', 'when-revealed', 'when-closed'])

/** What a conversation says of its results. */
export const resultsRule = v.strictObject({
  visible: resultsVisible,
  /** Current votes that a reader needs, where they come after voting. */
  afterVotes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Whether the host has revealed them. */
  areRevealed: v.boolean(),
})
export type ResultsRule = v.InferOutput<typeof resultsRule>

/** Codes of `errors.ts`. */
export type ResultsRefusal = 'results-after-voting' | 'results-not-revealed' | 'results-when-closed'

/** Why the results are hidden from a reader with so many current votes; null where they may be seen. */
export function whyHidden(
  { visible, afterVotes, areRevealed }: ResultsRule,
  isClosed: boolean,
  votes: number,
): ResultsRefusal | null {
  switch (visible) {
    case 'always':
      return null
    case 'after-voting':
      // Whoever cannot vote any more is not kept waiting for it.
      return isClosed || votes >= afterVotes ? null : 'results-after-voting'
    case 'when-revealed':
      return areRevealed ? null : 'results-not-revealed'
    case 'when-closed':
      return isClosed ? null : 'results-when-closed'
  }
}
