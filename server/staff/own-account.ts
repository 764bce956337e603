// Changes of one's own account: the password and the one-time codes. Each asks for the present password again, and counts
// wrong ones as sign-in does; the line of the audit log is stored with the change.
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import type { NewAuditEntry, StaffStore, StoredAccount } from '../store/staff-store.ts'
import { isOwner, provenStep } from './links.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './one-time-codes.ts'
import { objectionTo } from './password-rules.ts'
import { hashPassword } from './passwords.ts'
import type { SignIn } from './sign-in.ts'
import type { StaffSessions } from './sessions.ts'
import type { StaffMember } from './staff-routes.ts'

type Refused = { readonly refusal: StaffErrorCode }

export class OwnAccount {
  readonly #store: StaffStore
  readonly #sessions: StaffSessions
  readonly #signIn: SignIn
  readonly #now: () => number

  constructor(store: StaffStore, sessions: StaffSessions, signIn: SignIn, now: () => number) {
    this.#store = store
    this.#sessions = sessions
    this.#signIn = signIn
    this.#now = now
  }

  /** Makes sure that it is the member, by the password where there is one; null where it is. */
  async confirm(member: StaffMember, password: string): Promise<Refused | null> {
    const account = await this.#confirmed(member, password)
    return 'refusal' in account ? account : null
  }

  /** Another password; ends all other sessions. */
  async changePassword(
    member: StaffMember,
    { current, next }: { readonly current: string; readonly next: string },
    audit: NewAuditEntry | null = null,
  ): Promise<Refused | null> {
    const account = await this.#confirmed(member, current)
    if ('refusal' in account) return account
    const objection = objectionTo(next, [account.name, account.email])
    if (objection !== null) return { refusal: objection }
    await this.#store.changeAccount(member.account, { passwordHash: await hashPassword(next) }, audit)
    await this.#sessions.endAll(member.account, member.session)
    return null
  }

  /** Sets one-time codes up, or makes another phone the one that shows them; ends all other sessions. */
  async setUpCodes(
    member: StaffMember,
    { password, key, code }: { readonly password: string; readonly key: string; readonly code: string },
    audit: NewAuditEntry | null = null,
  ): Promise<Refused | { readonly recoveryCodes: readonly string[] }> {
    const account = await this.#confirmed(member, password)
    if ('refusal' in account) return account
    const codeStep = provenStep(key, code, this.#now())
    if (codeStep === null) return { refusal: 'code-wrong' }
    const recoveryCodes = newRecoveryCodes()
    const recoveryHashes = recoveryCodes.map(hashOfRecoveryCode)
    await this.#store.changeAccount(member.account, { codeKey: key, codeStep, recoveryHashes }, audit)
    await this.#sessions.endAll(member.account, member.session)
    await this.#sessions.strengthen(member.account, member.session)
    return { recoveryCodes }
  }

  /** Does without one-time codes, which owners may not. */
  async removeCodes(
    member: StaffMember,
    password: string,
    audit: NewAuditEntry | null = null,
  ): Promise<Refused | null> {
    const account = await this.#confirmed(member, password)
    if ('refusal' in account) return account
    if (account.grants.some(isOwner)) return { refusal: 'owner-needs-codes' }
    await this.#store.changeAccount(member.account, { codeKey: null, recoveryHashes: [] }, audit)
    return null
  }

  /** New recovery codes; those before are good no more. */
  async renewRecoveryCodes(
    member: StaffMember,
    password: string,
    audit: NewAuditEntry | null = null,
  ): Promise<Refused | { readonly recoveryCodes: readonly string[] }> {
    const account = await this.#confirmed(member, password)
    if ('refusal' in account) return account
    const recoveryCodes = newRecoveryCodes()
    const recoveryHashes = recoveryCodes.map(hashOfRecoveryCode)
    await this.#store.changeAccount(member.account, { recoveryHashes }, audit)
    return { recoveryCodes }
  }

  /** The account of whoever has given its password again; accounts without one have shown themselves at single sign-on. */
  async #confirmed({ account: number }: StaffMember, password: string): Promise<StoredAccount | Refused> {
    const account = await this.#store.account(number)
    if (account === null) return { refusal: 'unknown-account' }
    if (account.passwordHash === null) return account
    return (await this.#signIn.confirm(account, password)) ?? account
  }
}
