// How much more a group agrees (or disagrees) with a statement than the other groups do (Polis mathematics 7.4). People
// who are not grouped count on neither side.
import { differenceTest, shareTest } from './vote-tests.ts'

/** Votes of some people on one statement. */
export interface StatementVotes {
  readonly agrees: number
  readonly disagrees: number
  /** Agrees, disagrees and passes together. */
  readonly votes: number
}

/** One direction, agree or disagree, of what a group says of a statement. */
export interface DirectionStatistics {
  /** Members who voted in this direction. */
  readonly inFavour: number
  /** Smoothed share of the members' votes, (inFavour + 1) / (votes + 2); Polis: p-success. */
  readonly share: number
  /** Test that the share is above one half; Polis: p-test. */
  readonly shareTest: number
  /** Share divided by the share among the other groups; Polis: repness. */
  readonly ratio: number
  /** Test that the share is above that of the other groups; Polis: repness-test. */
  readonly ratioTest: number
}

/** Both directions of what a group says of a statement. */
export interface Representativeness {
  readonly votes: number
  readonly agree: DirectionStatistics
  readonly disagree: DirectionStatistics
}

/** Compares a group's votes on a statement with those of all other groups together. */
export function representativeness(own: StatementVotes, others: StatementVotes): Representativeness {
  return {
    votes: own.votes,
    agree: direction(own.agrees, own.votes, others.agrees, others.votes),
    disagree: direction(own.disagrees, own.votes, others.disagrees, others.votes),
  }
}

function direction(
  inFavour: number,
  votes: number,
  othersInFavour: number,
  othersVotes: number,
): DirectionStatistics {
  const share = (inFavour + 1) / (votes + 2)
  return {
    inFavour,
    share,
    shareTest: shareTest(inFavour, votes),
    ratio: share / ((othersInFavour + 1) / (othersVotes + 2)),
    ratioTest: differenceTest(inFavour, othersInFavour, votes, othersVotes),
  }
}
