// The newest map and its components over HTTP, to those who may see them.
import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { tokenHash } from '../conversation/participant-token.ts'
import { whyResultsHidden } from '../conversation/results-visibility.ts'
import type { ResultsRefusal } from '../protocol/results.ts'
import { participantToken } from '../protocol/values.ts'
import { mayReadResults } from '../api/api-readers.ts'
import type { ApiContext } from './speaker.ts'
import { FOR_EVER, tagged } from './tagged.ts'

/** What not everybody may see is not kept where others could find it. */
const OWN = 'private, no-store'

export function addResults(app: Hono, { conversations, refuse }: ApiContext): void {
  app.get('/api/conversations/:id/snapshot', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const hidden = await hiddenFrom(context, conversation)
    if (hidden !== null) return refuse(context, hidden)
    const { map } = conversation
    if (map === null) return refuse(context, 'unknown-page')
    return tagged(context, `"${map.version}"`, cachingOf(conversation), map.snapshot)
  })

  app.get('/api/conversations/:id/components/:version', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const hidden = await hiddenFrom(context, conversation)
    if (hidden !== null) return refuse(context, hidden)
    const map = conversation.mapOfVersion(Number(context.req.param('version')))
    if (map === null) return refuse(context, 'unknown-page')
    return tagged(context, `"${map.version}"`, cachingOf(conversation, FOR_EVER), map.components)
  })
}

/** Why the results are hidden from whoever asks, by the token that the request carries or else by none. */
export async function hiddenFrom(
  context: Context,
  conversation: LiveConversation,
): Promise<ResultsRefusal | null> {
  if (mayReadResults(context, conversation.id)) return null
  const [scheme, token] = (context.req.header('Authorization') ?? '').split(' ')
  const isKnown = scheme === 'Bearer' && v.is(participantToken, token)
  return whyResultsHidden(conversation, isKnown ? await conversation.voter(tokenHash(token)) : null)
}

/** How long a result may be kept by whoever has seen it. */
export function cachingOf({ settings }: LiveConversation, caching = 'no-cache'): string {
  return settings.resultsVisible === 'always' ? caching : OWN
}
