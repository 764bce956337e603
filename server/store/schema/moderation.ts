// The tables of moderation: every decision as an event, and the lists that moderators keep.
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { conversation, statement } from '../schema.ts'

/** Every decision about a statement. Append-only: triggers refuse everything but INSERT. */
export const moderationEvent = sqliteTable(
  'moderation_event',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Dense within the conversation: 1, 2, 3 … */
    id: integer().notNull(),
    /** Id of the first event of the act that it belongs to. */
    act: integer().notNull(),
    statement: integer().notNull(),
    kind: text().notNull(),
    timeMs: integer('time_ms').notNull(),
    /** Number and name of the account; null for the service itself and its command line. */
    account: integer(),
    moderator: text(),
    /** States before and after; no state before for a statement that the event made. */
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    reason: text(),
    reasonWelsh: text('reason_welsh'),
    note: text(),
    /** Ids of other statements that it has to do with, as JSON. */
    related: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    /** The act that it undoes. */
    undoes: integer(),
    /** What it changed, as it was before: JSON. */
    before: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
    /** The moderator's name for this act, on its first event; makes a retry harmless. */
    mutation: text(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.id] }),
    index('moderation_event_statement').on(table.conversation, table.statement, table.id),
    index('moderation_event_act').on(table.conversation, table.act, table.id),
    uniqueIndex('moderation_event_mutation')
      .on(table.conversation, table.account, table.mutation)
      .where(sql`${table.mutation} is not null`),
    foreignKey({
      columns: [table.conversation, table.statement],
      foreignColumns: [statement.conversation, statement.id],
    }),
  ],
)

/** Reasons for refusing and words to be told of, of a conversation, or with 0 of the organisation. */
export const moderationList = sqliteTable('moderation_list', {
  conversation: integer().primaryKey(),
  lists: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  revision: integer().notNull(),
})
