// What is set about who sees the results and when.
import * as v from 'valibot'
import { type ResultsRule, resultsVisible } from '../protocol/results.ts'

export const resultsRows = {
  resultsVisible: v.optional(resultsVisible, 'always'),
  resultsAfterVotes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 5),
  resultsRevealed: v.optional(v.boolean(), false),
}

/** The rule that follows from the settings. */
export function resultsRuleOf(settings: {
  readonly resultsVisible: ResultsRule['visible']
  readonly resultsAfterVotes: number
  readonly resultsRevealed: boolean
}): ResultsRule {
  const { resultsVisible: visible, resultsAfterVotes: afterVotes, resultsRevealed: areRevealed } = settings
  return { visible, afterVotes, areRevealed }
}
