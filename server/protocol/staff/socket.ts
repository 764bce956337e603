// The socket of staff: pages follow topics of conversations and hear what is new. All changes go over HTTP. Whoever may follow
// a topic is whoever may do the action beside it.
import * as v from 'valibot'
import type { Action } from '../privileges.ts'
import { conversationId } from '../values.ts'

/** The topics, each with the action of the privilege matrix that following it needs. */
export const staffTopics = {
  settings: 'see-conversation',
  monitoring: 'see-monitoring',
  moderation: 'read-queue',
  stage: 'see-stage',
  report: 'read-report-draft',
} as const satisfies Record<string, Action>

export type StaffTopic = keyof typeof staffTopics
const topic = v.picklist(Object.keys(staffTopics) as [StaffTopic, ...StaffTopic[]]) // Object.keys forgets the keys' type

const follow = v.strictObject({ type: v.literal('follow'), conversation: conversationId, topic })
const unfollow = v.strictObject({ type: v.literal('unfollow'), conversation: conversationId, topic })
const ping = v.strictObject({ type: v.literal('ping') })

export const staffUp = v.variant('type', [follow, unfollow, ping])
export type StaffUp = v.InferOutput<typeof staffUp>

/** From now on news of the topic come; what was before has to be fetched. */
const following = v.strictObject({
  type: v.literal('following'),
  conversation: v.string(),
  topic: v.string(),
})
/** News of the topic do not come, or no longer. */
const refused = v.strictObject({
  type: v.literal('refused'),
  conversation: v.string(),
  topic: v.string(),
  code: v.picklist(['role-not-allowed', 'codes-needed', 'unknown-conversation', 'too-many-messages']),
})
/** Something new; what the document is, the topic says. */
const news = v.strictObject({
  type: v.literal('news'),
  conversation: v.string(),
  topic: v.string(),
  document: v.unknown(),
})
const pong = v.strictObject({ type: v.literal('pong') })

export const staffDown = v.variant('type', [following, refused, news, pong])
export type StaffDown = v.InferOutput<typeof staffDown>
