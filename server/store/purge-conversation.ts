// Deletes a conversation for good. Tables of append-only entries have triggers that refuse it; they are taken away and put
// back within the one transaction, so that nobody ever sees them missing.
import type { Database } from 'better-sqlite3'

/** Deletes all rows that belong to the conversation with this key; runs within the caller's transaction. */
export function purgeConversation(database: Database, key: number): void {
  const triggers = database
    .prepare<[], { readonly name: string; readonly sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'",
    )
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
  // Rows that refer to each other go one after the other; what would be left dangling is found at COMMIT.
  database.pragma('defer_foreign_keys = ON')
  for (const table of tablesOfConversations(database)) {
    database.prepare(`DELETE FROM "${table}" WHERE conversation = ?`).run(key)
  }
  database.prepare('DELETE FROM conversation WHERE key = ?').run(key)
  for (const { sql } of triggers) database.exec(sql)
}

/** Every table whose column `conversation` holds keys of conversations; the audit log, which names them by text, is none. */
function tablesOfConversations(database: Database): string[] {
  return database
    .prepare<[], string>(
      `SELECT tables.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.name = 'conversation' AND lower(columns.type) = 'integer'`,
    )
    .pluck()
    .all()
}
