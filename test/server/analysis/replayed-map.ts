// The map of a conversation recomputed from the log, in this process and from nothing else: what the service must have
// published (I3).
import { ConversationAnalysis } from '../../../server/analysis/conversation-analysis.ts'
import { mapSettingsOf } from '../../../server/conversation/map-settings.ts'
import { LiveConversation } from '../../../server/conversation/live-conversation.ts'
import type { Store } from '../../../server/store/store.ts'

/** `presentation` is what was remembered from the map before, or null. */
export async function replayedMap(
  store: Store,
  id: string,
  upTo: number,
  version: number,
  presentation: string | null,
) {
  const conversation = (await LiveConversation.load(store, id))!
  const { statements, closed, settings } = conversation
  const analysis = new ConversationAnalysis({
    type: 'open',
    conversation: id,
    statementIds: Uint32Array.from(statements, (statement) => statement.id),
    moderatedOut: Uint8Array.from(closed),
    isMeta: Uint8Array.from(statements, ({ isMeta }) => Number(isMeta)),
    settings: mapSettingsOf(settings),
    confidence: null,
    presentation,
  })
  const log = await store.readLog(id, 0, upTo)
  for (let i = 0; i < log.length; i++) log.statements[i] = conversation.indexOf(log.statements[i]!) ?? 0
  analysis.apply(log)
  return analysis.refresh(version)
}

/** A snapshot without the time at which it was made. */
export function withoutTime(snapshot: string): unknown {
  return { ...(JSON.parse(snapshot) as object), publishedAt: 0 }
}
