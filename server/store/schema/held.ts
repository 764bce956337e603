// What was withdrawn or erased since the last published map, as it was, so that everything public can go on being made of the
// same votes until it moves on for other people too (I8). Gone as soon as a map is stored that counts the withdrawal.
import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

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
