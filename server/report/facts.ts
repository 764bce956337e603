// What a report says, in facts without a language: made once for a sequence of the log and rendered in every language, and
// published as JSON. Nothing in it describes fewer people than the smallest group that may be shown: such numbers are null.
import type { EntryQuestions } from '../protocol/entry-questions.ts'
import type { Purposes } from '../protocol/purpose.ts'
import type { Bucket, Point } from '../protocol/snapshot.ts'

/** Votes of some people on a statement: agrees, disagrees and all votes, passes among them. */
export interface VoteCount {
  readonly agrees: number
  readonly disagrees: number
  readonly votes: number
}

export interface ReportStatement {
  readonly id: number
  readonly text: string
  readonly isSeed: boolean
  /** About the conversation itself: people vote on it, and it is left out of the map. */
  readonly isMeta: boolean
  /** Null where too few people voted on it. */
  readonly all: VoteCount | null
  /** By shown group. */
  readonly groups: readonly (VoteCount | null)[]
  /** Distance from the middle of the map, two decimals; null where the statement is not on it. */
  readonly divisiveness: number | null
  /** Group-informed consensus to agree and to disagree, 0 to 1, two decimals; null where there are no groups. */
  readonly consensus: readonly [number, number] | null
  /** How often it was shown to somebody here. */
  readonly shown: number
}

export interface ReportConsensus {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  /** Share of the draws in which it stayed in the list. */
  readonly stays: number | null
}

export interface ReportGroup {
  readonly letter: string
  readonly people: number
  readonly centre: Point
  readonly hull: readonly Point[]
  readonly representative: readonly { readonly statement: number; readonly direction: 'agree' | 'disagree' }[]
  /** How often two of its people were together again, and how much of it was found again; null where not measured. */
  readonly together: number | null
  readonly recovered: number | null
}

/** A stretch of days, both ends included, as in 2026-03-04. */
export interface ReportPeriod {
  readonly from: string
  readonly to: string
  /** Days, weeks or months that it holds. */
  readonly units: number
  readonly votes: number
  readonly people: number
}

/** People who cast from `least` to `most` votes; `most` null for no limit. */
export interface VotesPerPerson {
  readonly least: number
  readonly most: number | null
  readonly people: number
}

export type Channel = 'here' | 'imported'

export interface ReportFacts {
  readonly format: 1
  readonly conversation: {
    readonly id: string
    readonly topic: string
    readonly description: string
    readonly isSample: boolean
    readonly state: 'open' | 'upcoming' | 'paused' | 'closed'
    /** Whether single votes are given out, under pseudonyms. */
    readonly hasOpenData: boolean
  }
  readonly purposes: Purposes | null
  /** The vote log up to where the report covers it. */
  readonly log: { readonly sequence: number; readonly hash: string; readonly untilMs: number }
  /** Fewest people that a number may describe. */
  readonly smallest: number
  readonly people: {
    /** People with a vote that counts. */
    readonly voters: number
    readonly votes: number
    /** People in the shown groups. */
    readonly grouped: number
    readonly opensAt: number
    readonly medianVotes: number
  }
  readonly channels: readonly { readonly channel: Channel; readonly people: number | null }[]
  readonly periods: { readonly unit: 'day' | 'week' | 'month'; readonly list: readonly ReportPeriod[] }
  readonly votesPerPerson: readonly VotesPerPerson[]
  readonly answers: readonly {
    readonly question: EntryQuestions['questions'][number]
    /** By option in their order, at last those who preferred not to say. */
    readonly people: readonly (number | null)[]
  }[]
  readonly map: {
    /** Share of the variance of each axis, 0 to 1, three decimals. */
    readonly variance: Point
    readonly buckets: readonly Bucket[]
    /** Where those lie who agree with a statement, for the most divisive ones. */
    readonly arrows: readonly { readonly statement: number; readonly towards: Point }[]
  }
  readonly groups: readonly ReportGroup[]
  readonly consensus: readonly ReportConsensus[]
  /** Statements on which the groups differ most, the most divisive first. */
  readonly divisive: readonly number[]
  readonly uncertain: readonly number[]
  readonly statements: readonly ReportStatement[]
  readonly confidence: {
    readonly draws: number
    readonly shuffles: number
    readonly people: number
    readonly distinct: boolean
    /** Shuffles whose groups stood as far apart as the real ones. */
    readonly asClear: number
    /** The number of groups that was checked. */
    readonly k: number
    readonly choices: readonly { readonly k: number; readonly share: number }[]
  } | null
  readonly moderation: {
    readonly written: number
    /** Statements with at least one vote. */
    readonly voted: number
    readonly seeds: number
    /** People who wrote; null for too few. */
    readonly authors: number | null
    readonly accepted: number
    readonly unmoderated: number
    readonly rejected: number
    readonly waiting: number
    readonly merged: number
    /** Taken back by their authors. */
    readonly withdrawn: number
    readonly meta: number
    /** Reports by readers; null for too few. */
    readonly reports: number | null
    readonly isStrict: boolean
    readonly whoWrites: 'anyone' | 'approval' | 'staff'
  }
  readonly access: { readonly needsIdentity: boolean; readonly believesNames: boolean }
}
