// Statements and events as moderators see them, made of what is stored and of what the live conversation knows.
import { closedStatements } from '../conversation/closed-statements.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { ModerationEvent, QueueItem } from '../protocol/moderation.ts'
import type { ModerationStore, QueuedStatement, StoredEvent } from '../store/moderation-store.ts'
import { concernsOf } from './check-statements.ts'

/** Fewer people than these are not counted: it would tell of single ones. */
const LEAST_PEOPLE = 5

/** The items of stored statements, in their order. */
export async function itemsOf(
  store: ModerationStore,
  conversation: LiveConversation,
  queued: readonly QueuedStatement[],
): Promise<QueueItem[]> {
  const split = queued.filter(({ replacedAs }) => replacedAs === 'split').map(({ id }) => id)
  const successors =
    split.length === 0 ? new Map<number, number[]>() : await store.successors(conversation.id, split)
  const closed = closedStatements(queued, conversation.settings)
  return queued.map((statement, index) => {
    const { id, text, state, isSeed, isMeta, createdAtMs, language, similarTo, derivedFrom } = statement
    const { reason, reasonWelsh, mergedInto } = statement
    const votes = conversation.votesOn(id)
    return {
      ...{ id, text, state, isSeed, isMeta, createdAtMs, language, similarTo, derivedFrom },
      isOpen: closed[index] === 0,
      concerns: concernsOf(statement.concerns),
      reports: statement.openReports,
      votes: votes < LEAST_PEOPLE ? null : votes,
      reason: reasonOf(reason, reasonWelsh),
      successors: mergedInto === null ? [...(successors.get(id) ?? [])] : [mergedInto],
      seen: statement.lastEvent,
    }
  })
}

/** An event as the history shows it. */
export function eventOf(stored: StoredEvent): ModerationEvent {
  const { id, act, statement, kind, timeMs, moderator, from, to, note, undoes } = stored
  return {
    ...{ id, act, statement, kind, timeMs, moderator, from, to, note, undoes },
    reason: reasonOf(stored.reason, stored.reasonWelsh),
    related: [...stored.related],
  }
}

function reasonOf(en: string | null, cy: string | null): QueueItem['reason'] {
  return en === null ? null : { en, cy: cy ?? en }
}
