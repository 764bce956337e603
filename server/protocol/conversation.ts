import * as v from 'valibot'
import { conversationId, naturalNumber } from './values.ts'

/** Live counts of a conversation; participants are people who have voted. */
export const counts = v.strictObject({
  participants: naturalNumber,
  votes: naturalNumber,
  statements: naturalNumber,
})
export type Counts = v.InferOutput<typeof counts>

/** What anyone may know of a conversation; body of `GET /api/conversations/:id`. */
export const conversation = v.strictObject({
  id: conversationId,
  topic: v.string(),
  /** Markdown as the facilitator wrote it; empty when there is none. */
  description: v.string(),
  isOpen: v.boolean(),
  /** True for the sample consultation, whose residents are simulated. */
  isSample: v.boolean(),
  /** True when only people whom the embedding site names may vote and write. */
  needsIdentity: v.boolean(),
  counts,
})
export type Conversation = v.InferOutput<typeof conversation>

/** Body of `GET /api/conversations`. */
export const conversationList = v.strictObject({ conversations: v.array(conversation) })
export type ConversationList = v.InferOutput<typeof conversationList>
