// The moderation log as a table that opens in any spreadsheet: one line for each event, oldest first, written as it is read,
// so that its length does not matter. Texts that a spreadsheet would take for a formula are made inert.
import { stringify } from 'csv-stringify/sync'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { ModerationStore, StoredEvent } from '../store/moderation-store.ts'

export const moderationLogColumns = [
  'event',
  'act',
  'time',
  'moderator',
  'decision',
  'statement',
  'text',
  'from',
  'to',
  'reason-en',
  'reason-cy',
  'note',
  'related-statements',
  'undoes-act',
] as const

const SLICE = 500

/** The log as CSV, in pieces of whole lines; the first holds the names of the columns. */
export async function* moderationLogCsv(
  store: Pick<ModerationStore, 'events'>,
  conversation: Pick<LiveConversation, 'id' | 'statements' | 'indexOf'>,
): AsyncGenerator<string> {
  const textOf = (id: number) => conversation.statements[conversation.indexOf(id) ?? -1]?.text ?? ''
  yield csv([[...moderationLogColumns]])
  for (let after = 0; ;) {
    const events = await store.events(conversation.id, { after, limit: SLICE })
    if (events.length === 0) return
    yield csv(events.map((event) => rowOf(event, textOf(event.statement))))
    after = events.at(-1)!.id
  }
}

function rowOf(event: StoredEvent, text: string): (string | number | null)[] {
  const { id, act, timeMs, moderator, kind, statement, from, to, reason, reasonWelsh, note } = event
  const time = new Date(timeMs).toISOString()
  const related = event.related.join(' ')
  return [
    ...[id, act, time, moderator, kind, statement, text, from, to, reason, reasonWelsh, note],
    ...[related, event.undoes],
  ]
}

function csv(rows: (string | number | null)[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' })
}
