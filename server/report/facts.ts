// What a report says, in facts without a language: made once for a sequence of the log and rendered in every language, and
// published as JSON. Nothing in it describes fewer people than the smallest group that may be shown: such numbers are null.
import * as v from 'valibot'
import { channels } from '../protocol/channel.ts'
import { conversationState, whoWrites } from '../protocol/conversation.ts'
import { entryQuestion } from '../protocol/entry-questions.ts'
import { purposes, type Purposes } from '../protocol/purpose.ts'
import { bucket, point, type Point } from '../protocol/snapshot.ts'
import { conversationId, groupLetter, naturalNumber, statementId } from '../protocol/values.ts'

/** What is made once is changed by nobody; points are as they are everywhere. */
type Fixed<T> = T extends Point ? T : T extends object ? { readonly [Key in keyof T]: Fixed<T[Key]> } : T

/** 0 to 1. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const direction = v.picklist(['agree', 'disagree'])

/** Votes of some people on a statement: agrees, disagrees and all votes, passes among them. */
const voteCount = v.strictObject({ agrees: naturalNumber, disagrees: naturalNumber, votes: naturalNumber })
export type VoteCount = Fixed<v.InferOutput<typeof voteCount>>

const reportStatement = v.strictObject({
  id: statementId,
  text: v.string(),
  isSeed: v.boolean(),
  /** About the conversation itself: people vote on it, and it is left out of the map. */
  isMeta: v.boolean(),
  /** Null where too few people voted on it. */
  all: v.nullable(voteCount),
  /** By shown group. */
  groups: v.array(v.nullable(voteCount)),
  /** Distance from the middle of the map, two decimals; null where the statement is not on it. */
  divisiveness: v.nullable(v.pipe(v.number(), v.minValue(0))),
  /** Group-informed consensus to agree and to disagree, 0 to 1, two decimals; null where there are no groups. */
  consensus: v.nullable(v.strictTuple([share, share])),
  /** How often it was shown to somebody here. */
  shown: naturalNumber,
})
export type ReportStatement = Fixed<v.InferOutput<typeof reportStatement>>

const reportConsensus = v.strictObject({
  statement: statementId,
  direction,
  /** Share of the draws in which it stayed in the list. */
  stays: v.nullable(share),
})

const reportGroup = v.strictObject({
  letter: groupLetter,
  people: naturalNumber,
  centre: point,
  hull: v.array(point),
  representative: v.array(v.strictObject({ statement: statementId, direction })),
  /** How often two of its people were together again, and how much of it was found again; null where not measured. */
  together: v.nullable(share),
  recovered: v.nullable(share),
})
export type ReportGroup = Fixed<v.InferOutput<typeof reportGroup>>

/** A day as in 2026-03-04. */
const day = v.pipe(v.string(), v.isoDate())

/** A stretch of days, both ends included. */
const reportPeriod = v.strictObject({
  from: day,
  to: day,
  /** Days, weeks or months that it holds. */
  units: naturalNumber,
  votes: naturalNumber,
  people: naturalNumber,
})
export type ReportPeriod = Fixed<v.InferOutput<typeof reportPeriod>>

/** People who cast from `least` to `most` votes; `most` null for no limit. */
const peopleByVotes = v.strictObject({
  least: naturalNumber,
  most: v.nullable(naturalNumber),
  people: naturalNumber,
})
export type VotesPerPerson = Fixed<v.InferOutput<typeof peopleByVotes>>

/** `here`: on this service, in versions from before it was known by which way; `unknown`: people from before then. */
const way = v.picklist(['here', ...channels, 'unknown'])
export type Way = v.InferOutput<typeof way>

/** Body of `GET /api/conversations/:id/report`, and `report.json` of a published version. */
export const reportFacts = v.strictObject({
  format: v.literal(1),
  conversation: v.strictObject({
    id: conversationId,
    topic: v.string(),
    description: v.string(),
    isSample: v.boolean(),
    state: conversationState,
    /** Whether single votes are given out, under pseudonyms. */
    hasOpenData: v.boolean(),
  }),
  purposes: v.nullable(purposes),
  /** The vote log up to where the report covers it. */
  log: v.strictObject({ sequence: naturalNumber, hash: v.string(), untilMs: naturalNumber }),
  /** Fewest people that a number may describe. */
  smallest: naturalNumber,
  people: v.strictObject({
    /** People with a vote that counts. */
    voters: naturalNumber,
    votes: naturalNumber,
    /** People in the shown groups. */
    grouped: naturalNumber,
    opensAt: naturalNumber,
    medianVotes: v.pipe(v.number(), v.minValue(0)),
  }),
  /** By which way people first took part, and how many votes are theirs; null for too few. */
  channels: v.array(
    v.strictObject({
      channel: way,
      people: v.nullable(naturalNumber),
      /** Versions that do not say it are older. */
      votes: v.optional(v.nullable(naturalNumber)),
    }),
  ),
  periods: v.strictObject({
    unit: v.picklist(['day', 'week', 'month']),
    /** Time zone of the days; versions that do not say it were made with UTC. */
    zone: v.optional(v.string()),
    list: v.array(reportPeriod),
  }),
  votesPerPerson: v.array(peopleByVotes),
  answers: v.array(
    v.strictObject({
      question: entryQuestion,
      /** By option in their order, at last those who preferred not to say. */
      people: v.array(v.nullable(naturalNumber)),
    }),
  ),
  map: v.strictObject({
    /** Share of the variance of each axis, 0 to 1, three decimals. */
    variance: point,
    buckets: v.array(bucket),
    /** Where those lie who agree with a statement, for the most divisive ones. */
    arrows: v.array(v.strictObject({ statement: statementId, towards: point })),
  }),
  groups: v.array(reportGroup),
  consensus: v.array(reportConsensus),
  /** Statements on which the groups differ most, the most divisive first. */
  divisive: v.array(statementId),
  uncertain: v.array(statementId),
  statements: v.array(reportStatement),
  confidence: v.nullable(
    v.strictObject({
      draws: naturalNumber,
      shuffles: naturalNumber,
      people: naturalNumber,
      distinct: v.boolean(),
      /** Shuffles whose groups stood as far apart as the real ones. */
      asClear: naturalNumber,
      /** The number of groups that was checked. */
      k: naturalNumber,
      choices: v.array(v.strictObject({ k: naturalNumber, share })),
    }),
  ),
  moderation: v.strictObject({
    written: naturalNumber,
    /** Statements with at least one vote. */
    voted: naturalNumber,
    seeds: naturalNumber,
    /** People who wrote; null for too few. */
    authors: v.nullable(naturalNumber),
    accepted: naturalNumber,
    unmoderated: naturalNumber,
    rejected: naturalNumber,
    waiting: naturalNumber,
    merged: naturalNumber,
    /** Taken back by their authors. */
    withdrawn: naturalNumber,
    meta: naturalNumber,
    /** Reports by readers; null for too few. */
    reports: v.nullable(naturalNumber),
    isStrict: v.boolean(),
    whoWrites,
  }),
  access: v.strictObject({ needsIdentity: v.boolean(), believesNames: v.boolean() }),
})
export type ReportFacts = Fixed<Omit<v.InferOutput<typeof reportFacts>, 'purposes'>> & {
  readonly purposes: Purposes | null
}
