// What moderators decide: the queue, decisions with their history, and the lists they keep. Part of `Store`; every method
// may reject with `StorageUnavailable`. The history is append-only: undoing is one more event.
import type { NewAuditEntry } from './staff-store.ts'
import type { ActKind, Bilingual, StatementState } from '../protocol/moderation.ts'
import type { Language } from '../protocol/values.ts'
import type { StoredStatement } from './store.ts'

/** What decisions change of a statement. */
export interface Decided {
  readonly moderation: -1 | 0 | 1
  readonly isWaiting: boolean
  readonly isWithdrawn: boolean
  readonly isMeta: boolean
  readonly isSeed: boolean
  readonly reason: string | null
  readonly reasonWelsh: string | null
  readonly mergedInto: number | null
  readonly replacedAs: 'merge' | 'reword' | 'split' | null
  /** Reports since the last decision. */
  readonly openReports: number
  /** Changed only while nobody can have voted on it. */
  readonly text?: string
}

/** A statement to change; `seen` is the last event that the moderator knew of, null for whatever it is now. */
export interface StatementChange {
  readonly statement: number
  readonly seen: number | null
  readonly set: Partial<Decided>
  /** Place in `additions` of the statement into which this one goes; in the place of `set.mergedInto`. */
  readonly intoAddition?: number
}

/** A statement that a decision makes of another one. */
export interface Addition {
  readonly text: string
  readonly derivedFrom: number
  readonly isSeed: boolean
  readonly isMeta: boolean
  readonly moderation: 0 | 1
  readonly isWaiting: boolean
}

export interface NewAct {
  readonly conversation: string
  readonly kind: ActKind
  /** Account and name; null for the service itself and its command line. */
  readonly moderator: { readonly account: number; readonly name: string } | null
  readonly changes: readonly StatementChange[]
  readonly additions?: readonly Addition[]
  /** Statements that it has to do with besides. */
  readonly related?: readonly number[]
  readonly reason?: Bilingual | null
  readonly note?: string | null
  readonly undoes?: number | null
  /** Name of this act by whoever does it; makes a retry harmless. Null where there is none. */
  readonly mutation?: string | null
  /** Whether all is refused where one statement has changed meanwhile; else the others are changed. */
  readonly allOrNothing?: boolean
  readonly timeMs: number
  /** What is written into the audit log with it: both are stored, or neither is. */
  readonly audit?: NewAuditEntry | null
}

export type ActOutcome =
  | {
      readonly kind: 'done'
      readonly act: number
      /** Statements as they are now; those that were added come last. */
      readonly statements: readonly StoredStatement[]
      /** Left as they were, because somebody has decided about them meanwhile. */
      readonly left: readonly number[]
      readonly isRepeat: boolean
    }
  | { readonly kind: 'refused'; readonly code: 'changed-meanwhile' | 'unknown-statement' | 'mutation-reused' }

/** One event of the moderation log. */
export interface StoredEvent {
  readonly id: number
  readonly act: number
  readonly statement: number
  readonly kind: ActKind
  readonly timeMs: number
  readonly account: number | null
  readonly moderator: string | null
  readonly from: StatementState | null
  readonly to: StatementState
  readonly reason: string | null
  readonly reasonWelsh: string | null
  readonly note: string | null
  readonly related: readonly number[]
  readonly undoes: number | null
  /** What the event changed, as it was before; null for a statement that it added. */
  readonly before: Decided | null
}

/** A statement with what moderators are told of it besides. */
export interface QueuedStatement extends StoredStatement {
  readonly state: StatementState
  readonly language: Language | null
  /** Bits in the order of `concerns`. */
  readonly concerns: number
  readonly similarTo: number | null
  readonly openReports: number
  /** Number of the last event about it; 0 before the first. */
  readonly lastEvent: number
}

export interface QueueQuery {
  readonly state: StatementState | 'all'
  readonly language?: Language | 'unknown' | undefined
  /** Bits of which one at least is set. */
  readonly concerns?: number | undefined
  readonly isReported?: boolean | undefined
  readonly isSimilar?: boolean | undefined
  readonly isSeed?: boolean | undefined
  readonly isMeta?: boolean | undefined
  readonly writtenBeforeMs?: number | undefined
  /** Parts that all occur in the folded text. */
  readonly search?: readonly string[] | undefined
  readonly id?: number | undefined
  readonly order: 'oldest' | 'newest'
  readonly after: number | null
  readonly limit: number
}

/** How many statements are in each state, and how many were reported since somebody decided about them. */
export type StateCounts = Readonly<Record<StatementState | 'reported', number>>

export interface QueueFacts {
  /** Statements that nobody sees until somebody decides. */
  readonly waiting: number
  /** When the oldest of them was written; null where none waits. */
  readonly oldestWaitingAtMs: number | null
  /** All that nobody has decided about, be they shown or not. */
  readonly pending: number
  readonly reported: number
}

/** What the checks found out about a statement. */
export interface CheckedStatement {
  readonly id: number
  readonly language: Language | null
  readonly concerns: number
  readonly similarTo: number | null
  /** The text as it is searched in. */
  readonly folded: string
}

export interface StoredLists {
  readonly lists: Readonly<Record<string, unknown>>
  readonly revision: number
}

export interface ModerationStore {
  /** Carries out an act with its events, in one transaction; settles after COMMIT. */
  act(act: NewAct): Promise<ActOutcome>

  /** One page of the queue. */
  queue(conversation: string, query: QueueQuery): Promise<readonly QueuedStatement[]>

  /** These statements, in the order of their ids; unknown ones are left out. */
  queued(conversation: string, ids: readonly number[]): Promise<readonly QueuedStatement[]>

  stateCounts(conversation: string): Promise<StateCounts>

  queueFacts(conversation: string): Promise<QueueFacts>

  /** Statements made of this one, in the order of their ids. */
  successors(conversation: string, ids: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>

  /** Statements that were merged into this one. */
  mergedInto(conversation: string, statement: number): Promise<readonly number[]>

  /** Events after the id `after`, oldest first; of one statement where it is given. */
  events(
    conversation: string,
    options: { readonly statement?: number; readonly after?: number; readonly limit?: number },
  ): Promise<readonly StoredEvent[]>

  /** The events of one act. */
  eventsOfAct(conversation: string, act: number): Promise<readonly StoredEvent[]>

  /** How often each reason was given for a statement. */
  reportReasons(
    conversation: string,
    statement: number,
  ): Promise<readonly { readonly reason: string; readonly count: number }[]>

  /** Statements without a check of this mark, in the order of their ids. */
  unchecked(
    conversation: string,
    mark: string,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly text: string }[]>

  /** Keeps what the checks found, under the mark of the rules that found it. */
  saveChecks(conversation: string, mark: string, checks: readonly CheckedStatement[]): Promise<void>

  /** The lists of a conversation, or with null those of the organisation; null where there are none. */
  lists(conversation: string | null): Promise<StoredLists | null>

  /** Replaces them, or with null takes them away, if `revision` is still theirs (0 for none); false where it is not. */
  saveLists(
    conversation: string | null,
    lists: Readonly<Record<string, unknown>> | null,
    revision: number,
    audit?: NewAuditEntry,
  ): Promise<boolean>
}
