import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { conversation } from '../schema.ts'

/** Invitation codes: only their hashes, and the participant's token once a code has been used. */
export const invitation = sqliteTable(
  'invitation',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Keyed hash of the code. */
    codeHash: text('code_hash').notNull(),
    madeAtMs: integer('made_at_ms').notNull(),
    /** Null until it is used. */
    usedAtMs: integer('used_at_ms'),
    /** Hash of the token of whoever used it; null when unused, and when that person was erased. */
    tokenHash: text('token_hash'),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.codeHash] }),
    index('invitation_token').on(table.conversation, table.tokenHash),
  ],
)
