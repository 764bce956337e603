// Entering an invitation code: one code lets in one participant. Tried too often, nothing is looked up.
import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { invitationHash } from '../participation/invitation-codes.ts'
import { enterInvitation } from '../protocol/invitation.ts'
import type { Store } from '../store/store.ts'
import { type ApiContext, bodyOf, speakerOf } from './speaker.ts'

const PRIVATE = { 'Cache-Control': 'no-store' }

/** The secret with which the codes of this installation are hashed. */
export function invitationSecret(store: Store): Promise<string> {
  return store.participation.secret('invitation', randomBytes(32).toString('base64url'))
}

export function addInvitations(app: Hono, { conversations, store, limits, refuse }: ApiContext): void {
  app.get('/api/conversations/:id/invitation', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const { conversation, voter } = speaker
    return context.json({ isInvited: conversation.isInvited(voter) }, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/invitation', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, enterInvitation)
    if (typeof read === 'string') return refuse(context, read)
    const { address } = limits.arrivalOf(context)
    if (!limits.invitations.take(address, performance.now())) return refuse(context, 'too-many-tries')
    const { conversation, voter } = speaker
    if (!conversation.isInvited(voter)) {
      const hash = invitationHash(read.body.code, conversation.id, await invitationSecret(store))
      const outcome = await store.management.redeem(conversation.id, hash, voter.tokenHash, Date.now())
      if (outcome !== 'accepted') return refuse(context, `invitation-${outcome}`)
      conversation.letIn(voter)
    }
    return context.json({ isInvited: true }, 200, PRIVATE)
  })
}
