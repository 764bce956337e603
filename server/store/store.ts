// What the service asks of its storage, whatever keeps it. One conformance suite (test/server/store/conformance.ts) says
// what every implementation must do. All of it is asynchronous, so that a database on another machine can take over.
import type { Channel } from '../protocol/channel.ts'
import type { ExchangeStore } from './exchange-store.ts'
import type { ImportProgress, ImportStore } from './import-store.ts'
import type { ImportedConversation } from './imported-conversation.ts'
import type { StageStore } from './stage-store.ts'
import type { MediaStore } from './media-store.ts'
import type { ModerationStore } from './moderation-store.ts'
import type { ManagementStore } from './management-store.ts'
import type { ParticipationStore } from './participation-store.ts'
import type { ReportStore } from './report-store.ts'
import type { StaffStore } from './staff-store.ts'

/** A conversation as it is stored. */
export interface StoredConversation {
  /** Public name, as it stands in addresses. */
  readonly id: string
  readonly topic: string
  readonly description: string
  readonly isOpen: boolean
  readonly isSample: boolean
  readonly createdAtMs: number
  /** What differs from the default settings; empty for all defaults. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Grows with each change of the conversation or of one of its statements. */
  readonly revision: number
  /** Why nobody may vote where `isOpen` is false; null for closed. */
  readonly closedAs: 'upcoming' | 'paused' | null
  /** Day on which voting opens, as in 2026-03-04. */
  readonly opensOn: string | null
  /** When it was put away; null where it was not. */
  readonly archivedAtMs: number | null
  /** When it is deleted for good; null where nobody wants that. Until then it is hidden from all but staff. */
  readonly deletesAtMs: number | null
  /** What the conversation is for, by language; null where nobody said so. */
  readonly purpose: Readonly<Record<string, unknown>> | null
  /** The entry questions; null where there are none. */
  readonly questions: Readonly<Record<string, unknown>> | null
  /** What staff are still writing, by its name: not whole yet, so nobody else sees it; null where nothing is. */
  readonly drafts: Readonly<Record<string, unknown>> | null
}

export interface StoredStatement {
  /** Number within the conversation, ascending, possibly with gaps. */
  readonly id: number
  readonly text: string
  /** Number of the participant who wrote it; null when unknown, staff, or never a voter. */
  readonly author: number | null
  readonly createdAtMs: number
  /** −1 rejected, 0 not moderated, +1 accepted. */
  readonly moderation: -1 | 0 | 1
  readonly isMeta: boolean
  readonly isSeed: boolean
  /** Written here, and nobody has decided about it yet: only its author sees it. */
  readonly isWaiting: boolean
  /** Why it was not accepted, for its author to read; null where nobody said so. */
  readonly reason: string | null
  /** The reason in Welsh, where it was given in both languages. */
  readonly reasonWelsh: string | null
  /** Id of the statement that stands in its place. */
  readonly mergedInto: number | null
  /** How others came to stand in its place, where moderators of this version decided so. */
  readonly replacedAs: 'merge' | 'reword' | 'split' | null
  /** Id of the statement that it was made of. */
  readonly derivedFrom: number | null
  /** Taken back by its author, or by the undoing of what made it. */
  readonly isWithdrawn: boolean
}

/** One act of voting, before it has a place in the log. */
export interface NewVote {
  readonly conversation: string
  /** Number of the participant; null where the store is to find it by `tokenHash`, or to give the person the next one. */
  readonly participant: number | null
  /** SHA-256 of the participant's token, base64url. */
  readonly tokenHash: string
  /** By which way the person takes part; stored with their first vote only. */
  readonly channel?: Channel
  readonly statement: number
  /** Null withdraws the vote. */
  readonly vote: -1 | 0 | 1 | null
  /** The client's name for this act, unique per participant; makes a retry harmless. */
  readonly mutation: string
  readonly timeMs: number
}

/** What became of a vote. */
export type AppendOutcome =
  | {
      readonly kind: 'stored'
      /** Place in the conversation's log; for a repeat the place that the first one got. */
      readonly sequence: number
      readonly participant: number
      /** True when the same mutation had been stored before, so that nothing was added. */
      readonly isRepeat: boolean
    }
  | { readonly kind: 'refused'; readonly code: 'mutation-reused' | 'unknown-conversation' }
  | { readonly kind: 'refused'; readonly code: 'storage-unavailable'; readonly retryAfterMs: number }

/** In `LogSlice.values`: the vote was withdrawn. */
export const WITHDRAWN = 127
/** In `LogSlice.values`: the entry has lost its content, because it was withdrawn or its participant erased later. */
export const ERASED = 126
/** In `LogSlice.values`: the participant was erased with this entry, and all votes of theirs with them. */
export const PARTICIPANT_ERASED = 125

/** Entries of a log to be read at a time while the service runs: votes that wait for the store meanwhile wait a few milliseconds. */
export const LOG_SLICE = 5_000

/** Consecutive entries of a vote log as parallel arrays. */
export interface LogSlice {
  /** Sequence of the first entry; the others follow without a gap. */
  readonly firstSequence: number
  readonly length: number
  /** Dense participant numbers; 0 where the value is `ERASED`. */
  readonly participants: Uint32Array
  /** Statement ids; 0, whether there is such a statement or not, where the value is `ERASED` or `PARTICIPANT_ERASED`. */
  readonly statements: Uint32Array
  /** −1, 0, +1, or else `WITHDRAWN`, `ERASED` or `PARTICIPANT_ERASED`: see `isVote`. */
  readonly values: Int8Array
  /** 0 where the value is `ERASED`. */
  readonly timesMs: Float64Array
}

/** Whether a value of a `LogSlice` is a vote; the entry says something else, or nothing any more, where it is none. */
export function isVote(value: number): value is -1 | 0 | 1 {
  return value >= -1 && value <= 1
}

/** A published map with all that belongs to it; the documents are JSON texts as they go over the wire. */
export interface StoredSnapshot {
  readonly version: number
  readonly sequence: number
  readonly publishedAtMs: number
  readonly snapshot: string
  readonly components: string
  /** What the presentation must remember, JSON. */
  readonly presentation: string
}

/** How often a statement was shown to people of one opinion group. */
export interface ExposureCount {
  readonly statement: number
  /** Letter of the group, `-` for people without one. */
  readonly letter: string
  readonly shown: number
}

export type ImportOutcome =
  | {
      readonly kind: 'imported'
      readonly participants: number
      readonly statements: number
      readonly votes: number
    }
  /** A conversation of this name is there already; nothing was changed. */
  | { readonly kind: 'exists' }

/** Storage cannot write or read at the moment: locked, full or failing. Nothing of what was asked has happened. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
  readonly retryAfterMs: number

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions) {
    super(message, options)
    this.retryAfterMs = retryAfterMs
  }
}

/** The data cannot be opened as it is; the message is one line for the person who starts the service. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase'
}

/** Durable storage of conversations and their vote logs. Every method may reject with `StorageUnavailable`. */
export interface Store {
  /** All that people leave behind besides votes. */
  readonly participation: ParticipationStore

  /** Exports, imports, and connections to other programs. */
  readonly exchange: ExchangeStore
  /** Large imports, step by step. */
  readonly imports: ImportStore
  /** Images for the texts of conversations. */
  readonly media: MediaStore
  /** The evening in the hall: screens, scenes, the letters to join by. */
  readonly stage: StageStore

  /** Words for reports, and published versions. */
  readonly reports: ReportStore

  /** Accounts of staff, their sessions and the audit log. */
  readonly staff: StaffStore

  /** What moderators decide. */
  readonly moderation: ModerationStore
  /** What staff do to a conversation as a whole. */
  readonly management: ManagementStore

  /** All conversations, oldest first. */
  conversations(): Promise<readonly StoredConversation[]>

  /** The conversation of this name, or null. */
  conversation(id: string): Promise<StoredConversation | null>

  /** All statements of a conversation, ascending by id; empty for an unknown conversation. */
  statements(conversation: string): Promise<readonly StoredStatement[]>

  /** Number of the participant whose token has this hash; null before the first vote. */
  participant(conversation: string, tokenHash: string): Promise<number | null>

  /**
   * Appends a vote to the log; the first vote of a token also creates its participant. Settles after COMMIT, never
   * before (I1). Votes are appended in the order of the calls, with a dense sequence for each conversation. The same
   * mutation of the same participant with the same content is stored once and always answered with the same sequence.
   * Refuses by value, not by rejection.
   */
  append(vote: NewVote): Promise<AppendOutcome>

  /** Sequence of the last entry of the log; 0 when there is none. */
  lastSequence(conversation: string): Promise<number>

  /** Up to `limit` entries after the sequence `after`, in order; length 0 at the end of the log. */
  readLog(conversation: string, after: number, limit: number): Promise<LogSlice>

  /**
   * The same for what everybody may see: entries that were withdrawn or erased by one that the newest snapshot does not count
   * yet still say what they said, so that the log up to that snapshot stays the same for as long as it is the newest (I8).
   */
  readPublicLog(conversation: string, after: number, limit: number): Promise<LogSlice>

  /** Replaces the newest snapshot of a conversation, if the version is greater; settles after COMMIT. */
  saveSnapshot(conversation: string, snapshot: StoredSnapshot): Promise<void>

  /** The newest snapshot, or null. */
  newestSnapshot(conversation: string): Promise<StoredSnapshot | null>

  /**
   * Stores a whole conversation, all or nothing: nobody sees any of it before all of it is there, and votes of others are
   * stored meanwhile. Participants are numbered densely in the ascending order of their ids in the source.
   */
  importConversation(
    conversation: ImportedConversation,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<ImportOutcome>

  /** Adds to how often statements were shown; settles after COMMIT. */
  addExposures(conversation: string, counts: readonly ExposureCount[]): Promise<void>

  /** How often statements were shown, by statement id and letter. */
  exposures(conversation: string): Promise<readonly ExposureCount[]>

  /** Replaces the settings of a conversation; settles after COMMIT. `settings` is what differs from the defaults. */
  saveSettings(conversation: string, settings: Readonly<Record<string, unknown>>): Promise<void>

  /** A number that is another one whenever somebody else, such as the command line, has written since the last call. */
  foreignWrites(): Promise<number>

  /** Writes that wait for their COMMIT. */
  readonly waiting: number

  /** How many writes wait of those that may before a vote in this conversation is refused: 0 to 1. */
  fullness(conversation: string): number

  /** Writes to the disk without changing anything, to find out whether storage can be written. */
  probe(): Promise<void>

  /** Commits what is queued, then closes. Later calls reject. */
  close(): Promise<void>
}
