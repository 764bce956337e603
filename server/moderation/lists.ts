// The lists of a conversation: its own, else those of the organisation, else those that are built in.
import * as v from 'valibot'
import { type ModerationLists, moderationLists, type ShownLists } from '../protocol/moderation.ts'
import type { ModerationStore, StoredLists } from '../store/moderation-store.ts'
import { builtInLists } from './built-in-lists.ts'
import { patternOf } from './word-list.ts'

/** The lists that hold in a conversation, or with null in the organisation, and where they come from. */
export async function listsOf(
  moderation: Pick<ModerationStore, 'lists'>,
  conversation: string | null,
): Promise<ShownLists> {
  const own = conversation === null ? null : await moderation.lists(conversation)
  if (own !== null) return { ...read(own), source: 'conversation', revision: own.revision }
  const common = await moderation.lists(null)
  // What is changed from here is the conversation's own list, of which there is none yet.
  const revision = conversation === null ? (common?.revision ?? 0) : 0
  if (common !== null) return { ...read(common), source: 'organisation', revision }
  return { ...builtInLists, source: 'built-in', revision }
}

/** The pattern of the words that hold in a conversation; null for none. */
export async function wordsOf(
  moderation: Pick<ModerationStore, 'lists'>,
  conversation: string,
): Promise<RegExp | null> {
  return patternOf((await listsOf(moderation, conversation)).words)
}

/** The lists of stored ones; throws for what no lists can be. */
export function read({ lists }: Pick<StoredLists, 'lists'>): ModerationLists {
  return v.parse(moderationLists, lists)
}
