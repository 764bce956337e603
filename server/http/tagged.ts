import type { Context } from 'hono'
import { hash } from 'node:crypto'

/** Caching of what never changes under its address. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Whether the reader has what the tag stands for, as If-None-Match says it: one tag of several, perhaps weakened by a proxy
 * that compressed the answer.
 */
export function isKnown(context: Context, tag: string): boolean {
  const known = (context.req.header('If-None-Match') ?? '').split(',')
  return known.some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
}

/** A document that is known by its tag: sent once, then confirmed. */
export function tagged(
  context: Context,
  tag: string,
  caching: string,
  body: string,
  type = 'application/json; charset=utf-8',
): Response {
  const headers = { ETag: tag, 'Cache-Control': caching }
  if (isKnown(context, tag)) return context.body(null, 304, headers)
  return context.body(body, 200, { ...headers, 'Content-Type': type })
}

/** A document that is known by its content: whoever has it already is told so. */
export function confirmed(context: Context, document: unknown, caching = 'no-cache'): Response {
  const body = JSON.stringify(document)
  return tagged(context, `"${hash('sha256', body, 'base64url')}"`, caching, body)
}
