// What the page for connections knows: tokens, webhooks, what became of messages, and what was made and is shown once.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import {
  madeToken,
  madeWebhook,
  type ShownToken,
  tokenList,
  type WebhookEvent,
  type WebhookList,
  webhookList,
} from '../../server/protocol/connections.ts'
import { boot } from '../page/boot.ts'
import { askStaff, type StaffAnswer } from '../staff/ask-staff.ts'

/** Undefined until they are known. */
export const tokens = signal<readonly ShownToken[] | undefined>(undefined)
export const webhooks = signal<WebhookList | undefined>(undefined)
/** Why something was not done, in words, by the part of the page where it was asked for. */
export const trouble = signal<{ readonly part: 'tokens' | 'webhooks'; readonly message: string } | null>(null)
/** The token that was just made. */
export const newToken = signal<string | null>(null)
/** The key of the webhook that was just added. */
export const newSecret = signal<string | null>(null)

const conversation = boot.conversation?.id ?? ''

export async function load(): Promise<void> {
  await Promise.all([loadTokens(), loadWebhooks()])
}

export async function loadWebhooks(): Promise<void> {
  const answer = valueOf('webhooks', await askStaff(facilitateApi.webhooks(conversation), webhookList))
  if (answer !== null) webhooks.value = answer
}

/** Makes a token; whether it was made. */
export async function makeToken(name: string): Promise<boolean> {
  const body = { name, scopes: ['read:results'] }
  const made = valueOf('tokens', await askStaff(facilitateApi.tokens(conversation), madeToken, { body }))
  if (made === null) return false
  newToken.value = made.token
  await loadTokens()
  return true
}

export async function revokeToken(id: number): Promise<void> {
  const path = facilitateApi.token(conversation, id)
  if (valueOf('tokens', await askStaff(path, v.strictObject({}), { method: 'DELETE' })) === null) return
  newToken.value = null
  await loadTokens()
}

/** Adds a webhook; whether it was added. */
export async function addWebhook(url: string, events: readonly WebhookEvent[]): Promise<boolean> {
  const path = facilitateApi.webhooks(conversation)
  const made = valueOf('webhooks', await askStaff(path, madeWebhook, { body: { url, events } }))
  if (made === null) return false
  newSecret.value = made.secret
  await loadWebhooks()
  return true
}

export async function removeWebhook(id: number): Promise<void> {
  const path = facilitateApi.webhook(conversation, id)
  if (valueOf('webhooks', await askStaff(path, v.strictObject({}), { method: 'DELETE' })) === null) return
  newSecret.value = null
  await loadWebhooks()
}

export async function testWebhook(id: number): Promise<void> {
  const path = facilitateApi.webhookTest(conversation, id)
  if (valueOf('webhooks', await askStaff(path, v.strictObject({}), { method: 'POST' })) === null) return
  await loadWebhooks()
}

async function loadTokens(): Promise<void> {
  const answer = valueOf('tokens', await askStaff(facilitateApi.tokens(conversation), tokenList))
  if (answer !== null) tokens.value = answer.tokens
}

function valueOf<Value>(part: 'tokens' | 'webhooks', answer: StaffAnswer<Value>): Value | null {
  if ('refusal' in answer) {
    trouble.value = { part, message: answer.refusal.message }
    return null
  }
  if (trouble.value?.part === part) trouble.value = null
  return answer.value
}
