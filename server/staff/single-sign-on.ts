// Single sign-on by OpenID Connect: the code flow with PKCE, state and nonce. What belongs to one attempt is kept here for ten
// minutes under a name that only the browser's cookie knows, so that nobody can finish what another began.
import * as oidc from 'openid-client'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import { isSafe, type SingleSignOnSettings } from './single-sign-on-settings.ts'
import { newToken } from './tokens.ts'

/** What the provider confirmed of somebody. */
export interface Confirmed {
  readonly issuer: string
  readonly subject: string
  /** In lower case; null where it was not told. */
  readonly email: string | null
  /** Whether the provider says that the address is theirs; null where it says nothing. */
  readonly isVerified: boolean | null
  readonly name: string
}

/** What somebody wants to sign on for. */
export interface Purpose {
  /** Of the invitation to be used. */
  readonly token: string | null
  /** Account that is to be connected. */
  readonly connects: number | null
  /** Path to go to afterwards. */
  readonly next: string
}

interface Attempt extends Purpose {
  readonly redirect: string
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly beganAtMs: number
}

const PATIENCE_MS = 10 * 60 * 1000
const TIMEOUT_S = 10
/** Attempts at once (I6); beyond it the oldest is forgotten. */
const ATTEMPTS_LIMIT = 2_000

export class SingleSignOn {
  readonly settings: SingleSignOnSettings
  readonly #now: () => number
  readonly #onFailure: (error: unknown) => void
  readonly #attempts = new Map<string, Attempt>()
  #provider: Promise<oidc.Configuration> | null = null

  constructor(settings: SingleSignOnSettings, now: () => number, onFailure: (error: unknown) => void) {
    this.settings = settings
    this.#now = now
    this.#onFailure = onFailure
  }

  /** Begins an attempt: where the browser has to go, and the name to be kept in its cookie. */
  async begin(
    purpose: Purpose,
    redirect: string,
  ): Promise<{ readonly address: string; readonly attempt: string } | StaffErrorCode> {
    const provider = await this.#discover()
    if (provider === null) return 'single-sign-on-unreachable'
    const secrets = {
      verifier: oidc.randomPKCECodeVerifier(),
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
    }
    const attempt = newToken()
    this.#forgetOld()
    this.#attempts.set(attempt, { ...purpose, ...secrets, redirect, beganAtMs: this.#now() })
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirect,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
      state: secrets.state,
      nonce: secrets.nonce,
    })
    return { address: address.href, attempt }
  }

  /** Finishes an attempt with the query that the provider sent the browser back with; each can be finished once. */
  async finish(
    name: string | undefined,
    search: string,
  ): Promise<{ readonly purpose: Purpose; readonly confirmed: Confirmed } | StaffErrorCode> {
    this.#forgetOld()
    const attempt = this.#attempts.get(name ?? '')
    this.#attempts.delete(name ?? '')
    if (attempt === undefined) return 'single-sign-on-failed'
    const provider = await this.#discover()
    if (provider === null) return 'single-sign-on-unreachable'
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${attempt.redirect}${search}`), {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      const hasMore = provider.serverMetadata().userinfo_endpoint !== undefined
      const more = hasMore ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub) : {}
      return { purpose: attempt, confirmed: confirmedBy({ ...claims, ...more }) }
    } catch (error) {
      // People who say no are no failure of ours; what else goes wrong, whoever runs the service should know.
      if (!(error instanceof oidc.AuthorizationResponseError)) this.#onFailure(withoutSecrets(error))
      return 'single-sign-on-failed'
    }
  }

  /** What the provider says of itself, asked once; null while it does not answer. */
  async #discover(): Promise<oidc.Configuration | null> {
    const { issuer, clientId, clientSecret } = this.settings
    this.#provider ??= oidc.discovery(
      issuer,
      clientId,
      undefined,
      clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
      {
        timeout: TIMEOUT_S,
        execute: issuer.protocol === 'http:' && isSafe(issuer) ? [oidc.allowInsecureRequests] : [],
      },
    )
    try {
      return await this.#provider
    } catch (error) {
      this.#provider = null // the next attempt asks again
      this.#onFailure(withoutSecrets(error))
      return null
    }
  }

  #forgetOld(): void {
    const oldest = this.#now() - PATIENCE_MS
    for (const [name, { beganAtMs }] of this.#attempts) {
      if (beganAtMs > oldest && this.#attempts.size < ATTEMPTS_LIMIT) break // in the order of their beginning
      this.#attempts.delete(name)
    }
  }
}

function confirmedBy(claims: Readonly<Record<string, unknown>>): Confirmed {
  const { iss, sub, email, email_verified: verified, name } = claims
  const address = typeof email === 'string' && email !== '' ? email.toLowerCase() : null
  return {
    issuer: String(iss),
    subject: String(sub),
    email: address,
    isVerified: typeof verified === 'boolean' ? verified : null,
    name:
      typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 80) : (address ?? String(sub)),
  }
}

/** The kind of error only: what came back may hold tokens. */
function withoutSecrets(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  return new Error(`Single sign-on failed: ${error instanceof Error ? error.name : 'unknown'}${code}.`)
}
