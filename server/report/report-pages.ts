// The report over HTTP: `/r/<id>`, its files, published versions and their comparison. Whoever may not see the results yet is
// told so; staff who may read drafts see the report always, and it says that it is one.
import type { Context, Hono } from 'hono'
import { createHash } from 'node:crypto'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { isForEverybody } from '../conversation/settings.ts'
import { languageOf } from '../http/language.ts'
import { isKnown } from '../http/tagged.ts'
import { escapeHtml } from '../http/html.ts'
import { pages } from '../protocol/addresses.ts'
import { type FacilitatorWords, NO_WORDS } from '../protocol/report.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import type { Language } from '../protocol/values.ts'
import type { Store } from '../store/store.ts'
import { previewHead } from './head.ts'
import { KeptRenderings } from './kept-renderings.ts'
import { plotNames } from './plots/drawing.ts'
import { png } from './plots/png.ts'
import { topicPicture } from './plots/sharing-picture.ts'
import { figureNames, reportFile } from './report-files.ts'
import { reportPage } from './report-page.ts'
import type { ReportShell } from './report-shell.ts'
import { reportWords } from './report-words.ts'
import type { Reports } from './reports.ts'
import type { ReportView } from './view.ts'

export interface ReportPagesOptions {
  readonly conversations: Conversations
  readonly store: Store
  readonly reports: Reports
  readonly shell: ReportShell
  /** Address under which people reach the service; null where it is not set. */
  readonly publicUrl: string | null
  /** Why the results are not for this reader; null where they are. `isDraft` where only staff may see them. */
  whyHidden(context: Context, conversation: LiveConversation): Promise<AnyErrorCode | null | 'draft'>
  refuse(context: Context, code: AnyErrorCode): Response | Promise<Response>
}

const METHOD = 'method.json'
const DRAWING = /^([a-z]+)\.(?:en|cy)\.(?:svg|png)$/
const PICTURE = /^sharing\.(en|cy)\.png$/

export function addReportPages(app: Hono, options: ReportPagesOptions): void {
  const { conversations, store, reports, shell, publicUrl, refuse } = options
  const bodies = new KeptRenderings<string>()
  const files = new KeptRenderings<ReturnType<typeof reportFile>>()

  /** The report of the address, as far as it may be seen. */
  async function open(context: Context) {
    const conversation = await conversations.open(context.req.param('id') ?? '')
    if (conversation === null) return 'unknown-conversation'
    const hidden = await options.whyHidden(context, conversation)
    if (hidden !== null && hidden !== 'draft') return hidden
    const isDraft = hidden === 'draft'
    const [facts, written] = await Promise.all([
      reports.read(conversation),
      writtenFor(store, conversation.id),
    ])
    const viewIn = (language: Language): ReportView => ({
      facts,
      written,
      words: reportWords(language),
      edition: { kind: 'live', isDraft },
      address: `${publicUrl ?? new URL(context.req.url).origin}${pages.report(conversation.id)}`,
      files: pages.reportFiles(conversation.id),
    })
    return { conversation, facts, viewIn, isDraft }
  }

  app.get('/r/:id', async (context) => {
    const opened = await open(context)
    if (typeof opened === 'string') return refuse(context, opened)
    const { conversation, facts, viewIn, isDraft } = opened
    const language = languageOf(context)
    const view = viewIn(language)
    const versions = await store.reports.versions(conversation.id)
    const body = bodies.of(facts, [language, isDraft, view.written, view.address, versions], () =>
      reportPage(view, versions),
    )
    const html = shell.fill({
      language,
      title: view.words.say('title', { topic: facts.conversation.topic }),
      description: inShort(view),
      head: isDraft ? '<meta name="robots" content="noindex" />' : headOf(view),
      body,
      files: null,
    })
    context.header('Content-Language', language)
    context.header('Vary', 'Accept-Language, Cookie')
    return tagged(context, html, 'text/html; charset=utf-8', isDraft)
  })

  app.get('/r/:id/files/:name', async (context) => {
    const name = context.req.param('name')
    const opened = await open(context)
    if (PICTURE.test(name)) context.header('Cross-Origin-Resource-Policy', 'cross-origin')
    if (typeof opened === 'string') {
      const conversation = PICTURE.test(name) ? await conversations.open(context.req.param('id')) : null
      if (conversation === null) return refuse(context, opened)
      return tagged(context, await png(topicPicture(conversation.stored.topic), 1200), 'image/png', false)
    }
    const { conversation, facts, viewIn, isDraft } = opened
    const make = () => reportFile(name, facts, toldSettings(conversation), viewIn)
    const { written, address } = viewIn('en')
    const file = await (isKept(name) ? files.of(facts, [name, written, address], make) : make())
    if (file === null) return refuse(context, 'unknown-page')
    return tagged(context, file.body, file.type, isDraft)
  })
}

/** Drawings take long to make, and so do figures of thousands of statements; the method says the settings of now. */
function isKept(name: string): boolean {
  if (name !== METHOD && figureNames.some((each) => each === name)) return true
  const match = DRAWING.exec(name)
  return match !== null && plotNames.some((each) => each === match[1])
}

/** What facilitators wrote for a report. */
export async function writtenFor(store: Store, conversation: string): Promise<FacilitatorWords> {
  return ((await store.reports.words(conversation)) as FacilitatorWords | null) ?? NO_WORDS // checked when it was stored
}

/** The settings of a conversation that are not to be kept from anybody. */
export function toldSettings({
  settings,
  statements,
  closed,
}: LiveConversation): Readonly<Record<string, unknown>> {
  const statementsLeftOut = statements
    .filter(({ isMeta }, index) => isMeta || closed[index] !== 0)
    .map(({ id }) => id)
  const told = Object.fromEntries(
    Object.entries(settings).filter(([name]) => isForEverybody(name as keyof typeof settings)),
  )
  return { ...told, statementsLeftOut }
}

/** What previews of a link to a report show. */
export function headOf({ facts, words, address, files }: ReportView): string {
  const title = words.say('title', { topic: facts.conversation.topic })
  const picture = `${files}/sharing.${words.language}.png`
  return (
    `<link rel="canonical" href="${escapeHtml(address)}" />` +
    previewHead({ address, title, description: inShort({ facts, words }), picture }).markup
  )
}

/** How many took part, in a sentence. */
function inShort({ facts, words: { say } }: Pick<ReportView, 'facts' | 'words'>): string {
  return say('summaryPeople', {
    people: say('people', { count: facts.people.voters }),
    votes: say('votes', { count: facts.people.votes }),
    statements: say('statements', { count: facts.moderation.voted }),
  })
}

/** An answer known by the hash of its content: sent once, then confirmed. */
export function tagged(
  context: Context,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  isPrivate: boolean,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: tag,
    'Cache-Control': isPrivate ? 'private, no-cache' : 'no-cache',
    'Content-Type': type,
  }
  if (isKnown(context, tag)) return context.body(null, 304, headers)
  return context.body(body, 200, headers)
}
