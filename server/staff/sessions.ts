// Sessions of staff: begun at sign-in, found by their cookie, listed and ended. Whoever holds a socket hears at once when a
// session or what its account may do has changed.
import { roles, type Grant, type Role } from '../protocol/privileges.ts'
import type {
  NewAuditEntry,
  StaffStore,
  StoredAccount,
  StoredGrant,
  StoredSession,
} from '../store/staff-store.ts'
import { aliveSince, seenStepMs } from './session-times.ts'
import type { StaffMember } from './staff-routes.ts'
import { hashOfToken, newId, newToken } from './tokens.ts'

export interface BeginSession {
  readonly account: number
  readonly device: string
  /** Whether more than a password was asked for. */
  readonly isStrong: boolean
}

/** Hears of which account something has changed. */
export type AccountListener = (account: number) => void

export class StaffSessions {
  readonly #store: StaffStore
  readonly #now: () => number
  readonly #listeners = new Set<AccountListener>()

  constructor(store: StaffStore, now: () => number = Date.now) {
    this.#store = store
    this.#now = now
  }

  /** Begins a session, with its line of the audit log; answers the token for its cookie, which nothing but the cookie keeps. */
  async begin(fresh: BeginSession, audit: NewAuditEntry | null = null): Promise<string> {
    const token = newToken()
    const createdAtMs = this.#now()
    const session = { ...fresh, id: newId(), tokenHash: hashOfToken(token), createdAtMs }
    await this.#store.addSession(session, audit)
    return token
  }

  /** Whoever holds this token, or null. */
  async member(token: string): Promise<StaffMember | null> {
    const nowMs = this.#now()
    const session = await this.#store.session(hashOfToken(token), ...aliveSince(nowMs))
    const account = session && (await this.#store.account(session.account))
    if (session === null || account === null) return null
    if (nowMs - session.seenAtMs >= seenStepMs) {
      await this.#store.touchSession(session.id, nowMs, ...aliveSince(nowMs))
    }
    return memberFrom(account, session)
  }

  /** The sessions of an account that are good. */
  list(account: number): Promise<readonly StoredSession[]> {
    return this.#store.sessions(account, ...aliveSince(this.#now()))
  }

  /** Ends a session; false where there is none of this name, or it is not of this account. */
  async end(account: number, id: string, audit: NewAuditEntry | null = null): Promise<boolean> {
    const isOwn = (await this.list(account)).some((session) => session.id === id)
    if (!isOwn) return false
    await this.#store.endSession(id, audit)
    this.changed(account)
    return true
  }

  /** Ends all sessions of an account but one. */
  async endAll(account: number, exceptId: string | null, audit: NewAuditEntry | null = null): Promise<void> {
    await this.#store.endSessions(account, exceptId, audit)
    this.changed(account)
  }

  /** The session was proved by more than a password. */
  async strengthen(account: number, id: string): Promise<void> {
    await this.#store.strengthenSession(id)
    this.changed(account)
  }

  /** To be called when what an account may do has changed, or the account is gone. */
  changed(account: number): void {
    for (const listener of this.#listeners) listener(account)
  }

  /** Calls the listener from now on, until the function that is answered is called. */
  listen(listener: AccountListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}

/** Roles of an owner count only in sessions for which more than a password was asked. */
function memberFrom(account: StoredAccount, session: StoredSession): StaffMember {
  const all = account.grants.filter(isKnownGrant)
  const grants = session.isStrong ? all : all.filter(({ role }) => role !== 'owner')
  const needsCodes = grants.length < all.length
  return { account: account.number, name: account.name, session: session.id, grants, needsCodes }
}

/** Whether this version knows the role. */
export function isKnownGrant(grant: StoredGrant): grant is Grant {
  return roles.includes(grant.role as Role) // of another version, perhaps
}
