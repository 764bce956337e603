// Entering an invitation code: one code lets in one participant. Tried too often, nothing is looked up.
import type { Hono } from 'hono'
import { enterInvitation } from '../participation/enter-invitation.ts'
import { enterInvitation as wanted } from '../protocol/invitation.ts'
import { type ApiContext, bodyOf, speakerOf } from './speaker.ts'

const PRIVATE = { 'Cache-Control': 'no-store' }

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
    const read = await bodyOf(context, wanted)
    if (typeof read === 'string') return refuse(context, read)
    const { address } = limits.arrivalOf(context)
    if (!limits.invitations.take(address, performance.now())) return refuse(context, 'too-many-tries')
    const { conversation, voter } = speaker
    const refusal = await enterInvitation(store, conversation, voter, read.body.code, Date.now())
    if (refusal !== null) return refuse(context, refusal)
    return context.json({ isInvited: true }, 200, PRIVATE)
  })
}
