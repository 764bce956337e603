// Who somebody is, as the site says that embeds the conversation: a token (JWT) that it has signed for this conversation
// and for a day at most, or, where the conversation believes that, a bare name. Nothing of it is logged or stored but a
// hash of the name.
import { createSecretKey, hash } from 'node:crypto'
import { decodeProtectedHeader, errors as jose, jwtVerify } from 'jose'
import * as v from 'valibot'
import type { ErrorCode } from '../protocol/errors.ts'
import { personName, publicKey, type WhoVotes } from './identity-settings.ts'

/** What is set for the conversation. */
export interface IdentityRules {
  readonly identitySecret: string
  readonly identityPublicKey: string
  readonly whoVotes: WhoVotes
  readonly identityAllowList: readonly string[]
  readonly unsignedIdentity: boolean
}

export interface Audience {
  readonly rules: IdentityRules
  /** Values of `aud` that mean the conversation. */
  readonly names: readonly string[]
}

export type IdentityRefusal = Extract<
  ErrorCode,
  | 'identity-invalid'
  | 'identity-expired'
  | 'identity-for-another'
  | 'identity-not-listed'
  | 'identity-unsigned'
>

export type Proof =
  | {
      /** What the site calls the person. */
      readonly name: string
      /** Until when the site's word holds, milliseconds since 1970. */
      readonly untilMs: number
    }
  | { readonly refusal: IdentityRefusal }

const LONGEST_MS = 24 * 60 * 60 * 1000
/** Clocks of two machines differ. */
const TOLERANCE_MS = 30_000

/** Proves what the site says of the person. Never throws for anything that a site or a person can send. */
export async function proveIdentity(said: string, { rules, names }: Audience, nowMs: number): Promise<Proof> {
  const proof = looksSigned(said) ? await verify(said, rules, names, nowMs) : believe(said, rules, nowMs)
  if ('refusal' in proof) return proof
  const isListed = rules.whoVotes !== 'list' || rules.identityAllowList.includes(proof.name)
  return isListed ? proof : { refusal: 'identity-not-listed' }
}

/** What is kept of a name: one participant for each name in each conversation. */
export function identityHash(conversation: string, name: string): string {
  return hash('sha256', `folkmoot identity ${conversation} ${name}`, 'base64url')
}

/** What begins like a signed token is never taken for a bare name, however broken it is. */
function looksSigned(said: string): boolean {
  return said.startsWith('eyJ') && said.split('.').length >= 3
}

function believe(said: string, { unsignedIdentity }: IdentityRules, nowMs: number): Proof {
  if (!unsignedIdentity) return { refusal: 'identity-unsigned' }
  const name = v.safeParse(personName, said)
  return name.success ? { name: name.output, untilMs: nowMs + LONGEST_MS } : { refusal: 'identity-invalid' }
}

async function verify(
  token: string,
  rules: IdentityRules,
  audience: readonly string[],
  nowMs: number,
): Promise<Proof> {
  try {
    const key = keyFor(decodeProtectedHeader(token).alg, rules)
    if (key === null) return { refusal: 'identity-invalid' }
    const { payload } = await jwtVerify(token, key.key, {
      algorithms: [...key.algorithms],
      audience: [...audience],
      requiredClaims: ['exp', 'sub', 'aud'],
      clockTolerance: TOLERANCE_MS / 1000,
      currentDate: new Date(nowMs),
    })
    const name = v.safeParse(personName, payload.sub)
    const untilMs = Number(payload.exp) * 1000
    const isTooLong = untilMs - nowMs > LONGEST_MS + TOLERANCE_MS
    return name.success && !isTooLong ? { name: name.output, untilMs } : { refusal: 'identity-invalid' }
  } catch (error) {
    if (error instanceof jose.JWTExpired) return { refusal: 'identity-expired' }
    const isForAnother = error instanceof jose.JWTClaimValidationFailed && error.claim === 'aud'
    if (isForAnother && error.reason === 'check_failed') return { refusal: 'identity-for-another' }
    // The rest of what jose throws, and TypeError for what is no token at all.
    if (error instanceof jose.JOSEError || error instanceof TypeError) return { refusal: 'identity-invalid' }
    throw error
  }
}

/** The key for an algorithm, by what the conversation has set and never by what the token wishes. */
function keyFor(algorithm: unknown, { identitySecret, identityPublicKey }: IdentityRules) {
  if (algorithm === 'HS256' && identitySecret !== '') {
    return { key: createSecretKey(Buffer.from(identitySecret, 'utf8')), algorithms: ['HS256'] }
  }
  const key = identityPublicKey === '' ? null : publicKey(identityPublicKey)
  return key !== null && key.algorithms.includes(String(algorithm)) ? key : null
}
