import type { Store, StoredConversation } from '../store/store.ts'
import { PublicPrefix } from './public-prefix.ts'
import { settingsOf } from './settings.ts'

const LOG_SLICE = 20_000

/** Up to where the log of a conversation may be public that has no published map yet (I8). */
export async function publicSequenceOf(store: Store, conversation: StoredConversation): Promise<number> {
  const { id, isOpen, closedAs } = conversation
  if (!isOpen && closedAs === null) return store.lastSequence(id)
  const { imported } = await store.reports.logFacts(id, 0)
  const prefix = new PublicPrefix({ imported })
  for (;;) {
    const slice = await store.readLog(id, prefix.readTo, LOG_SLICE)
    if (slice.length === 0) return prefix.boundary
    prefix.take(slice, settingsOf(conversation).opensAt)
  }
}
