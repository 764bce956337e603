// Whether a request to change something comes from a page of ours. Three things have to agree, so that no browser's gap is
// enough: a header that pages of other sites cannot send, the origin, and what the browser says of where the page is.
import type { Context } from 'hono'
import { isOwnOrigin } from '../conversation/origins.ts'
import { ownRequest } from '../protocol/staff/own-request.ts'
import { arrivalOf, type Way } from './arrival.ts'

export function comesFromOwnPage(context: Context, way: Way): boolean {
  if (context.req.header(ownRequest.name) !== ownRequest.value) return false
  const site = context.req.header('Sec-Fetch-Site')
  if (site !== undefined && site !== 'same-origin') return false
  return isOwnOrigin(context.req.header('Origin'), arrivalOf(context, way), way.publicUrl)
}
