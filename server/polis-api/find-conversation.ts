// Which conversation a request to one of Polis' addresses means: by its name here, or by what it was called at Polis.
import type { Context } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Store } from '../store/store.ts'

/** What it takes to find a conversation. */
export interface Known {
  readonly conversations: Conversations
  readonly store: Pick<Store, 'exchange'>
}

/** The conversation that the query names; null where there is none. */
export async function namedInQuery(context: Context, known: Known): Promise<LiveConversation | null> {
  const report = context.req.query('report_id')
  const named = context.req.query('conversation_id')
  if (named === undefined) return report === undefined ? null : ofReport(report, known)
  const conversation = await known.conversations.open(named)
  if (conversation !== null) return conversation
  const here = await known.store.exchange.conversationAt(named)
  return here === null ? null : known.conversations.open(here)
}

/** The conversation of a report: here they are known by `r` and the name of their conversation. */
export async function ofReport(
  report: string,
  { conversations, store }: Known,
): Promise<LiveConversation | null> {
  const own = report.startsWith('r') ? await conversations.open(report.slice(1)) : null
  if (own !== null) return own
  const here = await store.exchange.conversationAt(`report/${report}`)
  return here === null ? null : conversations.open(here)
}
