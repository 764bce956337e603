// Whose account it is when a provider has confirmed somebody: the one that it leads to already, one to be connected, a new one
// by invitation, or a new one for people of a domain that needs none. An account of the same e-mail address is never taken for
// theirs: whoever made it may have given any address.
import type { AuditCode } from '../protocol/staff/audit-text.ts'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import type { LinkOutcome, NewAccount } from '../store/staff-store.ts'
import type { Confirmed, Purpose } from './single-sign-on.ts'
import type { SingleSignOnSettings } from './single-sign-on-settings.ts'
import type { Staff } from './staff.ts'
import { hashOfToken } from './tokens.ts'

export interface SignedOn {
  readonly account: number
  /** What happened, for the audit log. */
  readonly code: AuditCode
}

export async function whoSignedOn(
  { store, links, now }: Pick<Staff, 'store' | 'links' | 'now'>,
  { domains, role }: Pick<SingleSignOnSettings, 'domains' | 'role'>,
  { connects, token }: Purpose,
  { issuer, subject, email, isVerified, name }: Confirmed,
): Promise<SignedOn | StaffErrorCode> {
  if (connects !== null) {
    const isConnected = await store.linkAccount(connects, issuer, subject)
    return isConnected ? { account: connects, code: 'connected-organisation' } : 'single-sign-on-taken'
  }
  const known = await store.accountBySubject(issuer, subject)
  if (known !== null && token === null) {
    return { account: known.number, code: 'signed-in-at-organisation' }
  }
  if (email === null) return 'single-sign-on-no-email'
  const fresh: NewAccount = {
    name,
    email,
    passwordHash: null,
    codeKey: null,
    codeStep: 0,
    recoveryHashes: [],
    issuer,
    subject,
    createdAtMs: now(),
  }
  if (token !== null) {
    const link = await links.usable(token)
    if (typeof link === 'string') return link
    if (link.kind !== 'invitation') return 'link-unknown'
    const isTheirs = link.email === null || (link.email === email && isVerified !== false)
    if (!isTheirs) return 'single-sign-on-other-email'
    const outcome = await store.useLinkForNew(hashOfToken(token), fresh)
    return settled(outcome, 'followed-invitation-at-organisation')
  }
  const domain = email.slice(email.lastIndexOf('@') + 1)
  if (isVerified !== true || !domains.includes(domain)) return 'single-sign-on-unknown'
  const outcome = await store.addAccount(fresh, [{ role, conversation: null }])
  return settled(outcome, 'joined-at-organisation')
}

function settled(outcome: LinkOutcome, code: AuditCode): SignedOn | StaffErrorCode {
  if (!('refusal' in outcome)) return { account: outcome.account, code }
  return outcome.refusal === 'subject-taken' ? 'single-sign-on-taken' : outcome.refusal
}
