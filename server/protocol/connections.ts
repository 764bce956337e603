// Connections of a conversation to other programs, as its staff see them: tokens that read, addresses that are told.
import * as v from 'valibot'

/** What a token may allow. */
export const tokenScope = v.picklist(['read:results'])

export const tokenList = v.strictObject({
  tokens: v.array(
    v.object({
      id: v.number(),
      name: v.string(),
      createdAtMs: v.number(),
      revokedAtMs: v.nullable(v.number()),
    }),
  ),
})
export type ShownToken = v.InferOutput<typeof tokenList>['tokens'][number]

/** A token, shown this once. */
export const madeToken = v.strictObject({ id: v.number(), token: v.string() })

/** What an address can be told of. */
export const webhookEvent = v.picklist(['opened', 'closed', 'version-published', 'statement-waiting'])
export type WebhookEvent = v.InferOutput<typeof webhookEvent>

export const wantedWebhook = v.strictObject({
  url: v.pipe(v.string(), v.trim(), v.maxLength(500)),
  events: v.pipe(v.array(webhookEvent), v.minLength(1), v.maxLength(webhookEvent.options.length)),
})

/** A webhook with the key of its signatures, shown this once. */
export const madeWebhook = v.strictObject({ id: v.number(), secret: v.string() })

/** Why a try failed. */
export const deliveryFailure = v.picklist([
  'address-refused',
  'not-found',
  'no-connection',
  'certificate',
  'too-slow',
  'redirect',
  'status',
])
export type DeliveryFailure = v.InferOutput<typeof deliveryFailure>

export const webhookList = v.strictObject({
  webhooks: v.array(
    v.strictObject({
      id: v.number(),
      url: v.string(),
      events: v.array(webhookEvent),
      createdAtMs: v.number(),
    }),
  ),
  /** The newest messages first; `test` is one that somebody sent to try the address. */
  deliveries: v.array(
    v.strictObject({
      id: v.number(),
      webhook: v.number(),
      event: v.picklist([...webhookEvent.options, 'test']),
      createdAtMs: v.number(),
      attempts: v.number(),
      /** When it is tried next; null once it has arrived or was given up. */
      dueAtMs: v.nullable(v.number()),
      status: v.nullable(v.number()),
      failure: v.nullable(deliveryFailure),
    }),
  ),
})
export type WebhookList = v.InferOutput<typeof webhookList>
