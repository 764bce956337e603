import { blob, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { conversation } from '../schema.ts'

/** What facilitators wrote for the report: names of groups and axes, an introduction, notes. */
export const reportWords = sqliteTable('report_words', {
  conversation: integer()
    .primaryKey()
    .references(() => conversation.key),
  words: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
})

/** Published versions; triggers in the migration refuse everything but INSERT. */
export const reportVersion = sqliteTable(
  'report_version',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    number: integer().notNull(),
    publishedAtMs: integer('published_at_ms').notNull(),
    sequence: integer().notNull(),
    logHash: text('log_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.number] })],
)

/** The files of published versions; triggers as above. */
export const reportFile = sqliteTable(
  'report_file',
  {
    conversation: integer().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    sha256: text().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.version, table.name] }),
    foreignKey({
      columns: [table.conversation, table.version],
      foreignColumns: [reportVersion.conversation, reportVersion.number],
    }),
  ],
)
