// The lists that hold here: reasons for refusing, and words to be told of; and where they are edited, those of the organisation.
import { signal } from '@preact/signals'
import { type ModerationLists, shownLists, type ShownLists } from '../../server/protocol/moderation.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { conversation } from './queue.ts'

/** Whose lists are edited. */
export type ListScope = 'conversation' | 'organisation'

/** What holds in this conversation; undefined until it has been loaded. */
export const lists = signal<ShownLists | undefined>(undefined)
/** What is being edited, and whose it is. */
export const edited = signal<ShownLists | undefined>(undefined)
export const scope = signal<ListScope>('conversation')

const addressOf = (whose: ListScope) =>
  whose === 'conversation' ? staffApi.moderationLists(conversation) : staffApi.commonLists()

/** Loads what holds here. */
export async function loadLists(): Promise<void> {
  const answer = await askStaff(addressOf('conversation'), shownLists)
  if ('value' in answer) lists.value = answer.value
}

/** Begins to edit the lists of this conversation or of the organisation. */
export async function editLists(whose: ListScope): Promise<void> {
  scope.value = whose
  const answer = await askStaff(addressOf(whose), shownLists)
  if ('value' in answer && scope.value === whose) edited.value = answer.value
}

/** Keeps other lists, or with null goes back to those that would hold without them; null where it is done. */
export async function saveLists(changed: ModerationLists | null): Promise<StaffRefusal | null> {
  const body = { lists: changed, revision: edited.value?.revision ?? 0 }
  const answer = await askStaff(addressOf(scope.value), shownLists, { method: 'PUT', body })
  if ('refusal' in answer) return answer.refusal
  edited.value = answer.value
  await loadLists()
  return null
}
