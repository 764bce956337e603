// `StaffStore` on SQLite: accounts, what they may do, and the links by which they come to be. Sessions and the audit log
// are in sqlite-staff-sessions.ts and sqlite-audit-log.ts.
import type { Database } from 'better-sqlite3'
import { and, asc, count, desc, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import type { GroupCommit } from './group-commit.ts'
import { conversation } from './schema.ts'
import { account, grant, recoveryCode, session, staffLink } from './schema/staff.ts'
import type { SecretKey } from './secret-key.ts'
import { SqliteAuditLog, writeAudit } from './sqlite-audit-log.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { SqliteStaffSessions } from './sqlite-staff-sessions.ts'
import { SqliteTries } from './sqlite-tries.ts'
import {
  type AccountChange,
  type GrantOutcome,
  type LinkOutcome,
  type LinkRefusal,
  type NewAccount,
  type NewAuditEntry,
  type NewLink,
  type StaffStore,
  type StoredAccount,
  type StoredGrant,
  type StoredLink,
  UNREADABLE,
} from './staff-store.ts'
import { storageFailure } from './storage-failure.ts'

type AccountRow = typeof account.$inferSelect

export class SqliteStaff implements StaffStore {
  readonly #orm: BetterSQLite3Database
  readonly #writes: GroupCommit
  readonly #sessions: SqliteStaffSessions
  readonly #audit: SqliteAuditLog
  readonly #tries: SqliteTries
  readonly #key: SecretKey
  readonly #rows: SqliteRows

  constructor(database: Database, writes: GroupCommit, key: SecretKey) {
    this.#orm = drizzle({ client: database })
    this.#writes = writes
    this.#key = key
    this.#rows = new SqliteRows(database)
    this.#tries = new SqliteTries(database, writes, key)
    this.#sessions = new SqliteStaffSessions(this.#orm, this.#rows, writes)
    this.#audit = new SqliteAuditLog(this.#orm, writes)
  }

  async accounts() {
    return this.#read(() =>
      this.#orm
        .select()
        .from(account)
        .orderBy(asc(account.name), asc(account.number))
        .all()
        .map((row) => this.#filled(row)),
    )
  }

  async account(number: number) {
    return this.#read(() => this.#find(eq(account.number, number)))
  }

  async accountByEmail(email: string) {
    return this.#read(() => this.#find(eq(account.email, email)))
  }

  async accountBySubject(issuer: string, subject: string) {
    return this.#read(() => this.#find(and(eq(account.issuer, issuer), eq(account.subject, subject))!))
  }

  addAccount(fresh: NewAccount, grants: readonly StoredGrant[]): Promise<LinkOutcome> {
    return this.#writes.submit(() => this.#add(fresh, grants))
  }

  changeAccount(...[number, change, audit]: Parameters<StaffStore['changeAccount']>): Promise<boolean> {
    return this.#writes.submit(() => {
      const isDone = this.#change(number, change)
      if (isDone) writeAudit(this.#rows, audit)
      return isDone
    })
  }

  linkAccount(number: number, issuer: string, subject: string): Promise<boolean> {
    return this.#writes.submit(() => {
      const other = this.#find(and(eq(account.issuer, issuer), eq(account.subject, subject))!)
      if (other !== null) return other.number === number
      const found = this.#orm.update(account).set({ issuer, subject }).where(eq(account.number, number)).run()
      return found.changes > 0
    })
  }

  takeCodeStep(number: number, step: number): Promise<boolean> {
    return this.#writes.submit(
      () =>
        this.#orm
          .update(account)
          .set({ codeStep: step })
          .where(and(eq(account.number, number), lt(account.codeStep, step)))
          .run().changes > 0,
    )
  }

  takeRecoveryCode(number: number, codeHash: string): Promise<boolean> {
    return this.#writes.submit(
      () =>
        this.#orm
          .delete(recoveryCode)
          .where(and(eq(recoveryCode.account, number), eq(recoveryCode.codeHash, codeHash)))
          .run().changes > 0,
    )
  }

  async recoveryCodesLeft(number: number) {
    return this.#read(() => {
      const left = this.#orm.select({ codes: count() }).from(recoveryCode)
      return left.where(eq(recoveryCode.account, number)).get()!.codes
    })
  }

  sealCodeKeys(): Promise<{ readonly unreadable: number }> {
    return this.#writes.submit(() => {
      const { codeKey, email, number } = account
      const rows = this.#orm.select({ codeKey, email, number }).from(account).where(isNotNull(codeKey)).all()
      let unreadable = 0
      for (const row of rows) {
        const opened = this.#opened(row)
        if (opened === UNREADABLE) unreadable++
        else if (!this.#key.isCurrent(row.codeKey ?? '')) this.#change(row.number, { codeKey: opened })
      }
      return { unreadable }
    })
  }

  setGrants(...[number, grants, audit]: Parameters<StaffStore['setGrants']>): Promise<GrantOutcome> {
    return this.#writes.submit(() => {
      if (this.#find(eq(account.number, number)) === null) return 'unknown-account'
      if (!grants.some(isOwner) && this.#isLastOwner(number)) return 'last-owner'
      if (grants.some(({ conversation: id }) => id !== null && this.#keyOf(id) === null)) {
        return 'unknown-conversation'
      }
      this.#orm.delete(grant).where(eq(grant.account, number)).run()
      this.#give(number, grants)
      writeAudit(this.#rows, audit)
      return 'done'
    })
  }

  removeAccount(number: number, audit?: NewAuditEntry | null): Promise<GrantOutcome> {
    return this.#writes.submit(() => {
      if (this.#find(eq(account.number, number)) === null) return 'unknown-account'
      if (this.#isLastOwner(number)) return 'last-owner'
      this.#orm.delete(account).where(eq(account.number, number)).run()
      writeAudit(this.#rows, audit)
      return 'done'
    })
  }

  addLink(link: NewLink, audit?: NewAuditEntry | null): Promise<void> {
    return this.#writes.submit(() => {
      if (link.kind !== 'invitation') {
        const sameAccount =
          link.account === null ? isNull(staffLink.account) : eq(staffLink.account, link.account)
        const isReplaced = and(eq(staffLink.kind, link.kind), sameAccount, isNull(staffLink.usedAtMs))
        this.#orm.delete(staffLink).where(isReplaced).run()
      }
      this.#orm.insert(staffLink).values(link).run()
      writeAudit(this.#rows, audit)
    })
  }

  async link(tokenHash: string) {
    return this.#read(() => this.#link(tokenHash))
  }

  async invitations() {
    return this.#read(() =>
      this.#orm
        .select()
        .from(staffLink)
        .where(and(eq(staffLink.kind, 'invitation'), isNull(staffLink.usedAtMs)))
        .orderBy(desc(staffLink.createdAtMs), asc(staffLink.id))
        .all()
        .map(({ tokenHash: _, ...link }): StoredLink => link),
    )
  }

  removeLink(id: string, audit?: NewAuditEntry | null): Promise<boolean> {
    return this.#writes.submit(() => {
      const isOpen = and(eq(staffLink.id, id), isNull(staffLink.usedAtMs))
      const isDone = this.#orm.delete(staffLink).where(isOpen).run().changes > 0
      if (isDone) writeAudit(this.#rows, audit)
      return isDone
    })
  }

  useLinkForNew(tokenHash: string, fresh: NewAccount): Promise<LinkOutcome> {
    return this.#writes.submit(() => {
      const link = this.#usable(tokenHash, fresh.createdAtMs)
      if (typeof link === 'string') return { refusal: link }
      if (link.account !== null) return { refusal: 'link-unknown' }
      const outcome = this.#add(fresh, link.grants)
      if ('account' in outcome) this.#spend(tokenHash, fresh.createdAtMs)
      return outcome
    })
  }

  useLinkForReset(tokenHash: string, change: AccountChange, nowMs: number): Promise<LinkOutcome> {
    return this.#writes.submit(() => {
      const link = this.#usable(tokenHash, nowMs)
      if (typeof link === 'string') return { refusal: link }
      if (link.account === null) return { refusal: 'link-unknown' }
      this.#change(link.account, change)
      this.#orm.delete(session).where(eq(session.account, link.account)).run()
      this.#spend(tokenHash, nowMs)
      return { account: link.account }
    })
  }

  readonly addSession: StaffStore['addSession'] = (...given) => this.#sessions.add(...given)
  readonly session: StaffStore['session'] = (...given) => this.#read(() => this.#sessions.find(...given))
  readonly sessions: StaffStore['sessions'] = (...given) => this.#read(() => this.#sessions.list(...given))
  readonly touchSession: StaffStore['touchSession'] = (...given) => this.#sessions.touch(...given)
  readonly strengthenSession: StaffStore['strengthenSession'] = (id) => this.#sessions.strengthen(id)
  readonly endSession: StaffStore['endSession'] = (...given) => this.#sessions.end(...given)
  readonly endSessions: StaffStore['endSessions'] = (...given) => this.#sessions.endAll(...given)
  readonly beginTries: StaffStore['beginTries'] = (...given) => this.#tries.begin(...given)
  readonly takeBackTries: StaffStore['takeBackTries'] = (...given) => this.#tries.takeBack(...given)
  readonly triesOf: StaffStore['triesOf'] = (...given) => this.#read(() => this.#tries.count(...given))
  readonly record: StaffStore['record'] = (entry) => this.#audit.add(entry)
  readonly auditLog: StaffStore['auditLog'] = (...given) => this.#read(() => this.#audit.list(...given))

  #add(fresh: NewAccount, grants: readonly StoredGrant[]): LinkOutcome {
    const { recoveryHashes, ...columns } = fresh
    if (this.#find(eq(account.email, fresh.email)) !== null) return { refusal: 'email-taken' }
    if (fresh.issuer !== null && fresh.subject !== null) {
      const same = and(eq(account.issuer, fresh.issuer), eq(account.subject, fresh.subject))!
      if (this.#find(same) !== null) return { refusal: 'subject-taken' }
    }
    const codeKey = this.#sealed(fresh.codeKey, fresh.email)
    const values = { ...columns, codeKey }
    const { number } = this.#orm.insert(account).values(values).returning({ number: account.number }).get()
    this.#replaceRecovery(number, recoveryHashes)
    this.#give(number, grants)
    return { account: number }
  }

  #change(number: number, { recoveryHashes, ...columns }: AccountChange): boolean {
    const known = this.#find(eq(account.number, number))
    if (known === null) return false
    if (Object.keys(columns).length > 0) {
      const { codeKey } = columns
      const sealed = codeKey === undefined ? {} : { codeKey: this.#sealed(codeKey, known.email) }
      this.#orm
        .update(account)
        .set({ ...columns, ...sealed })
        .where(eq(account.number, number))
        .run()
    }
    if (recoveryHashes !== undefined) this.#replaceRecovery(number, recoveryHashes)
    return true
  }

  #replaceRecovery(number: number, hashes: readonly string[]): void {
    this.#orm.delete(recoveryCode).where(eq(recoveryCode.account, number)).run()
    for (const codeHash of hashes) this.#orm.insert(recoveryCode).values({ account: number, codeHash }).run()
  }

  /** Gives roles; those in a conversation that is gone are left out. */
  #give(number: number, grants: readonly StoredGrant[]): void {
    const given = new Map(grants.map((each) => [`${each.role} ${each.conversation ?? ''}`, each]))
    for (const { role, conversation: id } of given.values()) {
      const key = id === null ? null : this.#keyOf(id)
      if (id !== null && key === null) continue
      this.#orm.insert(grant).values({ account: number, role, conversation: key }).run()
    }
  }

  #isLastOwner(number: number): boolean {
    const isOwning = and(eq(grant.role, 'owner'), isNull(grant.conversation))
    const owns = this.#orm.select({ owners: count() }).from(grant)
    const own = owns.where(and(isOwning, eq(grant.account, number))).get()!.owners
    if (own === 0) return false
    const others = this.#orm.select({ owners: count() }).from(grant)
    return others.where(and(isOwning, ne(grant.account, number))).get()!.owners === 0
  }

  #usable(tokenHash: string, nowMs: number): StoredLink | LinkRefusal {
    const link = this.#link(tokenHash)
    if (link === null) return 'link-unknown'
    if (link.usedAtMs !== null) return 'link-used'
    return nowMs >= link.expiresAtMs ? 'link-expired' : link
  }

  #link(hash: string): StoredLink | null {
    const row = this.#orm.select().from(staffLink).where(eq(staffLink.tokenHash, hash)).get()
    if (row === undefined) return null
    const { tokenHash: _, ...link } = row
    return link
  }

  #spend(tokenHash: string, nowMs: number): void {
    this.#orm.update(staffLink).set({ usedAtMs: nowMs }).where(eq(staffLink.tokenHash, tokenHash)).run()
  }

  #find(which: ReturnType<typeof eq>): StoredAccount | null {
    const row = this.#orm.select().from(account).where(which).get()
    return row === undefined ? null : this.#filled(row)
  }

  #filled({ codeStep: _, issuer, subject: _subject, ...row }: AccountRow): StoredAccount {
    const grants = this.#orm
      .select({ role: grant.role, conversation: conversation.id })
      .from(grant)
      .leftJoin(conversation, eq(conversation.key, grant.conversation))
      .where(eq(grant.account, row.number))
      .orderBy(asc(conversation.id), asc(grant.role))
      .all()
    return { ...row, codeKey: this.#opened(row), isLinked: issuer !== null, grants }
  }

  #sealed(codeKey: string | null, email: string): string | null {
    return codeKey === null ? null : this.#key.seal(codeKey, email)
  }

  /** Those of versions before stand as they are, until they are sealed. */
  #opened({ codeKey, email }: Pick<AccountRow, 'codeKey' | 'email'>): string | null {
    if (codeKey === null || !codeKey.includes('.')) return codeKey
    return this.#key.open(codeKey, email) ?? UNREADABLE
  }

  #keyOf(id: string): number | null {
    const { key } = conversation
    return this.#orm.select({ key }).from(conversation).where(eq(conversation.id, id)).get()?.key ?? null
  }

  async #read<T>(run: () => T): Promise<T> {
    try {
      return run()
    } catch (error) {
      throw storageFailure(error) ?? error
    }
  }
}

function isOwner({ role, conversation: id }: StoredGrant): boolean {
  return role === 'owner' && id === null
}
