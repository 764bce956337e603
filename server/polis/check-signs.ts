// Is agree really +1 in this export? Exports of some years have it the other way round, in one file or in all, and
// nothing inside a file says so. Two checks: (a) the agrees that comments.csv counts against the +1 events of
// votes.csv; (b) people nearly always agree with what they wrote themselves. Where neither finds one sign, there are two.
// Polis mathematics 11.3.
import type { ExportedStatement } from './read-statements.ts'
import { RefusedExport } from './refused-export.ts'
import type { SayOfFiles } from './say.ts'

/** Vote events on a statement by their value, and the first vote of its author. */
export interface StatementEvents {
  agrees: number
  disagrees: number
  /** Agrees, disagrees and passes together. */
  votes: number
  authorsFirstVote: number | null
}

/** With fewer votes of authors on their own statements than this, check (b) says nothing. */
const FEWEST_AUTHORS_VOTES = 3
/**
 * In real conversations at least 94 % of the authors' votes that are no pass are agrees, so an inverted file has nearly
 * none of them. Votes made up for a test lie around one half and are let through.
 */
const INVERTED_SHARE = 0.75
/**
 * Two exports of different signs put together: the counts fit neither sign by more than this share of the votes, and so many
 * authors at least stand on either side. Counts alone do not tell, for those of some years are wrong; nor do authors alone.
 */
const MIXED_SHARE = 0.25
const FEWEST_TO_BE_MIXED = 10

/** Throws a RefusedExport when the votes look inverted; `events` is parallel to `statements`. */
export function checkSigns(
  statements: readonly ExportedStatement[],
  events: readonly StatementEvents[],
  file: string,
): void {
  let asWritten = 0
  let inverted = 0
  statements.forEach(({ agrees, disagrees }, index) => {
    const event = events[index]!
    asWritten += Math.abs(agrees - event.agrees) + Math.abs(disagrees - event.disagrees)
    inverted += Math.abs(agrees - event.disagrees) + Math.abs(disagrees - event.agrees)
  })
  const answer = { remedy: (say: SayOfFiles) => say('remedyInvert'), question: 'invert' } as const
  // Counts of some years are wrong throughout, so only a clearly better match the other way round counts.
  if (2 * inverted < asWritten) {
    throw new RefusedExport(file, null, (say) => say('invertedByCounts'), answer)
  }
  const total = events.reduce((sum, { agrees, disagrees }) => sum + agrees + disagrees, 0)
  const agreeing = events.filter((event) => event.authorsFirstVote === 1).length
  const disagreeing = events.filter((event) => event.authorsFirstVote === -1).length
  const authors = agreeing + disagreeing
  const counts = { disagreeing, agreeing }
  const fitsNeither = Math.min(asWritten, inverted) > MIXED_SHARE * total
  const isUndecided = Math.min(agreeing, disagreeing) >= MIXED_SHARE * authors
  if (authors >= FEWEST_TO_BE_MIXED && fitsNeither && isUndecided) {
    throw new RefusedExport(file, null, (say) => say('mixedSigns', counts), {
      remedy: (say) => say('remedyMixed'),
    })
  }
  if (authors >= FEWEST_AUTHORS_VOTES && disagreeing >= INVERTED_SHARE * authors) {
    throw new RefusedExport(file, null, (say) => say('invertedByAuthors', counts), answer)
  }
}
