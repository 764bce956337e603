// Where to go after signing in: the page that was asked for, if it is one of this service.
import { pages } from '../addresses.ts'

const HERE = 'https://here.invalid'

/** The path asked for, or the list of conversations. Whatever a browser would take for an address elsewhere counts as missing. */
export function nextPage(next: string | null | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return pages.facilitate()
  // As a browser reads it: `//elsewhere.example` and `/\elsewhere.example` are addresses of other sites.
  if (!URL.canParse(next, HERE)) return pages.facilitate()
  const { origin, pathname, search } = new URL(next, HERE)
  // A path of two slashes would be one again.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : pages.facilitate()
}
