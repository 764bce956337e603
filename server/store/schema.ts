// The tables. Times are milliseconds since 1970. Some of it this description cannot express, so it stands in the first
// migration by hand: tables with a composite key are WITHOUT ROWID, and triggers make the vote log append-only (I4).
import { sql } from 'drizzle-orm'
import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const conversation = sqliteTable('conversation', {
  /** Short internal key; the public name is `id`. */
  key: integer().primaryKey(),
  id: text().notNull().unique(),
  topic: text().notNull(),
  description: text().notNull(),
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  /** What differs from the default settings. */
  settings: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
})

export const participant = sqliteTable(
  'participant',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Dense within the conversation: 0, 1, 2 … */
    number: integer().notNull(),
    /** SHA-256 of the participant's token, base64url; null for people who came with an import. */
    tokenHash: text('token_hash'),
    /** Id in the export that the person came with; null for people who took part here. */
    sourceId: integer('source_id'),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.number] }),
    uniqueIndex('participant_token')
      .on(table.conversation, table.tokenHash)
      .where(sql`${table.tokenHash} is not null`),
  ],
)

export const statement = sqliteTable(
  'statement',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Number within the conversation, as in exports; may have gaps. */
    id: integer().notNull(),
    text: text().notNull(),
    /** Number of the participant who wrote it; null when unknown or staff. */
    author: integer(),
    createdAtMs: integer('created_at_ms').notNull(),
    /** −1 rejected, 0 not moderated, +1 accepted. */
    moderation: integer().notNull(),
    isMeta: integer('is_meta', { mode: 'boolean' }).notNull(),
    isSeed: integer('is_seed', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.id] })],
)

export const voteLog = sqliteTable(
  'vote_log',
  {
    conversation: integer().notNull(),
    /** Dense within the conversation: 1, 2, 3 … */
    sequence: integer().notNull(),
    participant: integer().notNull(),
    statement: integer().notNull(),
    /** −1, 0 or +1; null where a vote was withdrawn. */
    vote: integer(),
    /** The client's name for this act of voting; null for imported votes. */
    mutation: text(),
    timeMs: integer('time_ms').notNull(),
    /** Running hash: covers this entry and the hash of the one before. */
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.sequence] }),
    uniqueIndex('vote_log_mutation')
      .on(table.conversation, table.participant, table.mutation)
      .where(sql`${table.mutation} is not null`),
    foreignKey({
      columns: [table.conversation, table.participant],
      foreignColumns: [participant.conversation, participant.number],
    }),
    foreignKey({
      columns: [table.conversation, table.statement],
      foreignColumns: [statement.conversation, statement.id],
    }),
  ],
)

/** The newest published map of each conversation. */
export const snapshot = sqliteTable('snapshot', {
  conversation: integer()
    .primaryKey()
    .references(() => conversation.key),
  version: integer().notNull(),
  sequence: integer().notNull(),
  publishedAtMs: integer('published_at_ms').notNull(),
  /** The wire documents, as they are sent. */
  snapshot: text().notNull(),
  components: text().notNull(),
  /** What the presentation must remember so that letters and colours stay: JSON, known to the analysis only. */
  presentation: text().notNull(),
})
