// Roles in words.
import type { Grant, Role } from '../../server/protocol/privileges.ts'
import { say } from './say.ts'

const words = {
  owner: ['roleOwner', 'roleOwnerMay'],
  moderator: ['roleModerator', 'roleModeratorMay'],
  host: ['roleHost', 'roleHostMay'],
  analyst: ['roleAnalyst', 'roleAnalystMay'],
  'entry-clerk': ['roleEntryClerk', 'roleEntryClerkMay'],
  viewer: ['roleViewer', 'roleViewerMay'],
} as const satisfies Record<Role, readonly [string, string]>

/** "Moderator". */
export function sayRole(role: Role): string {
  return say(words[role][0])
}

/** "decides about statements and adds them". */
export function sayWhatRoleMay(role: Role): string {
  return say(words[role][1])
}

/** "Host in town-square": a role and where it holds, with the topic of the conversation where it is known. */
export function sayGrant(
  { role, conversation }: Grant,
  topics: ReadonlyMap<string, string> = new Map(),
): string {
  if (conversation === null) return say('roleEverywhere', { role: sayRole(role) })
  return say('roleIn', { role: sayRole(role), conversation: topics.get(conversation) ?? conversation })
}
