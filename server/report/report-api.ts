// The report and its published versions as JSON, for programs. The report follows the same rules as its page: whoever may not
// see the results yet is told why. A version was published for everybody.
import type { Hono } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import { cachingOf, hiddenFrom } from '../http/results.ts'
import { confirmed } from '../http/tagged.ts'
import { pages } from '../protocol/addresses.ts'
import type { Refuse } from '../staff/staff-routes.ts'
import type { ReportVersion } from '../store/report-store.ts'
import type { Store } from '../store/store.ts'
import type { ReportFacts } from './facts.ts'
import { SUMS } from './publish.ts'
import type { Reports } from './reports.ts'
import type { PublishedVersion, VersionList } from './version-documents.ts'

export interface ReportApi {
  readonly conversations: Conversations
  readonly store: Store
  readonly reports: Reports
  readonly refuse: Refuse
}

export function addReportApi(app: Hono, { conversations, store, reports, refuse }: ReportApi): void {
  app.get('/api/conversations/:id/report', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const hidden = await hiddenFrom(context, conversation)
    if (hidden !== null) return refuse(context, hidden)
    return confirmed(context, await reports.read(conversation), cachingOf(conversation))
  })

  app.get('/api/conversations/:id/versions', async (context) => {
    const { id } = context.req.param()
    if ((await conversations.open(id)) === null) return refuse(context, 'unknown-conversation')
    const versions = await store.reports.versions(id)
    const body: VersionList = {
      versions: await Promise.all(versions.map((version) => described(store, id, version))),
    }
    return confirmed(context, body)
  })

  app.get('/api/conversations/:id/versions/:number{[1-9][0-9]{0,5}}', async (context) => {
    const { id } = context.req.param()
    const number = Number(context.req.param('number'))
    if ((await conversations.open(id)) === null) return refuse(context, 'unknown-conversation')
    const version = (await store.reports.versions(id)).find((each) => each.number === number)
    const [facts, sums] = await Promise.all(
      ['report.json', SUMS].map((name) => store.reports.file(id, number, name)),
    )
    if (version === undefined || !facts || !sums) return refuse(context, 'unknown-page')
    const text = new TextDecoder()
    const body: Omit<PublishedVersion, 'report'> & { readonly report: ReportFacts } = {
      ...(await described(store, id, version)),
      files: filesIn(text.decode(sums.bytes), pages.reportVersion(id, number)),
      report: JSON.parse(text.decode(facts.bytes)) as ReportFacts, // as publishVersion wrote it
    }
    return confirmed(context, body)
  })
}

async function described(store: Store, conversation: string, version: ReportVersion) {
  const { number, publishedAtMs, sequence, logHash } = version
  const withdrewLater = await store.reports.erasedAfter(conversation, sequence)
  const page = pages.reportVersion(conversation, number)
  return { number, publishedAtMs, sequence, logHash, page, withdrewLater }
}

/** The lines of `SHA256SUMS`, as publishVersion wrote them. */
function filesIn(sums: string, folder: string): PublishedVersion['files'] {
  return sums
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha256, name] = line.split('  ') as [string, string] // two spaces, as sha256sum has it
      return { name, path: `${folder}/${name}`, sha256 }
    })
}
