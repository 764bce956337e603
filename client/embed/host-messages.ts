// What the page in the frame tells the page around it. Nothing of it says what somebody has voted: the host learns that
// there was a vote and how far the person has come, no more (I5).
import type { ErrorCode } from '../../server/protocol/errors.ts'

/** Codes that only the embedding script gives: the page did not answer, or the host's markup names no conversation. */
export type EmbedErrorCode = ErrorCode | 'unreachable' | 'no-conversation'

export type HostMessage =
  /** The page is there; `title` names the conversation. */
  | { readonly name: 'init'; readonly conversation: string; readonly title: string }
  /** A vote was stored; the person has voted on `voted` of `of` statements. */
  | { readonly name: 'vote'; readonly conversation: string; readonly voted: number; readonly of: number }
  /** A statement was handed in. */
  | { readonly name: 'write'; readonly conversation: string }
  /** The person has voted on every statement that there is. */
  | { readonly name: 'done'; readonly conversation: string }
  /** The content is so many CSS pixels high now. */
  | { readonly name: 'resize'; readonly conversation: string; readonly height: number }
  /** Something was refused, or the page cannot go on. */
  | { readonly name: 'error'; readonly conversation: string; readonly code: EmbedErrorCode }

export type HostEventName = HostMessage['name']
