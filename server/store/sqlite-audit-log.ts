// The audit log on SQLite: entries are added and read; triggers refuse everything else.
import { and, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import { auditLog } from './schema/staff.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import type { AuditFilter, NewAuditEntry, StoredAuditEntry } from './staff-store.ts'

export class SqliteAuditLog {
  readonly #orm: BetterSQLite3Database
  readonly #writes: GroupCommit

  constructor(orm: BetterSQLite3Database, writes: GroupCommit) {
    this.#orm = orm
    this.#writes = writes
  }

  add(entry: NewAuditEntry): Promise<void> {
    return this.#writes.submit(() => {
      this.#orm.insert(auditLog).values(entry).run()
    })
  }

  list(filter: AuditFilter, before: number | null, limit: number): readonly StoredAuditEntry[] {
    const { account, conversation, action, text, codes = [], fromMs, beforeMs } = filter
    return this.#orm
      .select()
      .from(auditLog)
      .where(
        and(
          before === null ? undefined : lt(auditLog.number, before),
          account === undefined ? undefined : eq(auditLog.account, account),
          conversation === undefined ? undefined : eq(auditLog.conversation, conversation),
          action === undefined ? undefined : eq(auditLog.action, action),
          fromMs === undefined ? undefined : gte(auditLog.timeMs, fromMs),
          beforeMs === undefined ? undefined : lt(auditLog.timeMs, beforeMs),
          text === undefined
            ? undefined
            : or(
                holds(auditLog.subject, text),
                holds(auditLog.detail, text),
                inArray(auditLog.code, [...codes]),
              ),
        ),
      )
      .orderBy(desc(auditLog.number))
      .limit(limit)
      .all()
  }
}

/**
 * Writes a line, where there is one, within the transaction of the change that it tells of; `made` is what only that change
 * could tell, such as the number that it gave.
 */
export function writeAudit(
  rows: SqliteRows,
  entry: NewAuditEntry | null | undefined,
  made: Readonly<Record<string, unknown>> = {},
): void {
  if (entry === null || entry === undefined) return
  const { timeMs, account, name, role, action, conversation, code, subject, detail } = entry
  rows.run(
    `INSERT INTO audit_log (time_ms, account, name, role, action, conversation, code, subject, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[timeMs, account, name, role, action, conversation, code, subject],
    detail === null && Object.keys(made).length === 0 ? null : JSON.stringify({ ...made, ...detail }),
  )
}

/** Whether a column holds a text, with capitals or without; what people type has no special signs. */
function holds(column: typeof auditLog.subject | typeof auditLog.detail, text: string) {
  return sql`instr(lower(${column}), lower(${text})) > 0`
}
