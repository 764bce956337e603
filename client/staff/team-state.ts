// The team as the service last told it, for the parts of its page.
import { signal } from '@preact/signals'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { team as teamSchema, type Team } from '../../server/protocol/staff/team.ts'
import { askStaff, type StaffRefusal } from './ask-staff.ts'

export const team = signal<Team | undefined>(undefined)
/** Why the team could not be loaded. */
export const teamRefusal = signal<StaffRefusal | undefined>(undefined)
/** What has just been done, for everybody to hear. */
export const teamNews = signal('')

export async function loadTeam(): Promise<void> {
  const answer = await askStaff(staffApi.team(), teamSchema)
  if ('value' in answer) team.value = answer.value
  teamRefusal.value = 'refusal' in answer ? answer.refusal : undefined
}

/** Topic by name of the conversation. */
export function topics(): ReadonlyMap<string, string> {
  return new Map(team.value?.conversations.map(({ id, topic }) => [id, topic]))
}
