// Entering an invitation code, whether a script asks or a form is posted.
import { randomBytes } from 'node:crypto'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Voter } from '../conversation/voter.ts'
import type { Store } from '../store/store.ts'
import { invitationHash } from './invitation-codes.ts'

/** The secret with which the codes of this installation are hashed. */
export function invitationSecret(store: Store): Promise<string> {
  return store.participation.secret('invitation', randomBytes(32).toString('base64url'))
}

/** Lets the voter in, or says why not. */
export async function enterInvitation(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
  code: string,
  nowMs: number,
): Promise<'invitation-used' | 'invitation-unknown' | null> {
  if (conversation.isInvited(voter)) return null
  const hash = invitationHash(code, conversation.id, await invitationSecret(store))
  const outcome = await store.management.redeem(conversation.id, hash, voter.tokenHash, nowMs)
  if (outcome !== 'accepted') return `invitation-${outcome}`
  conversation.letIn(voter)
  return null
}
