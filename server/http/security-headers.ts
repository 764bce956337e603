// Headers of every answer: nothing from elsewhere runs in our pages, and nobody frames them but the sites that a
// conversation lists.
import type { Context, MiddlewareHandler } from 'hono'

const headers: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Addresses of conversations may be secret; they are not told to the sites that people go to from here.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

const POLICY = 'Content-Security-Policy'
const RESOURCE_POLICY = 'Cross-Origin-Resource-Policy'

/** Lets pages of these origins, and no others, show this answer in a frame. */
export function allowFraming(context: Context, origins: readonly string[]): void {
  if (origins.length === 0) return
  context.header(POLICY, policyFor(origins.join(' ')))
  context.header(RESOURCE_POLICY, 'cross-origin')
}

/** Lets pages of any origin load this answer. */
export function allowLoading(context: Context): void {
  context.header(RESOURCE_POLICY, 'cross-origin')
  context.header('Access-Control-Allow-Origin', '*')
}

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  const given = context.res.headers
  if (!given.has(POLICY)) {
    given.set(POLICY, policyFor("'none'"))
    given.set('X-Frame-Options', 'DENY') // for browsers from before the policy; it knows no list of origins
  }
  for (const [name, value] of Object.entries(headers)) if (!given.has(name)) given.set(name, value)
}

function policyFor(frameAncestors: string): string {
  return [
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
    "img-src 'self' data:",
    "object-src 'none'",
  ].join('; ')
}
