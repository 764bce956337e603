// The audit log, to be read page by page and taken along as a table: of the whole organisation for its owners, of one
// conversation for the owners of that.
import { stringify } from 'csv-stringify/sync'
import type { Context } from 'hono'
import { Readable } from 'node:stream'
import * as v from 'valibot'
import { languageOf } from '../http/language.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import { type AuditLine, auditQuery } from '../protocol/staff/audit.ts'
import { auditCodesThatSay, auditText } from '../protocol/staff/audit-text.ts'
import type { Language } from '../protocol/values.ts'
import type { AuditFilter, StaffStore } from '../store/staff-store.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

const PAGE = 50
/** Entries read at once while a table is written. */
const BATCH = 1_000

export function addAudit(routes: StaffRoutes, { store }: Staff, refuse: Refuse): void {
  const page = async (context: Context, conversation: string | null) => {
    const asked = readQuery(context, conversation)
    if (asked === null) return refuse(context, 'malformed-frame')
    const { filter, before } = asked
    const found = await store.auditLog(filter, before, PAGE + 1)
    const entries: readonly AuditLine[] = found.slice(0, PAGE)
    return context.json({ entries, next: found.length > PAGE ? entries.at(-1)!.number : null })
  }
  const table = (context: Context, conversation: string | null) => {
    const asked = readQuery(context, conversation)
    if (asked === null) return refuse(context, 'malformed-frame')
    context.header('Content-Type', 'text/csv; charset=utf-8')
    context.header('Content-Disposition', 'attachment; filename="audit-log.csv"')
    // A failure in the middle breaks the download off, so that nobody takes a part for the whole.
    const lines = csvLines(store, asked.filter, languageOf(context))
    return context.body(Readable.toWeb(Readable.from(lines)) as ReadableStream) // the same, by another name
  }

  routes.ofStaff('get', staffApi.audit(), 'read-audit-log', ({ context }) => page(context, null))
  routes.ofStaff('get', staffApi.auditCsv(), 'read-audit-log', ({ context, note }) => {
    note({ code: 'took-audit-log' })
    return table(context, null)
  })
  routes.ofConversation('get', '/audit', 'read-conversation-audit-log', ({ context, conversation }) =>
    page(context, conversation.id),
  )
  routes.ofConversation(
    'get',
    '/audit.csv',
    'read-conversation-audit-log',
    ({ context, conversation, note }) => {
      note({ code: 'took-audit-log' })
      return table(context, conversation.id)
    },
  )
}

/** What is asked for; only the conversation given, where one is. Null for a query that is not one. */
function readQuery(context: Context, conversation: string | null) {
  const given = Object.entries(context.req.query()).filter(([, value]) => value !== '')
  const parsed = v.safeParse(auditQuery, Object.fromEntries(given))
  if (!parsed.success) return null
  const { account, action, text, from, until, before = null } = parsed.output
  const only = conversation ?? parsed.output.conversation
  const filter: AuditFilter = {
    ...(account !== undefined && { account }),
    ...(only !== undefined && { conversation: only }),
    ...(action !== undefined && { action }),
    ...(text !== undefined && { text, codes: auditCodesThatSay(text, languageOf(context)) }),
    ...(from !== undefined && { fromMs: from }),
    ...(until !== undefined && { beforeMs: until }),
  }
  return { filter, before }
}

/** The log as lines of a table, a batch at a time; whatever begins like a formula is made plain text. */
async function* csvLines(
  store: StaffStore,
  filter: AuditFilter,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const options = { escape_formulas: true }
  const columns = 'number time account name role action conversation code what detail'.split(' ')
  yield encoder.encode(stringify([columns], options))
  let before: number | null = null
  for (;;) {
    const entries = await store.auditLog(filter, before, BATCH)
    const rows = entries.map(
      ({ number, timeMs, account, name, role, action, conversation, code, subject, detail }) => [
        number,
        new Date(timeMs).toISOString(),
        account,
        name,
        role,
        action,
        conversation,
        code,
        auditText({ code, subject, detail }, language).text,
        detail === null ? null : JSON.stringify(detail),
      ],
    )
    if (rows.length > 0) yield encoder.encode(stringify(rows, options))
    if (entries.length < BATCH) return
    before = entries.at(-1)!.number
  }
}
