import type { LiveConversation } from '../conversation/live-conversation.ts'
import { mapSettingsOf } from '../conversation/map-settings.ts'
import type { MapConfidence } from '../protocol/snapshot.ts'
import type { ToWorker } from './messages.ts'

/** What the analysis has to know of a conversation besides its log, as it is now. */
export function openingOf(conversation: LiveConversation): Extract<ToWorker, { type: 'open' }> {
  const { id, statements, closed, settings, map } = conversation
  return {
    type: 'open',
    conversation: id,
    statementIds: Uint32Array.from(statements, (statement) => statement.id),
    moderatedOut: Uint8Array.from(statements, ({ isMeta }, index) => Number(isMeta || closed[index] !== 0)),
    isMeta: Uint8Array.from(statements, ({ isMeta }) => Number(isMeta)),
    settings: mapSettingsOf(settings),
    confidence: map === null ? null : confidenceOf(map.snapshot),
    presentation: map?.presentation ?? null,
  }
}

/** What a snapshot of this service's own making says of its confidence. */
function confidenceOf(snapshot: string): MapConfidence | null {
  return (JSON.parse(snapshot) as { confidence?: MapConfidence | null }).confidence ?? null
}
