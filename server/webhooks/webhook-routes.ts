// Webhooks as owners manage them: added with a key that is shown once, tried out, removed, and what became of each message.
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { bodyOf } from '../http/speaker.ts'
import { wantedWebhook, webhookList } from '../protocol/connections.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'
import { isUsableAddress } from './send-message.ts'
import { messageOf } from './message.ts'

const ACTION = 'manage-connections'
/** Addresses that one conversation tells. */
export const WEBHOOKS_AT_MOST = 10
const DELIVERIES_SHOWN = 50

export interface WebhookRoutes {
  readonly store: Store
  readonly refuse: Refuse
  /** Whether addresses of the own network will do. */
  readonly allowsLocal: boolean
}

export function addWebhooks(routes: StaffRoutes, { store, refuse, allowsLocal }: WebhookRoutes): void {
  const { exchange } = store

  routes.ofConversation('get', '/webhooks', ACTION, async ({ context, conversation }) => {
    const [webhooks, deliveries] = await Promise.all([
      exchange.webhooks(conversation.id),
      exchange.deliveries(conversation.id, DELIVERIES_SHOWN),
    ])
    const shown = {
      webhooks: webhooks.map(({ id, url, events, createdAtMs }) => ({ id, url, events, createdAtMs })),
      deliveries: deliveries.map(({ body: _, ...delivery }) => delivery),
    }
    return context.json(v.parse(webhookList, shown))
  })

  routes.ofConversation('post', '/webhooks', ACTION, async ({ context, conversation, line }) => {
    const read = await bodyOf(context, wantedWebhook)
    if (typeof read === 'string') return refuse(context, read)
    const { url, events } = read.body
    if (!isUsableAddress(url, allowsLocal)) return refuse(context, 'webhook-address')
    const present = await exchange.webhooks(conversation.id)
    if (present.length >= WEBHOOKS_AT_MOST) return refuse(context, 'too-many-webhooks')
    const secret = randomBytes(32).toString('base64url')
    // The path of such an address is often a secret of its own.
    const audit = line({ code: 'added-webhook', detail: { host: new URL(url).host, events } })
    const wanted = { conversation: conversation.id, url, events: [...new Set(events)], secret }
    const id = await exchange.addWebhook({ ...wanted, createdAtMs: Date.now() }, audit)
    return context.json({ id, secret })
  })

  routes.ofConversation('delete', '/webhooks/:webhook', ACTION, async ({ context, conversation, line }) => {
    const id = Number(context.req.param('webhook'))
    const audit = line({ code: 'removed-webhook', detail: { id } })
    if (!(await exchange.removeWebhook(conversation.id, id, audit))) return refuse(context, 'unknown-page')
    return context.json({})
  })

  routes.ofConversation(
    'post',
    '/webhooks/:webhook/test',
    ACTION,
    async ({ context, conversation, note }) => {
      const id = Number(context.req.param('webhook'))
      const nowMs = Date.now()
      const body = messageOf('test', conversation.id, nowMs)
      if (!(await exchange.queueDelivery(conversation.id, id, { event: 'test', body }, nowMs))) {
        return refuse(context, 'unknown-page')
      }
      note({ code: 'tried-webhook', detail: { id } })
      return context.json({})
    },
  )
}
