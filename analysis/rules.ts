// The numbers that decide what a map says, gathered from where the code uses them, so that reports can state the rules in
// words that cannot differ from what was computed.
import { CLEAR, DRAWS, SHUFFLES } from './confidence/measure-confidence.ts'
import { MOST_PEOPLE } from './confidence/vote-sample.ts'
import { FEWEST_PEOPLE, MOST_BUCKETS } from './groups/buckets.ts'
import {
  AS_GOOD,
  LARGEST_K,
  PEOPLE_PER_GROUP,
  SMALLEST_GROUP,
  SMALLEST_SHARE,
} from './groups/opinion-groups.ts'
import { CLEAR_MARGIN, WINS_TO_CHANGE } from './presentation/choose-k.ts'
import { MOST_AGREED } from './statistics/consensus-statements.ts'
import { MOST_DIVISIVE } from './statistics/divisive-statements.ts'
import { MOST_REPRESENTATIVE } from './statistics/representative-statements.ts'
import {
  ENOUGH_VOTES as ENOUGH_VOTES_FOR_UNCERTAIN,
  HIGH_SHARE,
  MOST_UNCERTAIN,
} from './statistics/uncertain-statements.ts'
import { CONFIDENT } from './statistics/vote-tests.ts'
import { ENOUGH_PEOPLE, ENOUGH_VOTES } from './votes/inclusion.ts'

/** Every number of the rules, by the part of the analysis that it belongs to. */
export const RULES = {
  grouping: {
    enoughVotes: ENOUGH_VOTES,
    enoughPeople: ENOUGH_PEOPLE,
    largestK: LARGEST_K,
    peoplePerGroup: PEOPLE_PER_GROUP,
    smallestGroup: SMALLEST_GROUP,
    smallestShare: SMALLEST_SHARE,
    asGood: AS_GOOD,
    winsToChange: WINS_TO_CHANGE,
    clearMargin: CLEAR_MARGIN,
  },
  drawing: { mostBuckets: MOST_BUCKETS, fewestPeople: FEWEST_PEOPLE },
  tests: { confident: CONFIDENT },
  consensus: { most: MOST_AGREED },
  representative: { most: MOST_REPRESENTATIVE },
  divisive: { most: MOST_DIVISIVE },
  uncertain: { most: MOST_UNCERTAIN, enoughVotes: ENOUGH_VOTES_FOR_UNCERTAIN, highShare: HIGH_SHARE },
  confidence: { draws: DRAWS, shuffles: SHUFFLES, clear: CLEAR, mostPeople: MOST_PEOPLE },
} as const

/** The shape of the rules, whatever their numbers. */
export type Rules = {
  readonly [Part in keyof typeof RULES]: { readonly [Name in keyof (typeof RULES)[Part]]: number }
}
