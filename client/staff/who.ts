// Who is signed in, for all pages of staff.
import { computed, signal } from '@preact/signals'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { me as meSchema, type Me } from '../../server/protocol/staff/me.ts'
import { type Action, roleFor } from '../../server/protocol/privileges.ts'
import { askStaff } from './ask-staff.ts'

/** Undefined until it is known, and for people who are not signed in. */
export const me = signal<Me | undefined>(undefined)

/** Asks the service who is signed in. */
export async function loadMe(): Promise<void> {
  const answer = await askStaff(staffApi.me(), meSchema)
  if ('value' in answer) me.value = answer.value
}

const grants = computed(() => me.value?.grants ?? [])

/** Whether whoever is signed in may do this, in the conversation given or in none. For what is shown only: the service decides. */
export function may(action: Action, conversation: string | null = null): boolean {
  return roleFor(grants.value, action, conversation) !== null
}
