// Deletes a conversation for good. Tables of append-only entries have triggers that refuse it; they are taken away and put
// back within the one transaction, so that nobody ever sees them missing.
import type { Database } from 'better-sqlite3'

/** Deletes all rows that belong to the conversation with this key; runs within the caller's transaction. */
export function purgeConversation(database: Database, key: number): void {
  withoutTriggers(database, () => {
    // Rows that refer to each other go one after the other; what would be left dangling is found at COMMIT.
    database.pragma('defer_foreign_keys = ON')
    for (const table of tablesOfConversations(database)) {
      database.prepare(`DELETE FROM "${table}" WHERE conversation = ?`).run(key)
    }
    database.prepare('DELETE FROM conversation WHERE key = ?').run(key)
  })
}

/** What an import writes, whatever refers to something before what it refers to. */
const IMPORTED = [
  ['vote_log', 'sequence'],
  ['statement', 'id'],
  ['text_log', 'sequence'],
  ['participant', 'number'],
] as const

/**
 * Deletes some rows of a conversation that was being imported; true once nothing of it is left. Runs within the caller's
 * transaction.
 */
export function purgeSome(database: Database, key: number, most: number): boolean {
  return withoutTriggers(database, () => {
    let room = most
    for (const [table, column] of IMPORTED) {
      const { changes } = database
        .prepare(
          `DELETE FROM ${table} WHERE conversation = ? AND ${column} IN
           (SELECT ${column} FROM ${table} WHERE conversation = ? ORDER BY ${column} DESC LIMIT ?)`,
        )
        .run(key, key, room)
      room -= changes
      if (room === 0) return false
    }
    database.prepare('DELETE FROM conversation WHERE key = ?').run(key)
    return true
  })
}

function withoutTriggers<Result>(database: Database, work: () => Result): Result {
  const triggers = database
    .prepare<[], { readonly name: string; readonly sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'",
    )
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
  try {
    return work()
  } finally {
    for (const { sql } of triggers) database.exec(sql)
  }
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
