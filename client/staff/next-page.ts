// Where to go after signing in: the page that was asked for, if it is one of this service.
import { pages } from '../../server/protocol/addresses.ts'

/** The path in `next` of the query, or the list of conversations. Whatever leads elsewhere counts as missing. */
export function nextPage(search: string, origin: string): string {
  const next = new URLSearchParams(search).get('next')
  if (next === null || !next.startsWith('/')) return pages.facilitate()
  // As a browser reads it: `//elsewhere.example` and `/\elsewhere.example` are addresses of other sites.
  if (!URL.canParse(next, origin)) return pages.facilitate()
  const address = new URL(next, origin)
  return address.origin === origin ? `${address.pathname}${address.search}` : pages.facilitate()
}
