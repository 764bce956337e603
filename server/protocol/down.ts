// What the server says over the socket.
import * as v from 'valibot'
import { conversation, counts } from './conversation.ts'
import { errorCode } from './errors.ts'
import { snapshot } from './snapshot.ts'
import { progress, statement } from './statement.ts'
import { epoch, mutationId, naturalNumber, participantToken, statementId, vote } from './values.ts'

/** Answer to `hello`. A watcher receives no token, votes, progress or next statement. */
const welcome = v.strictObject({
  type: v.literal('welcome'),
  conversation,
  /** The token to use from now on; the client keeps it once its first vote is acknowledged. */
  token: v.optional(participantToken),
  /** With `sequence`, what to send as `resume` when the connection is lost. */
  epoch,
  /** Last entry of the log that this message includes. */
  sequence: naturalNumber,
  /** The participant's current votes; absent where the client holds them already. */
  votes: v.optional(v.array(v.strictTuple([statementId, vote]))),
  progress: v.optional(progress),
  /** The statement to vote on; null when all are done. */
  next: v.optional(v.nullable(statement)),
})
export type Welcome = v.InferOutput<typeof welcome>

/** Sent after COMMIT, never before. */
const voteAccepted = v.strictObject({
  type: v.literal('vote-accepted'),
  mutation: mutationId,
  /** Place of the vote in the conversation's log. */
  sequence: naturalNumber,
  progress,
  next: v.nullable(statement),
})
export type VoteAccepted = v.InferOutput<typeof voteAccepted>

/** The vote was not stored. With `retryAfterMs` the same vote may be sent again; without, it never will be accepted. */
const voteRefused = v.strictObject({
  type: v.literal('vote-refused'),
  mutation: mutationId,
  code: errorCode,
  retryAfterMs: v.optional(naturalNumber),
  progress: v.optional(progress),
  /** What to vote on instead, where the statement itself was the trouble. */
  next: v.optional(v.nullable(statement)),
})
export type VoteRefused = v.InferOutput<typeof voteRefused>

/** Pushed to everyone when votes have been committed, several times a second at most. */
const countsChanged = v.strictObject({ type: v.literal('counts'), sequence: naturalNumber, counts })
export type CountsChanged = v.InferOutput<typeof countsChanged>

/** Pushed to everyone when the words, the state or the open statements of the conversation have changed. */
const conversationChanged = v.strictObject({
  type: v.literal('conversation-changed'),
  conversation,
  /** Statements that are open now and were not; null for very many: load the list instead. */
  opened: v.nullable(v.array(statement)),
  /** Statements that are no longer open. */
  closed: v.array(statementId),
})
export type ConversationChanged = v.InferOutput<typeof conversationChanged>

/** A frame was not understood or not allowed; the socket is closed when it goes on. */
const refused = v.strictObject({
  type: v.literal('error'),
  code: errorCode,
  /** When to try again, for a limit that was reached. */
  retryAfterMs: v.optional(naturalNumber),
})
export type Refused = v.InferOutput<typeof refused>

const pong = v.strictObject({ type: v.literal('pong') })

export const down = v.variant('type', [
  welcome,
  voteAccepted,
  voteRefused,
  countsChanged,
  conversationChanged,
  snapshot,
  refused,
  pong,
])
export type Down = v.InferOutput<typeof down>
