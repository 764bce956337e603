// What the address of the page asks for besides the conversation, and whether the page stands in a frame.
import type { Context } from 'hono'
import { html, type Html } from '../http/html.ts'
import { type PagePart, partsWithout } from '../protocol/page-parts.ts'

export interface AddressParts {
  /** Query of the address without what is asked once only and without the word of a site, beginning with `?`; empty where there is none. */
  readonly search: string
  readonly without: ReadonlySet<PagePart>
  /** Whether a site names the person: by what the address says after its #, which only the script reads. */
  readonly isNamed: boolean
}

export function addressParts(context: Context): AddressParts {
  const query = new URLSearchParams(new URL(context.req.url).search)
  query.delete('ask')
  query.delete('xid') // it goes on in the forms
  return {
    search: query.size > 0 ? `?${query.toString()}` : '',
    without: partsWithout(query),
    isNamed: query.has('named'),
  }
}

/** Whether the browser says that the page stands in a frame. */
export function isFramed(context: Context): boolean {
  return /^(iframe|frame|object|embed)$/.test(context.req.header('Sec-Fetch-Dest') ?? '')
}

/**
 * Marks of the root element, as the script sets them: a page in a frame, and parts that are left out; and what a site says of the
 * person, so that the script goes on as the same.
 */
export function marksOf(context: Context, { without }: AddressParts, xid: string | undefined): Html {
  return html`${isFramed(context) && html` data-framed`}${without.size > 0 && html` data-without="${[...without].join(' ')}"`}${xid !== undefined && html` data-xid="${xid}"`}`
}
