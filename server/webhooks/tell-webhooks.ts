// What webhooks are told of a conversation: that it opened or closed, that a version of its report was published, that
// statements wait for a moderator. Numbers and names of things only, never of people, and no text that anybody wrote.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { WebhookEvent } from '../protocol/connections.ts'
import { StorageUnavailable, type Store } from '../store/store.ts'

export interface TellOptions {
  readonly store: Pick<Store, 'exchange'>
  readonly onFailure: (error: unknown) => void
}

/** Tells from now on, for as long as the conversation is in memory. */
export function tellWebhooks(conversation: LiveConversation, { store, onFailure }: TellOptions): void {
  const tell = (event: WebhookEvent, facts: Readonly<Record<string, unknown>>) => {
    const nowMs = Date.now()
    const body = messageOf(event, conversation.id, nowMs, facts)
    store.exchange.queueDeliveries(conversation.id, event, body, nowMs).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) onFailure(error)
    })
  }
  let { isOpen } = conversation.stored
  let waiting = waitingIn(conversation)
  conversation.events.on('settings', () => {
    if (conversation.stored.isOpen !== isOpen) {
      isOpen = conversation.stored.isOpen
      tell(isOpen ? 'opened' : 'closed', {})
    }
    const waitingNow = waitingIn(conversation)
    const added = [...waitingNow].filter((statement) => !waiting.has(statement))
    waiting = waitingNow
    if (added.length > 0) tell('statement-waiting', { statements: added, waiting: waitingNow.size })
  })
  conversation.events.on('version', (version) => tell('version-published', { version }))
}

/** The body of a message. */
export function messageOf(
  event: WebhookEvent | 'test',
  conversation: string,
  timeMs: number,
  facts: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({ event, conversation, time: new Date(timeMs).toISOString(), ...facts })
}

function waitingIn({ statements }: LiveConversation): ReadonlySet<number> {
  return new Set(statements.filter(({ isWaiting }) => isWaiting).map(({ id }) => id))
}
