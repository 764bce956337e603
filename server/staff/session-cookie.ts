// The cookie of a session. Over https its name begins with `__Host-`, so that browsers take it only from this very host, for
// the whole of it, and encrypted. Over plain http, as on one's own machine, that name would be refused by some browsers, so it
// has none of this; and where people come by https, the plain name is not looked at.
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { arrivalOf, isEncrypted, type Way } from './arrival.ts'
import { longestSessionMs } from './session-times.ts'

const PLAIN_NAME = 'folkmoot-staff'

/** Name of the cookie, over https and over plain http. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${PLAIN_NAME}` : PLAIN_NAME
}

/** The token in the cookie; undefined without one. */
export function readSessionCookie(context: Context, way: Way): string | undefined {
  return tokenInCookies(context.req.header('Cookie'), isEncrypted(arrivalOf(context, way), way))
}

/** The token in the header `Cookie` of a request. */
export function tokenInCookies(header: string | undefined, isSecure: boolean): string | undefined {
  const name = cookieName(isSecure)
  return header === undefined ? undefined : parse(header, name)[name]
}

/** Gives the browser a session, or takes it with an empty token. */
export function writeSessionCookie(context: Context, way: Way, token: string): void {
  const secure = isEncrypted(arrivalOf(context, way), way)
  setCookie(context, cookieName(secure), token, {
    path: '/',
    httpOnly: true,
    secure,
    // Not `Strict`: whoever comes back from single sign-on comes from another site.
    sameSite: 'Lax',
    maxAge: token === '' ? 0 : longestSessionMs / 1000,
  })
}
