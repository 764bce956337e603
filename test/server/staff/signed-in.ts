// Somebody of staff who is signed in, in any role: for requests to an app or a service in a test, and for a browser that
// looks at a running server. Accounts and sessions are real; only the way through the sign-in page is left out.
import type { Hono } from 'hono'
import type { Role } from '../../../server/protocol/privileges.ts'
import { ownRequest } from '../../../server/protocol/staff/own-request.ts'
import { cookieName } from '../../../server/staff/session-cookie.ts'
import { openStaff, type Staff } from '../../../server/staff/staff.ts'
import { openStore } from '../../../server/store/open.ts'

/** What can be asked: a service that listens, or an app in this process. */
export type Asked = { readonly staff: Staff } & ({ readonly port: number } | { readonly app: Hono })

export interface SignedInOptions {
  /** Where the role holds; the whole organisation by default. */
  readonly conversation?: string
  readonly name?: string
  /** Whether more than a password was asked for; without it the roles of an owner are held back. */
  readonly isStrong?: boolean
}

export interface SignedIn {
  readonly account: number
  /** Public name of the session. */
  readonly session: string
  /** Headers of a request as our own pages send it: the cookie, and that it is our own. */
  readonly headers: Readonly<Record<string, string>>
  /** Asks as our own pages do; a body makes it a POST and is sent as JSON, unless it is text or bytes. */
  request(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>
}

let people = 0

/** Makes an account with one role (null for none) and signs it in. */
export async function signedIn(
  asked: Asked,
  role: Role | null,
  options: SignedInOptions = {},
): Promise<SignedIn> {
  const { account, token } = await begin(asked.staff, role, options)
  const session = (await asked.staff.sessions.member(token))!.session
  const headers = { Cookie: `${cookieName(false)}=${token}`, [ownRequest.name]: ownRequest.value }
  return {
    account,
    session,
    headers,
    async request(path, { method, body, headers: more } = {}) {
      const isPlain = typeof body === 'string' || body instanceof Uint8Array
      const request = new Request(`http://127.0.0.1:${'port' in asked ? asked.port : 80}${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...headers,
          ...(body !== undefined && !isPlain && { 'Content-Type': 'application/json' }),
          ...more,
        },
        redirect: 'manual',
        ...(body !== undefined && { body: isPlain ? (body as BodyInit) : JSON.stringify(body) }), // text or bytes
      })
      return 'port' in asked ? fetch(request) : asked.app.fetch(request)
    },
  }
}

/**
 * A cookie for a browser (`context.addCookies([…])`) that looks at a server which keeps its data in this folder; the server
 * may be running.
 */
export async function signedInCookie(
  dataFolder: string,
  origin: string,
  role: Role | null,
  options: SignedInOptions = {},
): Promise<{ name: string; value: string; url: string }> {
  const store = await openStore(dataFolder)
  try {
    const { token } = await begin(openStaff(store), role, options)
    return { name: cookieName(false), value: token, url: origin }
  } finally {
    await store.close()
  }
}

async function begin(staff: Staff, role: Role | null, options: SignedInOptions) {
  const { conversation = null, name = `${role ?? 'Nobody'} ${++people}`, isStrong = true } = options
  const made = await staff.store.addAccount(
    {
      name,
      email: `person-${people}-${Math.random().toString(36).slice(2)}@example.org`,
      passwordHash: null,
      codeKey: null,
      codeStep: 0,
      recoveryHashes: [],
      issuer: null,
      subject: null,
      createdAtMs: Date.now(),
    },
    role === null ? [] : [{ role, conversation }],
  )
  if ('refusal' in made) throw new Error(`The account was refused: ${made.refusal}.`)
  const token = await staff.sessions.begin({ account: made.account, device: 'a test', isStrong })
  return { account: made.account, token }
}
