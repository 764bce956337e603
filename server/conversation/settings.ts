// What a facilitator may set for one conversation; the store keeps only what differs from the defaults.
import * as v from 'valibot'

export const conversationSettings = v.strictObject({
  /** Number of participants at which the map opens. */
  opensAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(1000)), 7),
  /** Only statements that a moderator has accepted are shown and counted. */
  strictModeration: v.optional(v.boolean(), false),
  /** Further origins, such as `https://www.example.org`, whose pages may open a socket. */
  origins: v.optional(v.array(v.pipe(v.string(), v.url())), []),
})
export type ConversationSettings = v.InferOutput<typeof conversationSettings>
