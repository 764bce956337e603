// What staff do with a report: read what was written for it, write names and notes, publish a version.
import type { Context } from 'hono'
import { jsonBody } from '../facilitate/request-body.ts'
import type { ReportDesk } from '../protocol/report-desk.ts'
import { facilitatorWords } from '../protocol/report.ts'
import { staffPages } from '../protocol/staff/addresses.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { ReportVersion } from '../store/report-store.ts'
import { type Publishing, publishVersion } from './publish.ts'
import { writtenFor } from './report-pages.ts'

export interface DeskOptions extends Publishing {
  readonly publicUrl: string | null
  readonly refuse: Refuse
  /** Shows the page of the results room. */
  page(context: Context, conversation: LiveConversation): Response | Promise<Response>
}

export function addReportDesk(routes: StaffRoutes, options: DeskOptions): void {
  const { store, reports, publicUrl, refuse, page } = options

  routes.ofPage(staffPages.results(':id'), 'read-report-draft', ({ context, conversation }) =>
    conversation === null ? refuse(context, 'unknown-conversation') : page(context, conversation),
  )

  routes.ofConversation('get', '/report', 'read-report-draft', async ({ context, conversation }) => {
    const [facts, words, versions] = await Promise.all([
      reports.read(conversation),
      writtenFor(store, conversation.id),
      store.reports.versions(conversation.id),
    ])
    const body: ReportDesk = {
      words,
      groups: facts.groups.map(({ letter, people }) => ({ letter, people })),
      versions: versions.map(asPublished),
    }
    return context.json(body)
  })

  routes.ofConversation('put', '/report/words', 'write-report', async ({ context, conversation, line }) => {
    const read = await jsonBody(context, facilitatorWords)
    if (typeof read === 'string') return refuse(context, read)
    const before = await writtenFor(store, conversation.id)
    const parts = Object.keys(read.body) as (keyof typeof read.body)[] // the keys of its schema
    const changed = parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(read.body[part]))
    const audit = line({ code: 'changed-report-words', detail: { changed } })
    await store.reports.saveWords(conversation.id, read.body, audit)
    return context.json({})
  })

  routes.ofConversation(
    'post',
    '/report/versions',
    'publish-version',
    async ({ context, conversation, line }) => {
      const origin = publicUrl ?? new URL(context.req.url).origin
      const version = await publishVersion(options, conversation, {
        origin,
        nowMs: Date.now(),
        audit: ({ number, sequence }) =>
          line({ code: 'published-version', detail: { version: number, sequence } }),
      })
      if (typeof version === 'string') return refuse(context, version)
      return context.json(asPublished(version))
    },
  )
}

function asPublished({ number, publishedAtMs, sequence }: ReportVersion) {
  return { number, publishedAtMs, sequence }
}
