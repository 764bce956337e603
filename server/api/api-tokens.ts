// Tokens with which other programs read the results of one conversation before everybody may: made by an owner, shown once,
// kept as a hash, revoked at any time.
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { bodyOf } from '../http/speaker.ts'
import { tokenScope } from '../protocol/connections.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'
import { hashOfToken, TOKEN_PREFIX } from './api-readers.ts'

const wantedToken = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  scopes: v.pipe(v.array(tokenScope), v.minLength(1)),
})
const ACTION = 'manage-connections'

export interface ApiTokens {
  readonly store: Store
  readonly refuse: Refuse
}

export function addApiTokens(routes: StaffRoutes, { store, refuse }: ApiTokens): void {
  routes.ofConversation('get', '/tokens', ACTION, async ({ context, conversation }) =>
    context.json({ tokens: await store.exchange.tokens(conversation.id) }),
  )
  routes.ofConversation('post', '/tokens', ACTION, async ({ context, conversation, line }) => {
    const read = await bodyOf(context, wantedToken)
    if (typeof read === 'string') return refuse(context, read)
    const { name, scopes } = read.body
    const token = `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`
    const wanted = { conversation: conversation.id, name, scopes, createdAtMs: Date.now() }
    const audit = line({ code: 'made-token', detail: { name, scopes } })
    const id = await store.exchange.addToken({ ...wanted, tokenHash: hashOfToken(token) }, audit)
    return context.json({ id, token })
  })
  routes.ofConversation('delete', '/tokens/:token', ACTION, async ({ context, conversation, line }) => {
    const id = Number(context.req.param('token'))
    const audit = line({ code: 'revoked-token', detail: { id } })
    if (!(await store.exchange.revokeToken(conversation.id, id, Date.now(), audit)))
      return refuse(context, 'unknown-page')
    return context.json({})
  })
}
