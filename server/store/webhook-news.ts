// What webhooks are told of a conversation: that it opened or closed, that a version of its report was published, that
// statements wait for a moderator. Each webhook remembers how things stood when it was last told, and what has changed since
// then is queued in the same transaction that remembers it: whoever changed it, whether anybody was looking, and whatever
// stopped in between. Numbers and names of things only, never of people, and no text that anybody wrote.
import { messageOf } from '../webhooks/message.ts'
import type { SqliteRows } from './sqlite-rows.ts'

/** How things stand in a conversation, as far as webhooks are told. */
export interface ToldState {
  readonly isOpen: boolean
  /** Number of the newest published version; 0 for none. */
  readonly version: number
  /** Ids of the statements that wait for a moderator. */
  readonly waiting: readonly number[]
}

interface Row {
  readonly id: number
  readonly events: string
  readonly told: string | null
}

type Queue = (webhook: number, message: { readonly event: string; readonly body: string }) => void

/** How things stand now, in the conversation of this key. */
export function stateOf(rows: SqliteRows, key: number): ToldState {
  const { isOpen, version } = rows.get<{ readonly isOpen: number; readonly version: number | null }>(
    `SELECT is_open AS isOpen, (SELECT max(number) FROM report_version WHERE conversation = ?) AS version
     FROM conversation WHERE key = ?`,
    key,
    key,
  )! // a key is that of a stored conversation
  const waiting = rows.all<{ readonly id: number }>(
    'SELECT id FROM statement WHERE conversation = ? AND is_waiting ORDER BY id',
    key,
  )
  return { isOpen: isOpen === 1, version: version ?? 0, waiting: waiting.map(({ id }) => id) }
}

/** Queues for each webhook of a conversation what it has not been told; within a transaction. How many messages there were. */
export function queueNews(
  rows: SqliteRows,
  { key, id }: { readonly key: number; readonly id: string },
  nowMs: number,
  queue: Queue,
): number {
  const listening = rows.all<Row>(
    'SELECT id, events, told FROM webhook WHERE conversation = ? ORDER BY id',
    key,
  )
  if (listening.length === 0) return 0
  const now = stateOf(rows, key)
  const text = JSON.stringify(now)
  let count = 0
  for (const webhook of listening) {
    if (webhook.told === text) continue
    const wanted = JSON.parse(webhook.events) as readonly string[] // as addWebhook wrote them
    const before = webhook.told === null ? now : (JSON.parse(webhook.told) as ToldState) // as written below
    for (const { event, facts } of changesBetween(before, now)) {
      if (!wanted.includes(event)) continue
      queue(webhook.id, { event, body: messageOf(event, id, nowMs, facts) })
      count++
    }
    rows.run('UPDATE webhook SET told = ? WHERE id = ?', text, webhook.id)
  }
  return count
}

function changesBetween(before: ToldState, now: ToldState) {
  const versions = Array.from(
    { length: Math.max(0, now.version - before.version) },
    (_, place) => before.version + place + 1,
  )
  const known = new Set(before.waiting)
  const added = now.waiting.filter((statement) => !known.has(statement))
  return [
    ...(now.isOpen === before.isOpen
      ? []
      : [{ event: now.isOpen ? 'opened' : 'closed', facts: {} } as const]),
    ...versions.map((version) => ({ event: 'version-published', facts: { version } }) as const),
    ...(added.length === 0
      ? []
      : [{ event: 'statement-waiting', facts: { statements: added, waiting: now.waiting.length } } as const]),
  ]
}
