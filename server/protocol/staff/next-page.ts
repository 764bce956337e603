// Where to go after signing in: the page that was asked for, if it is one of this service.
import { pages } from '../addresses.ts'
import { readAddress } from '../read-address.ts'

const HERE = 'https://here.invalid'

/** The path asked for, or the list of conversations. Whatever a browser would take for an address elsewhere counts as missing. */
export function nextPage(next: string | null | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return pages.facilitate()
  // As a browser reads it: `//elsewhere.example` and `/\elsewhere.example` are addresses of other sites.
  const address = readAddress(next, HERE)
  if (address === null) return pages.facilitate()
  const { origin, pathname, search } = address
  // A path of two slashes would be one again.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : pages.facilitate()
}
