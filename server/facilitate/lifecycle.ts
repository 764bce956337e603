// Opening, pausing and closing a conversation, putting it away, and deleting it with days of grace.
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { momentOf } from '../conversation/schedule.ts'
import type { ConversationState } from '../protocol/conversation.ts'
import type { ConversationChange } from '../store/participation-store.ts'
import type { Store } from '../store/store.ts'
import { takeOver } from './describe-for-staff.ts'
import { inTurn } from './in-turn.ts'

/** How long a conversation can be restored after somebody has deleted it. */
export const GRACE_MS = 14 * 24 * 60 * 60_000

export type LifecycleRefusal = 'conversation-archived' | 'conversation-deleted' | 'schedule-over'

/** Opens, pauses or closes; why not, or null. Pages of participants are told. */
export function changeState(
  store: Store,
  conversation: LiveConversation,
  state: ConversationState,
  nowMs: number,
  audit: readonly NewAuditEntry[] = [],
): Promise<LifecycleRefusal | null> {
  return inTurn(conversation.id, async () => {
    const { stored, settings } = conversation
    if (stored.deletesAtMs !== null) return 'conversation-deleted'
    if (stored.archivedAtMs !== null && state !== 'closed') return 'conversation-archived'
    const until = momentOf(settings.votingUntil, settings.timeZone)
    if ((state === 'open' || state === 'paused') && until !== null && until <= nowMs) return 'schedule-over'
    const closedAs = state === 'upcoming' || state === 'paused' ? state : null
    await write(store, conversation, { isOpen: state === 'open', closedAs }, audit)
    return null
  })
}

/** Puts a conversation away, which closes it, or takes it out again. */
export function archive(
  store: Store,
  conversation: LiveConversation,
  isWanted: boolean,
  nowMs: number,
  audit: readonly NewAuditEntry[] = [],
): Promise<void> {
  return inTurn(conversation.id, () =>
    write(
      store,
      conversation,
      isWanted ? { archivedAtMs: nowMs, isOpen: false, closedAs: null } : { archivedAtMs: null },
      audit,
    ),
  )
}

/** Hides a conversation from all but staff, to be deleted when the days of grace are over; or restores it, closed. */
export function markForDeletion(
  store: Store,
  conversation: LiveConversation,
  isWanted: boolean,
  nowMs: number,
  audit: readonly NewAuditEntry[] = [],
): Promise<void> {
  return inTurn(conversation.id, () =>
    write(
      store,
      conversation,
      isWanted ? { deletesAtMs: nowMs + GRACE_MS, isOpen: false, closedAs: null } : { deletesAtMs: null },
      audit,
    ),
  )
}

async function write(
  store: Store,
  conversation: LiveConversation,
  change: ConversationChange,
  audit: readonly NewAuditEntry[],
): Promise<void> {
  await store.participation.changeConversation(conversation.id, change, audit)
  await takeOver(store, conversation)
}
