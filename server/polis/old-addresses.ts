/**
 * The address of a conversation or of a report at its Polis, without the slash in front, as in `2demo` for
 * `https://pol.is/2demo` and `report/r7abc`; empty for anything else.
 */
export function oldAddressesIn(url: string): string[] {
  const text = url.startsWith('/') ? `http://localhost${url}` : /^\w+:\/\//.test(url) ? url : `https://${url}`
  if (url === '' || !URL.canParse(text)) return []
  const path = new URL(text).pathname.replace(/^\/+|\/+$/g, '')
  return /^\d[\da-z]{3,30}$/i.test(path) || /^report\/r[\da-z]{3,40}$/i.test(path) ? [path] : []
}
