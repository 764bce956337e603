// What was withdrawn or erased since the last published map, as it was, so that everything public can go on being made of the
// same votes until it moves on for other people too (I8). Gone as soon as a map is stored that counts the withdrawal.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel } from '../../protocol/channel.ts'

export const heldEntry = sqliteTable(
  'held_entry',
  {
    conversation: integer().notNull(),
    /** The entry of the log that has lost its content. */
    sequence: integer().notNull(),
    participant: integer().notNull(),
    statement: integer().notNull(),
    /** −1, 0 or +1; null where the entry was a withdrawal itself. */
    vote: integer(),
    timeMs: integer('time_ms').notNull(),
    /** The entry of the log by which it lost its content. */
    until: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.sequence] })],
)

/** By which way those had come who were erased since the last published map. */
export const heldChannel = sqliteTable(
  'held_channel',
  {
    conversation: integer().notNull(),
    participant: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    /** The entry of the log that says that they were erased. */
    until: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.participant] })],
)
