// Somebody whom a site names in the query of its frame (`?xid=…`), for pages on which no script runs: the word of the site goes on
// in the forms, and each request proves it anew, so that neither a cookie nor an address of ours has to keep it.
import type { Context } from 'hono'
import * as v from 'valibot'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { IdentityRefusal } from '../identity/prove-identity.ts'

/** A signed token or a bare name, as a site says it; longer ones are no honest token. */
export const siteWord = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))

export type Named =
  { readonly xid: string; readonly token: string } | { readonly xid: null; readonly refusal: IdentityRefusal }

/** What the site says of the reader in the address; null where it says nothing. */
export function wordIn(context: Context): string | null {
  return context.req.query('xid') || null
}

/** Proves the word of a site; null where there is none. */
export async function provenBy(conversation: LiveConversation, word: string | null): Promise<Named | null> {
  if (word === null) return null
  if (!v.is(siteWord, word)) return { xid: null, refusal: 'identity-invalid' }
  const proof = await conversation.identify(word)
  return 'refusal' in proof ? { xid: null, refusal: proof.refusal } : { xid: word, token: proof.token }
}

/** Headers of an answer that holds the word of a site: nobody keeps it, and no request tells the address that it came with. */
export function keepUntold(response: Response): Response {
  response.headers.set('Cache-Control', 'no-store')
  // Not `no-referrer`, which would take the origin off the forms, too.
  response.headers.set('Referrer-Policy', 'strict-origin')
  return response
}
