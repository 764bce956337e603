// Whether a request comes from a frame in a page of a listed site. In a browser this is proven: no page can write these
// headers itself, so no other site can have its visitors ask for it. A program that is no browser can claim anything;
// what it can do with that is bounded elsewhere, by numbers.
import { isListedOrigin } from '../conversation/origins.ts'

/** True where the browser says that a page of one of these origins loads a frame. */
export function isFramedBy(headers: Headers, origins: readonly string[]): boolean {
  // Browsers from before 2023 send no Sec-Fetch headers; then the Referer alone speaks.
  const destination = headers.get('Sec-Fetch-Dest') ?? 'iframe'
  const mode = headers.get('Sec-Fetch-Mode') ?? 'navigate'
  const referer = headers.get('Referer') ?? ''
  if (!['iframe', 'frame'].includes(destination) || mode !== 'navigate' || !URL.canParse(referer))
    return false
  return isListedOrigin(new URL(referer).origin, origins)
}
