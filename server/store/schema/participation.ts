// The tables of what is one's own besides votes: further devices, return codes, reports, answers to questions about people.
import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { conversation, participant, statement } from '../schema.ts'

/** Further tokens of a participant: the devices on which a return code was entered. */
export const device = sqliteTable(
  'device',
  {
    conversation: integer().notNull(),
    tokenHash: text('token_hash').notNull(),
    participant: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.tokenHash] }),
    foreignKey({
      columns: [table.conversation, table.participant],
      foreignColumns: [participant.conversation, participant.number],
    }),
  ],
)

/** One return code for each participant who asked for one; only a slow, keyed hash of it. */
export const returnCode = sqliteTable(
  'return_code',
  {
    conversation: integer().notNull(),
    codeHash: text('code_hash').notNull(),
    participant: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.codeHash] }),
    uniqueIndex('return_code_participant').on(table.conversation, table.participant),
    foreignKey({
      columns: [table.conversation, table.participant],
      foreignColumns: [participant.conversation, participant.number],
    }),
  ],
)

/** What people found wrong with statements: one report for each person and statement. */
export const report = sqliteTable(
  'report',
  {
    conversation: integer().notNull(),
    statement: integer().notNull(),
    /** Hash of the token of whoever reported. */
    reporter: text().notNull(),
    reason: text().notNull(),
    timeMs: integer('time_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.statement, table.reporter] }),
    foreignKey({
      columns: [table.conversation, table.statement],
      foreignColumns: [statement.conversation, statement.id],
    }),
  ],
)

/** Answers to the entry questions, apart from the votes: a respondent is no participant number. */
export const entryAnswer = sqliteTable(
  'entry_answer',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Hash made of the participant's token, which leads neither to the token nor to the votes. */
    respondent: text().notNull(),
    question: text().notNull(),
    answer: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.respondent, table.question] })],
)
