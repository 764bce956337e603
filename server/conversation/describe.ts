import { needsIdentity } from '../identity/identity-settings.ts'
import type { Conversation, Counts } from '../protocol/conversation.ts'
import type { StoredConversation } from '../store/store.ts'
import { resultsRuleOf } from './results-settings.ts'
import { settingsOf } from './settings.ts'

/** What anyone may know of a conversation. */
export function describeConversation(stored: StoredConversation, counts: Counts): Conversation {
  const { id, topic, description, isOpen, isSample, closedAs, opensOn } = stored
  const settings = settingsOf(stored)
  return {
    id,
    topic,
    description,
    isOpen,
    state: isOpen ? 'open' : (closedAs ?? 'closed'),
    opensOn,
    statementLength: settings.statementLength,
    whoWrites: settings.whoWrites,
    isSample,
    needsIdentity: needsIdentity(settings),
    needsCode: settings.whoVotes === 'codes',
    results: resultsRuleOf(settings),
    believesNames: settings.unsignedIdentity,
    counts,
  }
}
