// Sessions of staff on SQLite, as `StaffStore` says.
import { and, desc, eq, gt, lte, ne, or } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import { session } from './schema/staff.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import type { NewAuditEntry, NewSession, StoredSession } from './staff-store.ts'

export class SqliteStaffSessions {
  readonly #orm: BetterSQLite3Database
  readonly #rows: SqliteRows
  readonly #writes: GroupCommit

  constructor(orm: BetterSQLite3Database, rows: SqliteRows, writes: GroupCommit) {
    this.#orm = orm
    this.#rows = rows
    this.#writes = writes
  }

  add(fresh: NewSession, audit?: NewAuditEntry | null): Promise<void> {
    return this.#writes.submit(() => {
      this.#orm
        .insert(session)
        .values({ ...fresh, seenAtMs: fresh.createdAtMs })
        .run()
      writeAudit(this.#rows, audit)
    })
  }

  find(tokenHash: string, madeAfterMs: number, seenAfterMs: number): StoredSession | null {
    const isAlive = and(gt(session.createdAtMs, madeAfterMs), gt(session.seenAtMs, seenAfterMs))
    const row = this.#orm
      .select()
      .from(session)
      .where(and(eq(session.tokenHash, tokenHash), isAlive))
      .get()
    return row === undefined ? null : withoutToken(row)
  }

  list(account: number | null, madeAfterMs: number, seenAfterMs: number): readonly StoredSession[] {
    const isAlive = and(gt(session.createdAtMs, madeAfterMs), gt(session.seenAtMs, seenAfterMs))
    const isMeant = account === null ? isAlive : and(eq(session.account, account), isAlive)
    return this.#orm
      .select()
      .from(session)
      .where(isMeant)
      .orderBy(desc(session.seenAtMs), session.id)
      .all()
      .map(withoutToken)
  }

  touch(id: string, nowMs: number, madeAfterMs: number, seenAfterMs: number): Promise<void> {
    return this.#writes.submit(() => {
      this.#orm.update(session).set({ seenAtMs: nowMs }).where(eq(session.id, id)).run()
      const isOver = or(lte(session.createdAtMs, madeAfterMs), lte(session.seenAtMs, seenAfterMs))
      this.#orm.delete(session).where(isOver).run()
    })
  }

  strengthen(id: string): Promise<void> {
    return this.#writes.submit(() => {
      this.#orm.update(session).set({ isStrong: true }).where(eq(session.id, id)).run()
    })
  }

  end(id: string, audit?: NewAuditEntry | null): Promise<number | null> {
    return this.#writes.submit(() => {
      const ended = this.#orm
        .delete(session)
        .where(eq(session.id, id))
        .returning({ account: session.account })
      const found = ended.get()
      if (found !== undefined) writeAudit(this.#rows, audit)
      return found?.account ?? null
    })
  }

  endAll(account: number, exceptId: string | null, audit?: NewAuditEntry | null): Promise<number> {
    return this.#writes.submit(() => {
      const isMeant = and(eq(session.account, account), ne(session.id, exceptId ?? ''))
      const ended = this.#orm.delete(session).where(isMeant).run().changes
      writeAudit(this.#rows, audit)
      return ended
    })
  }
}

function withoutToken({ tokenHash: _, ...rest }: typeof session.$inferSelect): StoredSession {
  return rest
}
