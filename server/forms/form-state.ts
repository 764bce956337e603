// What a page without a script shows besides what is stored: what was refused, what was typed, which part is looked at.
import type { ErrorCode } from '../protocol/errors.ts'
import type { OwnStatement } from '../protocol/own-statements.ts'
import type { Advice } from '../protocol/statement-text.ts'
import type { Statement } from '../protocol/statement.ts'
import type { Vote } from '../protocol/values.ts'
import type { en } from './words/en.ts'

/** What was refused, and by which part of the page; a code, or the word for what was left out. */
export interface FormTrouble {
  readonly of:
    | 'identity'
    | 'vote'
    | 'invite'
    | 'votes'
    | 'write'
    | 'answer'
    | 'report'
    | 'code'
    | 'return'
    | 'copy'
    | 'erase'
  readonly code: ErrorCode | 'sureMissing' | Extract<keyof typeof en, `${string}Missing`>
}

export interface FormState {
  /** Which part stands in the place of the ballot. */
  readonly view: 'voting' | 'votes' | 'own' | 'erased'
  /** Statement to ask about, where it may be asked about. */
  readonly ask?: number
  readonly trouble?: FormTrouble
  /** What was done and is worth a word. */
  readonly done?: 'changed' | 'withdrawn' | 'returned' | 'written' | 'answered' | 'reported'
  /** What was typed and is not lost. */
  readonly typed?: string
  /** What to look at before a draft is sent. */
  readonly review?: { readonly advice: readonly Advice[]; readonly similar: readonly Statement[] }
  /** The return code, told this once. */
  readonly words?: string
  /** Votes that were withdrawn when everything was erased. */
  readonly votes?: number
  /** What a site says of the person, proven for this page. */
  readonly xid?: string
  /** True where the browser does not keep the cookie. */
  readonly lacksCookies?: boolean
}

/** What is stored of whoever looks at the page. */
export interface Standing {
  readonly hasVoted: boolean
  /** The vote cast last, where it has not been withdrawn. */
  readonly last: { readonly statement: number; readonly vote: Vote } | null
  readonly votes: readonly (readonly [statement: number, vote: Vote])[]
  readonly hasAnswered: boolean
  /** Own statements, newest first. */
  readonly statements: readonly OwnStatement[]
}
