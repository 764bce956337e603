// The conversations of the service, for the pages that list them.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { conversationList, type Conversation } from '../../server/protocol/conversation.ts'

/** Undefined until the list has been loaded once. */
export const conversations = signal<readonly Conversation[] | undefined>(undefined)
export const listHasFailed = signal(false)

/** Loads the list; where that fails the last one stays and `listHasFailed` says so. */
export async function loadConversations(): Promise<void> {
  try {
    const response = await fetch(api.conversations())
    if (!response.ok) throw new Error(`Expected the list of conversations, got status ${response.status}.`)
    conversations.value = v.parse(conversationList, await response.json()).conversations
    listHasFailed.value = false
  } catch {
    listHasFailed.value = true
  }
}
