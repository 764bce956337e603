// A conversation as its staff see it.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { momentOf } from '../conversation/schedule.ts'
import {
  type ConversationSettings,
  isSecret,
  namesPeople,
  type SettingName,
  settingNames,
  settingsOf,
} from '../conversation/settings.ts'
import type { Conversation } from '../protocol/conversation.ts'
import type { ListedConversation, StaffConversation } from '../protocol/facilitate/conversation.ts'
import { privileges, type Role } from '../protocol/privileges.ts'
import type { Purposes } from '../protocol/purpose.ts'
import type { Store, StoredConversation } from '../store/store.ts'

export function listForStaff(
  { archivedAtMs, deletesAtMs, createdAtMs }: StoredConversation,
  { id, topic, state, isSample, believesNames, counts }: Conversation,
): ListedConversation {
  return { id, topic, state, isSample, createdAtMs, archivedAtMs, deletesAtMs, believesNames, counts }
}

/** A conversation as somebody of this role sees it. */
export async function describeForStaff(
  store: Store,
  conversation: LiveConversation,
  role: Role,
): Promise<StaffConversation> {
  const { stored, settings } = conversation
  const { votingFrom, votingUntil, timeZone } = settings
  return {
    ...listForStaff(stored, conversation.describe()),
    description: stored.description,
    purpose: stored.purpose as Purposes | null, // checked when it was stored
    settings: shownSettings(settings, role),
    defaults: { ...settingsOf({ settings: {} }) },
    secretsSet: settingNames.filter((name) => isSecret(name) && settings[name] !== ''),
    opensAtMs: momentOf(votingFrom, timeZone),
    closesAtMs: momentOf(votingUntil, timeZone),
    invitations: await store.management.invitationCounts(stored.id),
    hasVotes: conversation.sequence > 0,
  }
}

function shownSettings(settings: ConversationSettings, role: Role): Record<string, unknown> {
  const defaults = settingsOf({ settings: {} })
  const mayChange = (privileges['change-settings'] as readonly Role[]).includes(role)
  const shown = (name: SettingName) => {
    if (isSecret(name)) return ''
    return mayChange || !namesPeople(name) ? settings[name] : defaults[name]
  }
  return Object.fromEntries(settingNames.map((name) => [name, shown(name)]))
}

/** Lets the conversation in memory take over what is stored of it now. */
export async function takeOver(store: Store, conversation: LiveConversation, withStatements = false) {
  const stored = await store.conversation(conversation.id)
  if (stored === null) return
  conversation.adopt(stored, withStatements ? await store.statements(conversation.id) : undefined)
}
