// What exports, imports and connections to other programs need of the storage. Part of `Store`; every method may reject
// with `StorageUnavailable`. A line of the audit log is stored together with what it tells of.

import type { NewAuditEntry } from './staff-store.ts'

/** A token with which another program reads; the token itself is not kept. */
export interface StoredToken {
  readonly id: number
  readonly conversation: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAtMs: number
  readonly revokedAtMs: number | null
}

/** An address that is told when something happens. */
export interface StoredWebhook {
  readonly id: number
  readonly conversation: string
  readonly url: string
  readonly events: readonly string[]
  readonly secret: string
  readonly createdAtMs: number
}

/** One message to a webhook. */
export interface StoredDelivery {
  readonly id: number
  readonly webhook: number
  readonly event: string
  readonly body: string
  readonly createdAtMs: number
  readonly attempts: number
  /** When to try next; null once it is done or given up. */
  readonly dueAtMs: number | null
  readonly status: number | null
  readonly failure: string | null
}

/** What a try came to. */
export type DeliveryOutcome = Pick<StoredDelivery, 'attempts' | 'dueAtMs' | 'status' | 'failure'>

export interface ExchangeStore {
  /** Id of each participant in the export that they came with, by number; −1 for those who took part here. */
  sourceIds(conversation: string): Promise<Float64Array>

  /** Lets an address of before lead to a conversation; false where it leads somewhere already. */
  addOldAddress(path: string, conversation: string): Promise<boolean>

  /** The conversation to which an address of before leads, or null. */
  conversationAt(path: string): Promise<string | null>

  /** Keeps a token; its id, which the line tells too. */
  addToken(
    token: Omit<StoredToken, 'id' | 'revokedAtMs'> & { readonly tokenHash: string },
    audit?: NewAuditEntry,
  ): Promise<number>

  /** All tokens of a conversation, revoked ones too, newest first. */
  tokens(conversation: string): Promise<readonly StoredToken[]>

  /** The token of this hash, unless it was revoked. */
  tokenOf(tokenHash: string): Promise<StoredToken | null>

  /** Revokes a token of a conversation; false where there is none that is valid. */
  revokeToken(conversation: string, id: number, timeMs: number, audit?: NewAuditEntry): Promise<boolean>

  /** Keeps a webhook; its id, which the line tells too. */
  addWebhook(webhook: Omit<StoredWebhook, 'id'>, audit?: NewAuditEntry): Promise<number>

  webhooks(conversation: string): Promise<readonly StoredWebhook[]>

  /** Removes a webhook with all its deliveries; false where there is none. */
  removeWebhook(conversation: string, id: number, audit?: NewAuditEntry): Promise<boolean>

  /**
   * Notes a message for every webhook about what has happened since it was last told, in one conversation or, for null, in
   * any; how many messages there were. A webhook that is new is told of what comes after it.
   */
  queueNews(conversation: string | null, timeMs: number): Promise<number>

  /** Notes a message for one webhook of the conversation; false where there is none. */
  queueDelivery(
    conversation: string,
    webhook: number,
    message: Pick<StoredDelivery, 'event' | 'body'>,
    timeMs: number,
  ): Promise<boolean>

  /** Of each webhook the first message that is due, the longest due first. */
  dueDeliveries(
    nowMs: number,
    limit: number,
  ): Promise<readonly { readonly delivery: StoredDelivery; readonly webhook: StoredWebhook }[]>

  /** Notes what a try came to. */
  finishDelivery(id: number, outcome: DeliveryOutcome): Promise<void>

  /** The newest deliveries of a conversation's webhooks, newest first. */
  deliveries(conversation: string, limit: number): Promise<readonly StoredDelivery[]>
}
