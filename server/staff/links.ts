// Links that are good once: the first owner's, invitations, and the way back in for those who are locked out. Only a hash of
// the token is kept; the token is told once, and stands after the `#` of an address, which goes into no log and to no other site.
import type { Role } from '../protocol/privileges.ts'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import type { LinkAnswer } from '../protocol/staff/sign-in.ts'
import type { LinkKind, NewAuditEntry, StaffStore, StoredGrant, StoredLink } from '../store/staff-store.ts'
import {
  codeAddress,
  hashOfRecoveryCode,
  isCodeKey,
  newCodeKey,
  newRecoveryCodes,
  stepOfCode,
} from './one-time-codes.ts'
import { hashPassword } from './passwords.ts'
import { objectionTo } from './password-rules.ts'
import { hashOfToken, newId, newToken } from './tokens.ts'

/** How long a link is good. */
const LINK_MS = 7 * 24 * 60 * 60 * 1000

const OWNER: StoredGrant = { role: 'owner' satisfies Role, conversation: null }

export interface MadeLink {
  readonly token: string
  readonly expiresAtMs: number
}

export interface UseOfLink {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly codes: { readonly key: string; readonly code: string } | null
}

export type UsedLink =
  | {
      readonly account: number
      readonly kind: LinkKind
      readonly isStrong: boolean
      readonly recoveryCodes: readonly string[]
    }
  | { readonly refusal: StaffErrorCode }

export class StaffLinks {
  readonly #store: StaffStore
  readonly #now: () => number

  constructor(store: StaffStore, now: () => number = Date.now) {
    this.#store = store
    this.#now = now
  }

  /** A link for somebody new; the one for the first owner takes the place of those before it. */
  make(
    kind: 'owner' | 'invitation',
    {
      name = '',
      email = null,
      grants = [OWNER],
    }: Partial<Pick<StoredLink, 'name' | 'email' | 'grants'>> = {},
    audit: NewAuditEntry | null = null,
  ): Promise<MadeLink> {
    return this.#add({ kind, name, email, grants, account: null }, audit)
  }

  /** A link for an account whose way in is lost; null where there is no such account. */
  async makeReset(account: number, audit: NewAuditEntry | null = null): Promise<MadeLink | null> {
    const stored = await this.#store.account(account)
    if (stored === null) return null
    const { name, email, grants } = stored
    return this.#add({ kind: 'reset', name, email, grants, account }, audit)
  }

  /** What a link is for, or why it leads nowhere. */
  async look(token: string): Promise<LinkAnswer | StaffErrorCode> {
    const link = await this.usable(token)
    if (typeof link === 'string') return link
    const { kind, name, email, grants, expiresAtMs } = link
    const codeKey = newCodeKey()
    return {
      kind,
      name,
      email,
      grants: grants as LinkAnswer['grants'], // of this version: the service made them
      expiresAtMs,
      needsCodes: grants.some(isOwner),
      codeKey,
      codeAddress: codeAddress(codeKey, email ?? ''),
    }
  }

  /** Uses a link: makes its account, or gives it another way in. Nothing is used up by what is refused. */
  async use({ token, name, email, password, codes }: UseOfLink): Promise<UsedLink> {
    const link = await this.usable(token)
    if (typeof link === 'string') return { refusal: link }
    const given = { name: link.account === null ? name : link.name, email: link.email ?? email }
    const objection = objectionTo(password, [given.name, given.email])
    if (objection !== null) return { refusal: objection }
    if (codes === null && link.grants.some(isOwner)) return { refusal: 'owner-needs-codes' }
    const nowMs = this.#now()
    const step = codes === null ? 0 : provenStep(codes.key, codes.code, nowMs)
    if (step === null) return { refusal: 'code-wrong' }
    const recoveryCodes = codes === null ? [] : newRecoveryCodes()
    const way = {
      passwordHash: await hashPassword(password),
      codeKey: codes?.key ?? null,
      codeStep: step,
      recoveryHashes: recoveryCodes.map(hashOfRecoveryCode),
    }
    const outcome =
      link.account === null
        ? await this.#store.useLinkForNew(hashOfToken(token), {
            ...given,
            ...way,
            issuer: null,
            subject: null,
            createdAtMs: nowMs,
          })
        : await this.#store.useLinkForReset(hashOfToken(token), way, nowMs)
    if ('refusal' in outcome) {
      return { refusal: outcome.refusal === 'subject-taken' ? 'single-sign-on-taken' : outcome.refusal }
    }
    return { account: outcome.account, kind: link.kind, isStrong: codes !== null, recoveryCodes }
  }

  /** The link of a token while it is good, else why it is not. */
  async usable(token: string): Promise<StoredLink | 'link-unknown' | 'link-used' | 'link-expired'> {
    const link = await this.#store.link(hashOfToken(token))
    if (link === null) return 'link-unknown'
    if (link.usedAtMs !== null) return 'link-used'
    return this.#now() >= link.expiresAtMs ? 'link-expired' : link
  }

  async #add(
    link: Pick<StoredLink, 'kind' | 'name' | 'email' | 'grants' | 'account'>,
    audit: NewAuditEntry | null,
  ): Promise<MadeLink> {
    const token = newToken()
    const createdAtMs = this.#now()
    const expiresAtMs = createdAtMs + LINK_MS
    const fresh = { ...link, id: newId(), tokenHash: hashOfToken(token), createdAtMs, expiresAtMs }
    await this.#store.addLink(fresh, audit)
    return { token, expiresAtMs }
  }
}

/** The half minute in which the code shows that the phone has the key; null where it does not. */
export function provenStep(key: string, code: string, nowMs: number): number | null {
  return isCodeKey(key) ? stepOfCode(key, code, nowMs) : null
}

/** Whether a role is that of an owner, of the organisation or of a conversation. */
export function isOwner({ role }: StoredGrant): boolean {
  return role === 'owner'
}
