import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { conversation } from '../schema.ts'

/** Images that texts of a conversation show. */
export const medium = sqliteTable(
  'medium',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** SHA-256 of the bytes, base64url. */
    hash: text().notNull(),
    /** Media type, as in `image/png`. */
    type: text().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    addedAtMs: integer('added_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.hash] })],
)
