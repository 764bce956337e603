import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex, index } from 'drizzle-orm/sqlite-core'
import { conversation } from '../schema.ts'
import type { ToldState } from '../webhook-news.ts'

/** Addresses that an imported conversation had before, such as `/2demo` or `/report/r7abc`; they lead on. */
export const oldAddress = sqliteTable('old_address', {
  /** Without the slash in front. */
  path: text().primaryKey(),
  conversation: integer()
    .notNull()
    .references(() => conversation.key, { onDelete: 'cascade' }),
})

/** What lets other programs read: only the hash of each token, with what it allows. */
export const apiToken = sqliteTable('api_token', {
  id: integer().primaryKey(),
  conversation: integer()
    .notNull()
    .references(() => conversation.key, { onDelete: 'cascade' }),
  /** What the person who made it calls it. */
  name: text().notNull(),
  /** SHA-256, base64url. */
  tokenHash: text('token_hash').notNull().unique(),
  scopes: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  revokedAtMs: integer('revoked_at_ms'),
})

/** Addresses that are told when something happens. */
export const webhook = sqliteTable('webhook', {
  id: integer().primaryKey(),
  conversation: integer()
    .notNull()
    .references(() => conversation.key, { onDelete: 'cascade' }),
  url: text().notNull(),
  events: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  /** Key of the signature. */
  secret: text().notNull(),
  /** How things stood when it was last told of them, so that nothing is missed while nobody looks; null before that. */
  told: text({ mode: 'json' }).$type<ToldState>(),
  createdAtMs: integer('created_at_ms').notNull(),
})

/** What a webhook was told or is still to be told. */
export const delivery = sqliteTable(
  'delivery',
  {
    id: integer().primaryKey(),
    webhook: integer()
      .notNull()
      .references(() => webhook.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    body: text().notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    attempts: integer().notNull().default(0),
    /** When to try next; null once it is done or given up. */
    dueAtMs: integer('due_at_ms'),
    /** Status of the last answer; null where there was none. */
    status: integer(),
    /** Why the last try failed, in a few words; null where it did not. */
    failure: text(),
  },
  (table) => [
    index('delivery_due')
      .on(table.dueAtMs)
      .where(sql`${table.dueAtMs} is not null`),
    uniqueIndex('delivery_of_webhook').on(table.webhook, table.id),
  ],
)
