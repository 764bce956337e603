// Programs that read with a token of one conversation: who they are is found out once for each request.
import type { Context, MiddlewareHandler } from 'hono'
import { hash } from 'node:crypto'
import type { Store } from '../store/store.ts'

/** What every such token begins with, so that it is recognised where it was left lying about. */
export const TOKEN_PREFIX = 'folkmoot_'

/** Conversation whose results a request may read. */
const readers = new WeakMap<Request, string>()

/** Recognises tokens; a token that is unknown or revoked is as none. */
export function recogniseReaders(store: Store): MiddlewareHandler {
  return async (context, next) => {
    const [scheme, token = ''] = (context.req.header('Authorization') ?? '').split(' ')
    if (scheme === 'Bearer' && token.startsWith(TOKEN_PREFIX)) {
      const known = await store.exchange.tokenOf(hashOfToken(token))
      if (known?.scopes.includes('read:results')) readers.set(context.req.raw, known.conversation)
    }
    await next()
  }
}

/** Whether the request carries a token for the results of this conversation. */
export function mayReadResults(context: Context, conversation: string): boolean {
  return readers.get(context.req.raw) === conversation
}

export function hashOfToken(token: string): string {
  return hash('sha256', token, 'base64url')
}
