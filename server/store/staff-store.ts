// Who works here: accounts of staff, what they may do, their sessions and links, and the audit log. Part of `Store`; every
// method may reject with `StorageUnavailable`, and every change settles after COMMIT. What may happen only once (a link, a
// one-time code, a recovery code) is decided in the transaction that stores it, so that of two at once one is refused.

/** What an account was given: a role in one conversation or, with null, in the whole organisation. */
export interface StoredGrant {
  readonly role: string
  readonly conversation: string | null
}

/** Stands for a key of one-time codes that cannot be opened: no code is right, recovery codes still are. */
export const UNREADABLE = 'unreadable'

export interface StoredAccount {
  readonly number: number
  readonly name: string
  /** In lower case. */
  readonly email: string
  /** argon2id; null for people who sign in at their organisation only. */
  readonly passwordHash: string | null
  /** Key of the one-time codes, base32; null where they are not set up, `UNREADABLE` where the key to open it is lost. */
  readonly codeKey: string | null
  /** Whether single sign-on leads to this account. */
  readonly isLinked: boolean
  readonly createdAtMs: number
  readonly grants: readonly StoredGrant[]
}

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly passwordHash: string | null
  readonly codeKey: string | null
  /** The half minute whose code proved the key; 0 without one. */
  readonly codeStep: number
  readonly recoveryHashes: readonly string[]
  readonly issuer: string | null
  readonly subject: string | null
  readonly createdAtMs: number
}

/** What is given is changed, null clears; the rest stays. */
export type AccountChange = Partial<
  Pick<NewAccount, 'name' | 'passwordHash' | 'codeKey' | 'codeStep' | 'recoveryHashes'>
>

export type LinkKind = 'owner' | 'invitation' | 'reset'

export interface NewLink {
  /** Public name, by which it is listed and taken back. */
  readonly id: string
  readonly tokenHash: string
  /** For the first owner, or one who is locked out; for new people; for an account whose way in is lost. */
  readonly kind: LinkKind
  readonly name: string
  readonly email: string | null
  readonly grants: readonly StoredGrant[]
  readonly account: number | null
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

export interface StoredLink extends Omit<NewLink, 'tokenHash'> {
  readonly usedAtMs: number | null
}

/** Why a link leads nowhere. */
export type LinkRefusal = 'link-unknown' | 'link-used' | 'link-expired'

export type LinkOutcome =
  { readonly account: number } | { readonly refusal: LinkRefusal | 'email-taken' | 'subject-taken' }

export interface NewSession {
  readonly id: string
  readonly tokenHash: string
  readonly account: number
  /** Browser and system, such as `Firefox, Windows`. */
  readonly device: string
  /** Whether more than a password was asked for. */
  readonly isStrong: boolean
  readonly createdAtMs: number
}

export interface StoredSession extends Omit<NewSession, 'tokenHash'> {
  readonly seenAtMs: number
}

export interface NewAuditEntry {
  readonly timeMs: number
  /** Null for the command line and for nobody in particular. */
  readonly account: number | null
  readonly name: string
  readonly role: string | null
  readonly action: string
  readonly conversation: string | null
  /** What was done, to be put in words with what `detail` holds; null where `subject` says it in English. */
  readonly code: string | null
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>> | null
}

/** How many tries are let through within a time. */
export interface TryLimit {
  readonly most: number
  readonly windowMs: number
}

export interface StoredAuditEntry extends NewAuditEntry {
  readonly number: number
}

/** Only what matches all that is given. */
export interface AuditFilter {
  readonly account?: number
  readonly conversation?: string
  readonly action?: string
  /** Words that the subject or the detail holds. */
  readonly text?: string
  /** Codes whose words hold the text: lines of these match it as well. */
  readonly codes?: readonly string[]
  readonly fromMs?: number
  readonly beforeMs?: number
}

export type GrantOutcome = 'done' | 'last-owner' | 'unknown-account' | 'unknown-conversation'

/** Where a change takes a line for the audit log, both are stored, or neither is. */
export interface StaffStore {
  /** All accounts, by name. */
  accounts(): Promise<readonly StoredAccount[]>

  account(number: number): Promise<StoredAccount | null>

  /** The account that signs in with this address, in lower case. */
  accountByEmail(email: string): Promise<StoredAccount | null>

  /** The account to which single sign-on leads from this name. */
  accountBySubject(issuer: string, subject: string): Promise<StoredAccount | null>

  /** Adds an account that nobody invited: people of an organisation whose every member is let in. */
  addAccount(account: NewAccount, grants: readonly StoredGrant[]): Promise<LinkOutcome>

  /** Changes what is given; false for an unknown account. Recovery codes are replaced. */
  changeAccount(number: number, change: AccountChange, audit?: NewAuditEntry | null): Promise<boolean>

  /** Makes single sign-on lead to this account; false where it leads to another already. */
  linkAccount(number: number, issuer: string, subject: string): Promise<boolean>

  /** Takes a half minute as used; false where it, or a later one, has been used before. */
  takeCodeStep(number: number, step: number): Promise<boolean>

  /** Takes a recovery code; false where there is no such code any more. */
  takeRecoveryCode(number: number, codeHash: string): Promise<boolean>

  recoveryCodesLeft(number: number): Promise<number>

  /** Replaces what the account may do. The last owner of the organisation stays one. */
  setGrants(
    number: number,
    grants: readonly StoredGrant[],
    audit?: NewAuditEntry | null,
  ): Promise<GrantOutcome>

  /** Deletes the account with its sessions; what it did stays in the audit log. */
  removeAccount(number: number, audit?: NewAuditEntry | null): Promise<GrantOutcome>

  /** Adds a link; one of the kinds `owner` and `reset` takes the place of those before it for the same account. */
  addLink(link: NewLink, audit?: NewAuditEntry | null): Promise<void>

  /** The link of a token, whatever has become of it. */
  link(tokenHash: string): Promise<StoredLink | null>

  /** Invitations that nobody has used yet, newest first. */
  invitations(): Promise<readonly StoredLink[]>

  /** Takes a link back; false where there is none that could still be used. */
  removeLink(id: string, audit?: NewAuditEntry | null): Promise<boolean>

  /** Uses a link to make an account with what the link grants; all of it or nothing. */
  useLinkForNew(tokenHash: string, account: NewAccount): Promise<LinkOutcome>

  /** Uses a link to give its account another way in; ends the sessions of the account. */
  useLinkForReset(tokenHash: string, change: AccountChange, nowMs: number): Promise<LinkOutcome>

  addSession(session: NewSession, audit?: NewAuditEntry | null): Promise<void>

  /** The session of a cookie, if it was made and seen since the times given. */
  session(tokenHash: string, madeAfterMs: number, seenAfterMs: number): Promise<StoredSession | null>

  /** All sessions of an account, or of everybody, that were made and seen since the times given; newest first. */
  sessions(
    account: number | null,
    madeAfterMs: number,
    seenAfterMs: number,
  ): Promise<readonly StoredSession[]>

  /** Writes down that a session was used, and forgets those of everybody that nobody may use any more. */
  touchSession(id: string, nowMs: number, madeAfterMs: number, seenAfterMs: number): Promise<void>

  /** From now on the session counts as one for which more than a password was asked. */
  strengthenSession(id: string): Promise<void>

  /** Ends one session; the account that it was of, or null. */
  endSession(id: string, audit?: NewAuditEntry | null): Promise<number | null>

  /** Ends all sessions of an account but one; how many. */
  endSessions(account: number, exceptId: string | null, audit?: NewAuditEntry | null): Promise<number>

  /**
   * Counts a try of each name, such as an account or an address of the network, whether there is one or not; what was counted,
   * or null, with nothing counted, where one of them has had as many as it may.
   */
  beginTries(names: readonly string[], nowMs: number, limit: TryLimit): Promise<readonly number[] | null>

  /** These tries were no failures; with a name, all of that name's are forgotten too. */
  takeBackTries(tries: readonly number[], name: string | null): Promise<void>

  /** How many tries of a name count since a time. */
  triesOf(name: string, sinceMs: number): Promise<number>

  /** Seals with the present key what is not sealed with it yet; how many keys of one-time codes cannot be opened. */
  sealCodeKeys(): Promise<{ readonly unreadable: number }>

  record(entry: NewAuditEntry): Promise<void>

  /** Entries before the number given (null: from the newest), newest first. */
  auditLog(filter: AuditFilter, before: number | null, limit: number): Promise<readonly StoredAuditEntry[]>
}
