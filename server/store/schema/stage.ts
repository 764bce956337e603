import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { conversation } from '../schema.ts'

/** What the screen in the hall shows. */
export const stage = sqliteTable('stage', {
  conversation: integer()
    .primaryKey()
    .references(() => conversation.key),
  /** Grows with each change by a host. */
  revision: integer().notNull().default(0),
  /** What the hosts have chosen. */
  state: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  /** What the hall saw last, JSON: after a restart it goes on from there and not from the newest vote. */
  sight: text(),
})

/** The letters by which people join, one row for each conversation that was given some. */
export const joinCode = sqliteTable(
  'join_code',
  {
    conversation: integer()
      .primaryKey()
      .references(() => conversation.key),
    code: text().notNull(),
  },
  (table) => [uniqueIndex('join_code_code').on(table.code)],
)

/** Screens that may show the stage. */
export const screen = sqliteTable(
  'screen',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    number: integer().notNull(),
    /** SHA-256 of the token in the screen's link, base64url; null once the link was taken back. */
    tokenHash: text('token_hash'),
    name: text().notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.number] }),
    uniqueIndex('screen_token').on(table.conversation, table.tokenHash),
  ],
)
