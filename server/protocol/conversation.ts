import * as v from 'valibot'
import { resultsRule } from './results.ts'
import { conversationId, naturalNumber } from './values.ts'

/** Live counts of a conversation; participants are people who have voted. */
export const counts = v.strictObject({
  participants: naturalNumber,
  votes: naturalNumber,
  statements: naturalNumber,
})
export type Counts = v.InferOutput<typeof counts>

export const conversationState = v.picklist(['open', 'upcoming', 'paused', 'closed'])
export type ConversationState = v.InferOutput<typeof conversationState>

/** Who may write statements: anyone, shown at once; anyone, shown once a moderator has accepted them; or staff only. */
export const whoWrites = v.picklist(['anyone', 'approval', 'staff'])

/** What anyone may know of a conversation; body of `GET /api/conversations/:id`. */
export const conversation = v.strictObject({
  id: conversationId,
  topic: v.string(),
  /** Markdown as the facilitator wrote it; empty when there is none. */
  description: v.string(),
  isOpen: v.boolean(),
  /** Whether people may vote and write, and if not, why. */
  state: conversationState,
  /** Day on which an upcoming conversation opens, such as 2026-03-04; null where it is not set. */
  opensOn: v.nullable(v.string()),
  /** Characters that a statement may have. */
  statementLength: naturalNumber,
  whoWrites,
  /** True for the sample consultation, whose residents are simulated. */
  isSample: v.boolean(),
  /** True when only people whom the embedding site names may vote and write. */
  needsIdentity: v.boolean(),
  /** True when only people with an invitation code may vote and write. */
  needsCode: v.boolean(),
  /** When the results may be seen. */
  results: resultsRule,
  /** True when names without a signature are believed, so that anybody can vote as anybody else. */
  believesNames: v.boolean(),
  counts,
})
export type Conversation = v.InferOutput<typeof conversation>

/** Body of `GET /api/conversations`. */
export const conversationList = v.strictObject({ conversations: v.array(conversation) })
export type ConversationList = v.InferOutput<typeof conversationList>
