// The conversation that the page is about, as its staff see it; fetched anew when somebody has changed something.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { staffConversation, type StaffConversation } from '../../server/protocol/facilitate/conversation.ts'
import { latestOf } from '../connection/latest.ts'
import { askStaff, type StaffAnswer, type StaffRefusal } from '../staff/ask-staff.ts'
import { followNews } from '../staff/staff-socket.ts'

const beginLoading = latestOf()

/** Undefined until it has been loaded once. */
export const conversation = signal<StaffConversation | undefined>(undefined)
/** Why it could not be loaded the last time. */
export const loadingTrouble = signal<StaffRefusal | null>(null)

export async function loadConversation(id: string): Promise<void> {
  const isLatest = beginLoading()
  const answer = await askStaff(facilitateApi.conversation(id), staffConversation)
  if (!isLatest()) return
  if ('value' in answer) {
    conversation.value = answer.value
    loadingTrouble.value = null
  } else loadingTrouble.value = answer.refusal
}

/** Loads it, and again whenever others change it. */
export function followConversation(id: string): () => void {
  void loadConversation(id)
  return followNews(id, 'settings', {
    onStart: () => void loadConversation(id),
    onNews: () => void loadConversation(id),
  })
}

/** Asks for a change that is answered with the whole conversation; why it was refused, or null. */
export async function changeConversation(path: string, body: unknown): Promise<StaffRefusal | null> {
  const answer: StaffAnswer<StaffConversation> = await askStaff(path, staffConversation, { body })
  if ('refusal' in answer) return answer.refusal
  conversation.value = answer.value
  return null
}

/** Anything at all, for answers that nothing is read from. */
export const anything = v.unknown()
