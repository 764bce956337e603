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
import type { EntryQuestions } from '../protocol/entry-questions.ts'
import type { ListedConversation, StaffConversation } from '../protocol/facilitate/conversation.ts'
import type { Language } from '../protocol/values.ts'
import { privileges, type Role } from '../protocol/privileges.ts'
import type { PurposeDraft } from '../protocol/facilitate/drafts.ts'
import type { Store, StoredConversation } from '../store/store.ts'
import { writings, writtenQuestions } from './writings.ts'

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
  const purposeIn = (language: Language) => writings[`purpose.${language}`].now(stored) as PurposeDraft | null // checked when it was stored
  const asked = stored.questions as EntryQuestions | null // likewise
  const answers = await store.participation.answerCounts(stored.id)
  const { votingFrom, votingUntil, timeZone } = settings
  return {
    ...listForStaff(stored, conversation.describe()),
    description: stored.description,
    purpose: { en: purposeIn('en'), cy: purposeIn('cy') },
    purposeShown: (['en', 'cy'] as const).filter((language) => stored.purpose?.[language] !== undefined),
    questions: writtenQuestions(stored),
    questionsAsked: asked?.questions.map(({ id }) => id) ?? [],
    questionsAnswered: [...new Set(answers.map(({ question }) => question))],
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
