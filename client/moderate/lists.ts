// The lists that hold here: reasons for refusing, and words to be told of.
import { signal } from '@preact/signals'
import { type ModerationLists, shownLists, type ShownLists } from '../../server/protocol/moderation.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { conversation } from './queue.ts'

/** Undefined until they have been loaded. */
export const lists = signal<ShownLists | undefined>(undefined)

export async function loadLists(): Promise<void> {
  const answer = await askStaff(staffApi.moderationLists(conversation), shownLists)
  if ('value' in answer) lists.value = answer.value
}

/** Keeps other lists for this conversation, or with null goes back to those of the organisation; null where it is done. */
export async function saveLists(changed: ModerationLists | null): Promise<StaffRefusal | null> {
  const body = { lists: changed, revision: lists.value?.revision ?? 0 }
  const answer = await askStaff(staffApi.moderationLists(conversation), shownLists, { method: 'PUT', body })
  if ('refusal' in answer) return answer.refusal
  lists.value = answer.value
  return null
}
