// `ExchangeStore` on SQLite.
import type { Database } from 'better-sqlite3'
import type {
  DeliveryOutcome,
  ExchangeStore,
  StoredDelivery,
  StoredToken,
  StoredWebhook,
} from './exchange-store.ts'
import type { GroupCommit } from './group-commit.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import { SqliteRows } from './sqlite-rows.ts'
import type { NewAuditEntry } from './staff-store.ts'
import type { VoteLog } from './vote-log.ts'
import { queueNews, stateOf } from './webhook-news.ts'

type TokenRow = Omit<StoredToken, 'scopes'> & { readonly scopes: string }
type WebhookRow = Omit<StoredWebhook, 'events'> & { readonly events: string }

const TOKEN = `SELECT api_token.id, conversation.id AS conversation, name, scopes, api_token.created_at_ms AS createdAtMs,
  revoked_at_ms AS revokedAtMs FROM api_token JOIN conversation ON conversation.key = api_token.conversation`
const WEBHOOK = `SELECT webhook.id, conversation.id AS conversation, url, events, secret,
  webhook.created_at_ms AS createdAtMs FROM webhook JOIN conversation ON conversation.key = webhook.conversation`
const DELIVERY = `SELECT delivery.id, webhook, event, body, delivery.created_at_ms AS createdAtMs, attempts,
  due_at_ms AS dueAtMs, status, failure FROM delivery`

/** Messages that are kept for each webhook, the newest, to be looked at. */
const DELIVERIES_KEPT = 200

export class SqliteExchange implements ExchangeStore {
  readonly #rows: SqliteRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#rows = new SqliteRows(database)
    this.#log = log
    this.#writes = writes
  }

  async sourceIds(conversation: string): Promise<Float64Array> {
    const rows = this.#rows.all<{ readonly sourceId: number | null }>(
      'SELECT source_id AS sourceId FROM participant WHERE conversation = ? ORDER BY number',
      this.#log.keyOf(conversation),
    )
    return Float64Array.from(rows, ({ sourceId }) => sourceId ?? -1)
  }

  addOldAddress(path: string, conversation: string): Promise<boolean> {
    return this.#writes.submit(
      () =>
        this.#rows.run(
          'INSERT INTO old_address (path, conversation) VALUES (?, ?) ON CONFLICT DO NOTHING',
          path,
          this.#key(conversation),
        ) > 0,
    )
  }

  async conversationAt(path: string): Promise<string | null> {
    const row = this.#rows.get<{ readonly id: string }>(
      `SELECT id FROM conversation JOIN old_address ON old_address.conversation = conversation.key
       WHERE path = ?`,
      path,
    )
    return row?.id ?? null
  }

  addToken(token: Parameters<ExchangeStore['addToken']>[0], audit?: NewAuditEntry): Promise<number> {
    const { conversation, name, tokenHash, scopes, createdAtMs } = token
    return this.#writes.submit(() => {
      const id = this.#insert(
        'INSERT INTO api_token (conversation, name, token_hash, scopes, created_at_ms) VALUES (?, ?, ?, ?, ?)',
        this.#key(conversation),
        name,
        tokenHash,
        JSON.stringify(scopes),
        createdAtMs,
      )
      writeAudit(this.#rows, audit, { id })
      return id
    })
  }

  async tokens(conversation: string): Promise<readonly StoredToken[]> {
    return this.#rows
      .all<TokenRow>(`${TOKEN} WHERE conversation.id = ? ORDER BY api_token.id DESC`, conversation)
      .map(tokenOfRow)
  }

  async tokenOf(tokenHash: string): Promise<StoredToken | null> {
    const row = this.#rows.get<TokenRow>(`${TOKEN} WHERE token_hash = ? AND revoked_at_ms IS NULL`, tokenHash)
    return row === undefined ? null : tokenOfRow(row)
  }

  revokeToken(conversation: string, id: number, timeMs: number, audit?: NewAuditEntry): Promise<boolean> {
    return this.#writes.submit(() => {
      const revoked = this.#rows.run(
        'UPDATE api_token SET revoked_at_ms = ? WHERE conversation = ? AND id = ? AND revoked_at_ms IS NULL',
        timeMs,
        this.#log.keyOf(conversation),
        id,
      )
      if (revoked > 0) writeAudit(this.#rows, audit)
      return revoked > 0
    })
  }

  addWebhook(
    { conversation, url, events, secret, createdAtMs }: Omit<StoredWebhook, 'id'>,
    audit?: NewAuditEntry,
  ): Promise<number> {
    return this.#writes.submit(() => {
      const key = this.#key(conversation)
      const id = this.#insert(
        'INSERT INTO webhook (conversation, url, events, secret, told, created_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
        key,
        url,
        JSON.stringify(events),
        secret,
        JSON.stringify(stateOf(this.#rows, key)),
        createdAtMs,
      )
      writeAudit(this.#rows, audit, { id })
      return id
    })
  }

  async webhooks(conversation: string): Promise<readonly StoredWebhook[]> {
    return this.#webhooks(conversation)
  }

  removeWebhook(conversation: string, id: number, audit?: NewAuditEntry): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      const removed = this.#rows.run('DELETE FROM webhook WHERE conversation = ? AND id = ?', key, id)
      if (removed > 0) writeAudit(this.#rows, audit)
      return removed > 0
    })
  }

  async queueNews(conversation: string | null, timeMs: number): Promise<number> {
    const told = this.#rows.all<{ readonly key: number; readonly id: string }>(
      `SELECT key, id FROM conversation WHERE key IN (SELECT conversation FROM webhook) AND deletes_at_ms IS NULL
       AND (id = ? OR ? IS NULL)`,
      conversation,
      conversation,
    )
    if (told.length === 0) return 0
    return this.#writes.submit(() =>
      told.reduce(
        (count, each) =>
          count + queueNews(this.#rows, each, timeMs, (id, message) => this.#queue(id, message, timeMs)),
        0,
      ),
    )
  }

  queueDelivery(
    conversation: string,
    webhook: number,
    message: Pick<StoredDelivery, 'event' | 'body'>,
    timeMs: number,
  ): Promise<boolean> {
    return this.#writes.submit(() => {
      const isThere = this.#webhooks(conversation).some(({ id }) => id === webhook)
      if (isThere) this.#queue(webhook, message, timeMs)
      return isThere
    })
  }

  async dueDeliveries(nowMs: number, limit: number) {
    const due = this.#rows.all<StoredDelivery>(
      `${DELIVERY} WHERE id IN (SELECT min(id) FROM delivery WHERE due_at_ms <= ? GROUP BY webhook)
       ORDER BY due_at_ms, id LIMIT ?`,
      nowMs,
      limit,
    )
    return due.map((delivery) => ({
      delivery,
      // The reference vouches for it.
      webhook: webhookOfRow(this.#rows.get<WebhookRow>(`${WEBHOOK} WHERE webhook.id = ?`, delivery.webhook)!),
    }))
  }

  finishDelivery(id: number, { attempts, dueAtMs, status, failure }: DeliveryOutcome): Promise<void> {
    return this.#writes.submit(
      () =>
        void this.#rows.run(
          'UPDATE delivery SET attempts = ?, due_at_ms = ?, status = ?, failure = ? WHERE id = ?',
          attempts,
          dueAtMs,
          status,
          failure,
          id,
        ),
    )
  }

  async deliveries(conversation: string, limit: number): Promise<readonly StoredDelivery[]> {
    return this.#rows.all<StoredDelivery>(
      `${DELIVERY} WHERE webhook IN (SELECT id FROM webhook WHERE conversation = ?) ORDER BY delivery.id DESC LIMIT ?`,
      this.#log.keyOf(conversation),
      limit,
    )
  }

  #queue(webhook: number, { event, body }: Pick<StoredDelivery, 'event' | 'body'>, timeMs: number): void {
    this.#rows.run(
      'INSERT INTO delivery (webhook, event, body, created_at_ms, due_at_ms) VALUES (?, ?, ?, ?, ?)',
      webhook,
      event,
      body,
      timeMs,
      timeMs,
    )
    this.#rows.run(
      `DELETE FROM delivery WHERE webhook = ? AND due_at_ms IS NULL AND id NOT IN
       (SELECT id FROM delivery WHERE webhook = ? ORDER BY id DESC LIMIT ${DELIVERIES_KEPT})`,
      webhook,
      webhook,
    )
  }

  #webhooks(conversation: string): StoredWebhook[] {
    return this.#rows
      .all<WebhookRow>(`${WEBHOOK} WHERE conversation.id = ? ORDER BY webhook.id`, conversation)
      .map(webhookOfRow)
  }

  #insert(sql: string, ...values: readonly (string | number)[]): number {
    return this.#rows.get<{ readonly id: number }>(`${sql} RETURNING id`, ...values)!.id // what was just written
  }

  #key(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }
}

function tokenOfRow(row: TokenRow): StoredToken {
  return { ...row, scopes: JSON.parse(row.scopes) as string[] } // written by addToken
}

function webhookOfRow(row: WebhookRow): StoredWebhook {
  return { ...row, events: JSON.parse(row.events) as string[] } // written by addWebhook
}
