// The HTTP side of the service: pages, their assets, and the API of server/protocol/addresses.ts.
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { join } from 'node:path'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Metrics } from '../operations/metrics.ts'
import { api, embedScript, pages } from '../protocol/addresses.ts'
import { errors } from '../protocol/errors.ts'
import { ModerationDesks } from '../moderation/moderation-desks.ts'
import { addModeration } from '../moderation/moderation-routes.ts'
import { conversationPages } from '../protocol/facilitate/addresses.ts'
import { staffPages } from '../protocol/staff/addresses.ts'
import { allErrors, type AnyErrorCode } from '../protocol/staff-errors.ts'
import { questionsIn, type EntryQuestions } from '../protocol/entry-questions.ts'
import { purposeIn, type Purposes } from '../protocol/purpose.ts'
import { ArrivalMarks } from '../participation/arrival-marks.ts'
import { addExports } from '../export/export-routes.ts'
import type { Exports } from '../export/exports.ts'
import { addOldLinks } from '../polis-api/old-links.ts'
import { addPolisApi } from '../polis-api/polis-routes.ts'
import { addImports } from '../imports/import-routes.ts'
import { Imports } from '../imports/imports.ts'
import { recogniseReaders } from '../api/api-readers.ts'
import { addApi } from '../api/add-api.ts'
import { addCrossOrigin } from '../api/cross-origin.ts'
import { SitePages } from '../sites/site-pages.ts'
import { addStaff } from '../staff/add-staff.ts'
import { TooManyPasswords } from '../staff/passwords.ts'
import { openStaff, type Staff } from '../staff/staff.ts'
import { StaffRoutes } from '../staff/staff-routes.ts'
import { addJoin } from '../stage/join-routes.ts'
import { addScreens, addStage } from '../stage/stage-routes.ts'
import { Stages } from '../stage/stages.ts'
import { StorageUnavailable, type Store } from '../store/store.ts'
import { themeSheet } from '../theme/theme-sheet.ts'
import { addReports } from '../report/add-reports.ts'
import { previewHead } from '../report/head.ts'
import { Reports } from '../report/reports.ts'
import { addTakePartPage, type TakePartPage } from '../forms/take-part-page.ts'
import { addFacilitate } from '../facilitate/add-facilitate.ts'
import { addAnswers } from './answers.ts'
import { Assets } from './assets.ts'
import { compressed, encodingFor, isCompressible } from './compressed.ts'
import { EmbedScript } from './embed-script.ts'
import { languageOf } from './language.ts'
import { limitsBehind } from './limits.ts'
import { addMediaPages } from './media.ts'
import { addInvitations } from './invitations.ts'
import { addOwnData } from './own-data.ts'
import { type PageRoom, PageShells } from './page-shells.ts'
import { allowFraming, allowLoading, securityHeaders } from './security-headers.ts'
import { addPublicApi } from './public-api.ts'
import { addResults } from './results.ts'
import { FOR_EVER, tagged } from './tagged.ts'
import { addWebhooks } from '../webhooks/webhook-routes.ts'
import { addWriting } from './writing.ts'

export interface AppOptions {
  readonly conversations: Conversations
  readonly store: Store
  readonly metrics: Metrics
  /** Address under which people reach the service; null where it is not set. */
  readonly publicUrl?: string | null
  /** How many proxies of our own stand in front, whose X-Forwarded-* headers are believed. */
  readonly trustProxy?: number
  /** Folder of the built pages. */
  readonly clientFolder: string
  /** Whether webhooks may lead into the own network; no by default. */
  readonly localWebhooks?: boolean
  /** Goes around everything else. */
  readonly middleware?: readonly MiddlewareHandler[]
  /** Accounts of staff and who is signed in; one of its own unless given. */
  readonly staff?: Staff
  /** Imports that are under way; its own unless given. */
  readonly imports?: Imports
  /** What writes exports; without it there are none. */
  readonly exports?: Exports
  /** What makes reports; one of its own unless given. */
  readonly reports?: Reports
  /** What screens in halls show; without rehearsals unless given. */
  readonly stages?: Stages
  /** What answers those who run the service. */
  readonly operations?: Hono
  /** Sockets of a conversation that are open now. */
  readonly connected?: (conversation: string) => number
  /** What answers pages whose network blocks sockets. */
  readonly exchange?: Hono
  /** Something that must not happen; logged once, without personal data. */
  readonly onFailure: (error: unknown) => void
}

interface Shown {
  /** Origins whose pages may show this one. */
  readonly hosts?: readonly string[]
  /** What is drawn before the script runs. */
  readonly drawn?: TakePartPage
}

const NAME = 'Folkmoot'
const DESCRIPTION_LENGTH = 200

export function createApp(options: AppOptions): Hono {
  const { conversations, store, metrics, clientFolder, operations, exchange, onFailure } = options
  const app = new Hono()
  const { publicUrl = null, trustProxy = 0 } = options
  const limits = limitsBehind(trustProxy, publicUrl, performance.now())
  const shells = new PageShells(clientFolder)
  const assets = new Assets(join(clientFolder, 'assets'))
  const script = new EmbedScript(clientFolder)
  const sitePages = new SitePages(options.store, conversations)
  for (const around of options.middleware ?? []) app.use(around)
  app.use(securityHeaders)
  app.use('/api/*', recogniseReaders(store))
  app.use(compressed)
  addCrossOrigin(app, { conversations, store })
  if (operations !== undefined) app.route('/', operations)
  if (exchange !== undefined) app.route('/', exchange)

  const page = async (
    context: Context,
    room: PageRoom,
    conversation: LiveConversation | null,
    error: AnyErrorCode | null,
    { hosts = [], drawn }: Shown = {},
  ) => {
    const language = languageOf(context)
    const described = conversation?.describe() ?? null
    const title = described === null ? NAME : `${described.topic} · ${NAME}`
    const description =
      error === null ? summaryOf(described?.description ?? '') : allErrors[error].words[language]
    allowFraming(context, hosts)
    const purpose = purposeIn((conversation?.stored.purpose ?? null) as Purposes | null, language)
    const questions = questionsIn((conversation?.stored.questions ?? null) as EntryQuestions | null, language)
    const first = drawn?.first ?? null
    const boot = {
      language,
      conversation: described,
      purpose,
      questions,
      first,
      arrival: drawn?.arrival ?? null,
      publicUrl,
      hosts: [...hosts],
      error: error === null ? null : { code: error, words: description },
    }
    context.header('Cache-Control', first === null ? 'no-cache' : 'private, no-cache')
    context.header('Content-Language', language)
    context.header('Vary', 'Accept-Language')
    const status = error === null ? (drawn?.status ?? 200) : allErrors[error].status
    const theme = conversation && themeSheet(conversation.settings)
    const stylesheet = conversation && theme && api.theme(conversation.id, theme.mark)
    const { marks, before } = { marks: drawn?.marks, before: drawn?.draw(boot) }
    const head =
      room === 'participate' && described !== null
        ? previewHead({
            address: `${publicUrl ?? new URL(context.req.url).origin}${pages.takePart(described.id)}`,
            title: described.topic,
            description,
            picture: `${pages.reportFiles(described.id)}/sharing.${language}.png`,
          })
        : undefined
    return context.html(
      shells.fill(room, { title, description, stylesheet, boot, marks, before, head }),
      status,
    )
  }

  const refuse = (
    context: Context,
    code: AnyErrorCode,
    { hosts, detail }: { readonly hosts?: readonly string[]; readonly detail?: unknown } = {},
  ) => {
    metrics.refused(code)
    if (!context.req.path.startsWith('/api/'))
      return page(context, 'problem', null, code, { hosts: hosts ?? [] })
    const { status, words } = allErrors[code]
    const message = words[languageOf(context)]
    return context.json({ error: { code, message, ...(detail !== undefined && { detail }) } }, status)
  }

  const pageOf = (room: PageRoom) => async (context: Context) => {
    const conversation = await conversations.open(context.req.param('id') ?? '')
    if (conversation === null) return refuse(context, 'unknown-conversation')
    return page(context, room, conversation, null)
  }

  app.get('/', (context) => page(context, 'home', null, null))
  app.get('/p/:id', pageOf('project'))
  app.get('/r/:id/recompute', pageOf('recompute'))

  app.get('/pages/:site/:page', async (context) => {
    const { site, page } = context.req.param()
    const found = await sitePages.find(site, page, context.req.raw.headers)
    if ('refusal' in found) return refuse(context, found.refusal, { hosts: found.hosts })
    context.header('Cache-Control', 'no-store')
    return context.redirect(`${pages.takePart(found.id)}${new URL(context.req.url).search}`)
  })

  app.get('/assets/:name', async (context) => {
    const name = context.req.param('name')
    const asset = assets.find(name)
    if (asset === null) return refuse(context, 'unknown-page')
    const headers = { 'Content-Type': asset.type, 'Cache-Control': FOR_EVER, Vary: 'Accept-Encoding' }
    const encoding = encodingFor(context.req.header('Accept-Encoding'))
    if (encoding === null || !isCompressible(asset.type)) return context.body(asset.body, 200, headers)
    const body = await assets.encoded(name, asset, encoding)
    return context.body(body, 200, { ...headers, 'Content-Encoding': encoding })
  })

  app.get(embedScript, (context) => {
    const { body, tag } = script.read()
    allowLoading(context)
    return tagged(context, tag, 'public, max-age=300', body, 'text/javascript; charset=utf-8')
  })

  const arrivals = new ArrivalMarks(store)
  const shared = { conversations, store, limits, arrivals, refuse }
  addTakePartPage(app, {
    ...shared,
    publicUrl,
    onRefusal: (code) => metrics.refused(code),
    show: (context, drawn) => {
      const { conversation } = drawn
      return page(context, 'participate', conversation, null, { hosts: conversation.settings.origins, drawn })
    },
  })
  addPublicApi(app, shared)
  addResults(app, shared)

  const { staff = openStaff(store, { publicUrl }) } = options
  const routes = new StaffRoutes({ app, door: staff.door, conversations, refuse })
  addStaff(routes, staff, {
    conversations: store,
    refuse,
    page: (context) => page(context, 'staff', null, null),
  })
  const desks = new ModerationDesks({ store, news: staff.news, onFailure })
  addModeration(routes, { store, desks, refuse })
  routes.ofPage(staffPages.moderate(':id'), 'read-queue', ({ context, conversation }) =>
    page(context, 'moderate', conversation, null),
  )
  const { connected = () => 0 } = options
  const { imports = new Imports() } = options
  addImports(routes, {
    imports,
    store,
    refuse,
    page: (context) => page(context, 'import', null, null),
  })
  const showFacilitate = (context: Context) => page(context, 'facilitate', null, null)
  addFacilitate(routes, { store, conversations, news: staff.news, refuse, connected, page: showFacilitate })
  const { stages = new Stages({ store, rehearsals: null, onFailure }) } = options
  addStage(routes, { ...shared, stages, news: staff.news })
  addScreens(app, { ...shared, stages })
  addJoin(app, { store, limits, arrivals, show: (context, refusal) => page(context, 'join', null, refusal) })
  routes.ofPage('/live/:id', 'see-stage', ({ context, conversation }) =>
    page(context, 'host', conversation, null),
  )

  if (options.exports !== undefined) {
    const { exports } = options
    addExports(app, routes, { conversations, exports, limits, publicUrl, refuse })
    addPolisApi(app, { conversations, store, exports, refuse })
  }
  addInvitations(app, shared)
  const { reports = new Reports({ store, onFailure }) } = options
  addReports(app, {
    ...shared,
    routes,
    door: staff.door,
    reports,
    exports: options.exports ?? null,
    clientFolder,
    publicUrl,
    page: (context, conversation) => page(context, 'results', conversation, null),
  })

  addWriting(app, shared)
  addOwnData(app, shared)
  addAnswers(app, shared)
  addMediaPages(app, shared)

  addApi(app, routes, { store, publicUrl, clientFolder, refuse })
  routes.ofPage(conversationPages.connections(':id'), 'manage-connections', ({ context, conversation }) =>
    page(context, 'connections', conversation, null),
  )
  addWebhooks(routes, { store, refuse, allowsLocal: options.localWebhooks ?? false })
  addOldLinks(app, { store, refuse })

  app.notFound((context) => refuse(context, 'unknown-page'))
  app.onError(async (error, context) => {
    if (error instanceof StorageUnavailable) return refuse(context, 'storage-unavailable')
    if (error instanceof TooManyPasswords) return refuse(context, 'sign-in-busy')
    onFailure(error)
    try {
      return await refuse(context, 'internal')
    } catch {
      // Even the page that says so could not be made; the failure itself is logged already.
      return context.text(errors.internal.words[languageOf(context)], 500)
    }
  })
  return app
}

/** The beginning of a description as plain text, for previews. */
function summaryOf(markdown: string): string {
  const text = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#>`~|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, DESCRIPTION_LENGTH - 1).trimEnd()}…`
}
