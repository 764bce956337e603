// What people leave behind besides votes, and what facilitators decide about it: statements, reports, return codes, answers
// to the entry questions, and the wish to be erased. Part of `Store`; every method may reject with `StorageUnavailable`.
import type { Channel } from '../protocol/channel.ts'
import type { NewAuditEntry } from './staff-store.ts'
import type { StoredConversation, StoredStatement } from './store.ts'

/** A statement that a participant wrote, before it has an id. */
export interface NewStatement {
  readonly conversation: string
  /** As in `NewVote`: null where the store is to find or make the participant. */
  readonly participant: number | null
  readonly tokenHash: string
  readonly channel?: Channel
  readonly text: string
  /** Whether nobody may vote on it before a moderator has decided; else they may at once. */
  readonly isWaiting: boolean
  /** The client's name for this act of writing; makes a retry harmless. */
  readonly mutation: string
  /** Whether this can only be a retry: where the mutation is new, the statement is refused. */
  readonly isOnlyRetry: boolean
  readonly timeMs: number
}

export type StatementOutcome =
  | {
      readonly kind: 'stored'
      readonly statement: StoredStatement
      readonly participant: number
      /** Place in the log of the author's own vote, which agrees. */
      readonly sequence: number
      /** True when the same mutation had been stored before, so that nothing was added. */
      readonly isRepeat: boolean
    }
  | {
      readonly kind: 'refused'
      readonly code: 'mutation-reused' | 'statement-exists' | 'unknown-conversation'
    }

/** What a moderator decides about a statement. */
export interface Decision {
  readonly moderation: -1 | 0 | 1
  readonly reason: string | null
  readonly mergedInto: number | null
}

export interface StoredReport {
  readonly statement: number
  readonly reason: string
  readonly timeMs: number
}

/** One entry of the log as its participant may read it; `vote` null where a vote on the statement was withdrawn. */
export interface OwnLogEntry {
  readonly sequence: number
  readonly statement: number
  readonly vote: number | null
  readonly timeMs: number
}

export interface Erasure {
  readonly conversation: string
  readonly participant: number
  /** Key under which the answers to the entry questions are kept. */
  readonly respondent: string
  /** Whether the person's statements go too, or stay without an author. */
  readonly withdrawStatements: boolean
  readonly timeMs: number
}

/** What became of an erasure. */
export interface Erased {
  /** Place of the entry of the log that says so. */
  readonly sequence: number
  /** Statements on which the participant had a vote. */
  readonly votes: number
  /** The statements that the participant had written, as they are now. */
  readonly statements: readonly StoredStatement[]
}

/** What is given is changed, null clears; the rest stays. Settings are replaced, and release what waits for nobody any more. */
export type ConversationChange = Partial<
  Pick<
    StoredConversation,
    | 'topic'
    | 'description'
    | 'isOpen'
    | 'closedAs'
    | 'opensOn'
    | 'purpose'
    | 'questions'
    | 'drafts'
    | 'archivedAtMs'
    | 'deletesAtMs'
    | 'settings'
  >
>

export interface ParticipationStore {
  /** Changes what is given, all of it at once with its lines of the audit log, and raises the revision; false for an unknown conversation. */
  changeConversation(
    conversation: string,
    change: ConversationChange,
    audit?: readonly NewAuditEntry[],
  ): Promise<boolean>

  /**
   * Stores a statement with the next id, and with it its author's vote to agree, in one transaction; settles after
   * COMMIT. The same mutation of the same participant is stored once.
   */
  addStatement(statement: NewStatement): Promise<StatementOutcome>

  /** Decides about a statement and raises the revision; false when there is no such statement. */
  decide(conversation: string, statement: number, decision: Decision): Promise<boolean>

  /** False where the same person has reported the statement before: the first reason stays. */
  addReport(conversation: string, reporter: string, report: StoredReport): Promise<boolean>

  /** All reports of a conversation, oldest first. */
  reports(conversation: string): Promise<readonly StoredReport[]>

  /** Replaces the participant's return code. */
  saveReturnCode(conversation: string, participant: number, codeHash: string): Promise<void>

  /** Makes the token a further one of the participant with this return code; their number, or null. */
  restore(conversation: string, codeHash: string, tokenHash: string): Promise<number | null>

  /** Every entry of the participant in the log that has its content, in order. */
  ownLog(conversation: string, participant: number): Promise<readonly OwnLogEntry[]>

  /** By which way the participant first took part; null where that is not known. */
  channelOf(conversation: string, participant: number): Promise<Channel | null>

  /** Hash of the participant's first token, under whatever token they speak now; null for an unknown one. */
  firstTokenHash(conversation: string, tokenHash: string): Promise<string | null>

  /**
   * Erases a participant: one further entry of the log says so, every earlier one of theirs loses its content, and all
   * by which the person could be known is deleted: tokens, return code, reports, answers, and the name under which their
   * statements stand. One transaction.
   */
  erase(erasure: Erasure): Promise<Erased>

  /** Replaces the respondent's answers to the questions given. */
  saveAnswers(
    conversation: string,
    respondent: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<void>

  /** Answer by question. */
  answersOf(conversation: string, respondent: string): Promise<Readonly<Record<string, string>>>

  /** How many people gave each answer. */
  answerCounts(
    conversation: string,
  ): Promise<readonly { readonly question: string; readonly answer: string; readonly people: number }[]>

  /** The secret of this name; the first call keeps `fresh`. */
  secret(name: string, fresh: string): Promise<string>
}
