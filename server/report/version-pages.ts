// Published versions over HTTP: `/r/<id>/v/<number>`, every file of it under its own address, and what changed between two.
// A version was published for everybody; who may see the results now makes no difference to it, but it goes when the
// conversation is deleted.
import type { Context, Hono } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import { languageOf } from '../http/language.ts'
import { FOR_EVER, isKnown } from '../http/tagged.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import type { Store } from '../store/store.ts'
import { comparisonPage, type Compared } from './compare.ts'
import type { ReportFacts } from './facts.ts'
import { markup } from './markup.ts'
import { LATER_NOTES } from './report-page.ts'
import { tagged } from './report-pages.ts'
import type { ReportShell } from './report-shell.ts'
import { reportWords } from './report-words.ts'

export interface VersionPagesOptions {
  readonly conversations: Conversations
  readonly store: Store
  readonly shell: ReportShell
  refuse(context: Context, code: AnyErrorCode): Response | Promise<Response>
}

export function addVersionPages(
  app: Hono,
  { conversations, store, shell, refuse }: VersionPagesOptions,
): void {
  app.get('/r/:id/v/:number{[1-9][0-9]{0,5}}', async (context) => {
    const { id } = context.req.param()
    if ((await conversations.open(id)) === null) return refuse(context, 'unknown-conversation')
    const language = languageOf(context)
    const version = await versionOf(store, id, Number(context.req.param('number')))
    const file = version && (await store.reports.file(id, version.number, `report.${language}.html`))
    if (!version || !file) return refuse(context, 'unknown-page')
    const withdrew = await store.reports.erasedAfter(id, version.sequence)
    const { say } = reportWords(language)
    const note =
      withdrew === 0 ? '' : String(markup`<p class="notice">${say('withdrew', { count: withdrew })}</p>`)
    context.header('Content-Language', language)
    context.header('Vary', 'Accept-Language')
    return tagged(
      context,
      new TextDecoder().decode(file.bytes).replace(LATER_NOTES, () => note),
      file.type,
      false,
    )
  })

  app.get('/r/:id/v/:number{[1-9][0-9]{0,5}}/:name{.+}', async (context) => {
    const { id, number, name } = context.req.param()
    if ((await conversations.open(id)) === null) return refuse(context, 'unknown-conversation')
    const file = await store.reports.file(id, Number(number), name)
    if (file === null) return refuse(context, 'unknown-page')
    if (/^sharing\.(en|cy)\.png$/.test(name)) context.header('Cross-Origin-Resource-Policy', 'cross-origin')
    const tag = `"${file.sha256}"`
    const headers = { ETag: tag, 'Cache-Control': FOR_EVER, 'Content-Type': file.type }
    if (isKnown(context, tag)) return context.body(null, 304, headers)
    return context.body(file.bytes, 200, headers)
  })

  app.get('/r/:id/compare', async (context) => {
    const { id } = context.req.param()
    if ((await conversations.open(id)) === null) return refuse(context, 'unknown-conversation')
    const [first, second] = await Promise.all(
      [context.req.query('from'), context.req.query('to')].map((number) => read(store, id, Number(number))),
    )
    if (!first || !second) return refuse(context, 'unknown-page')
    const language = languageOf(context)
    const words = reportWords(language)
    const title = words.say('compareTitle', { first: first.version.number, second: second.version.number })
    const html = shell.fill({
      language,
      title,
      description: title,
      head: '',
      body: comparisonPage(first, second, words),
      files: null,
    })
    context.header('Content-Language', language)
    context.header('Vary', 'Accept-Language')
    return tagged(context, html, 'text/html; charset=utf-8', false)
  })
}

async function versionOf(store: Store, conversation: string, number: number) {
  return (await store.reports.versions(conversation)).find((version) => version.number === number)
}

async function read(store: Store, conversation: string, number: number): Promise<Compared | null> {
  const version = await versionOf(store, conversation, number)
  const file = version && (await store.reports.file(conversation, number, 'report.json'))
  if (!version || !file) return null
  return { version, facts: JSON.parse(new TextDecoder().decode(file.bytes)) as ReportFacts } // as publishVersion wrote it
}
