// Deletes a conversation for good, in pieces, so that votes of others are stored in between. Tables of append-only entries have
// triggers that refuse it; they are taken away and put back within the one transaction, so that nobody ever sees them missing.
import type { Database } from 'better-sqlite3'

/** Rows that are deleted at a time at most; it is asked between them whether there is time for more. */
const MOST_ROWS = 512
/** Rows that take longer than this are deleted fewer at a time: some hold a whole file. */
const SLOW_MS = 2

/**
 * Deletes some of all that belongs to the conversation with this key; true once nothing of it is left. Runs within the caller's
 * transaction, for as long as `mayGoOn` says so. Until the last piece the conversation must stand under a name that nobody
 * can have (staged-name.ts).
 */
export function purgeSome(database: Database, key: number, mayGoOn: () => boolean): boolean {
  return withoutTriggers(database, () => {
    let rows = 1
    for (const table of tablesOfConversations(database)) {
      const columns = keyOf(database, table)
      const remove = database.prepare<[number, number]>(
        `DELETE FROM "${table}" WHERE (${columns}) IN
         (SELECT ${columns} FROM "${table}" WHERE conversation = ? LIMIT ?)`,
      )
      for (let isLeft = true; isLeft;) {
        const began = performance.now()
        isLeft = remove.run(key, rows).changes === rows
        if (isLeft && !mayGoOn()) return false
        rows = performance.now() - began > SLOW_MS ? Math.ceil(rows / 2) : Math.min(2 * rows, MOST_ROWS)
      }
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

/**
 * Every table whose column `conversation` holds keys of conversations, each before those that it refers to; the audit log,
 * which names them by text, is none.
 */
function tablesOfConversations(database: Database): string[] {
  const tables = database
    .prepare<[], string>(
      `SELECT tables.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.name = 'conversation' AND lower(columns.type) = 'integer'`,
    )
    .pluck()
    .all()
  const referring = database
    .prepare<[string], string>(
      `SELECT DISTINCT tables.name FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys WHERE keys."table" = ?`,
    )
    .pluck()
  const ordered = new Set<string>()
  const add = (table: string) => {
    for (const child of referring.all(table)) if (tables.includes(child) && child !== table) add(child)
    ordered.add(table)
  }
  for (const table of tables) add(table)
  return [...ordered]
}

/** The columns by which a row of a table is known. */
function keyOf(database: Database, table: string): string {
  const hasNoRowid = database
    .prepare<[string], number>('SELECT wr FROM pragma_table_list(?)')
    .pluck()
    .get(table)
  if (hasNoRowid !== 1) return 'rowid'
  const columns = database.prepare<[string], string>(
    'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk',
  )
  return columns.pluck().all(table).join(', ')
}
