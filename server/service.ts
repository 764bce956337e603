// The whole service in one process: store, conversations, analysis, HTTP and sockets, put together and taken apart.
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { Analysis, type AnalysisOptions } from './analysis/analysis.ts'
import { Conversations } from './conversation/conversations.ts'
import { Imports } from './imports/imports.ts'
import { Exports } from './export/exports.ts'
import { FacilitationClock } from './facilitate/clock.ts'
import { tellMonitoring } from './facilitate/monitoring-news.ts'
import { createApp } from './http/app.ts'
import { logRequests } from './operations/log-requests.ts'
import { Metrics } from './operations/metrics.ts'
import { operationsApp } from './operations/operations-app.ts'
import { Readiness } from './operations/readiness.ts'
import { StorageWatch } from './operations/storage-watch.ts'
import { packageRoot } from './package-root.ts'
import { ArrivalMarks } from './participation/arrival-marks.ts'
import { staffApi } from './protocol/staff/addresses.ts'
import { Reports } from './report/reports.ts'
import { exchangeApp } from './socket/exchange-app.ts'
import { SocketServer } from './socket/socket-server.ts'
import { openStaff, type Staff } from './staff/staff.ts'
import type { SingleSignOnSettings } from './staff/single-sign-on-settings.ts'
import { StaffSocketServer } from './staff/staff-socket-server.ts'
import { Rehearsals } from './stage/rehearsals.ts'
import { Stages, type StagesOptions } from './stage/stages.ts'
import { lockDataFolder } from './store/data-folder-lock.ts'
import { withGuests } from './store/guest-stores.ts'
import { StorageUnavailable, type Store } from './store/store.ts'
import { openThreadStore } from './store/thread-store.ts'
import { WebhookNews } from './webhooks/tell-webhooks.ts'
import { WebhookSender } from './webhooks/webhook-sender.ts'

/** How often the service looks whether the command line has changed something. */
const TAKE_UP_EVERY_MS = 1_000

export interface ServiceOptions {
  readonly dataFolder: string
  readonly port: number
  /** Network interface to listen on; null for all. */
  readonly host?: string | null
  readonly publicUrl?: string | null
  /** How many proxies of our own stand in front, whose X-Forwarded-* headers are believed. */
  readonly trustProxy?: number
  /** Port on the loopback interface that gives out the metrics, 0 for any free one; null for none. */
  readonly metricsPort?: number | null
  /** What must be known to read the metrics on the service's own port; null when they are not given out there. */
  readonly metricsToken?: string | null
  /** The provider at which staff sign on; null for none. */
  readonly singleSignOn?: SingleSignOnSettings | null
  /** Whether webhooks may lead to plain HTTP and into the own network; no by default. */
  readonly localWebhooks?: boolean
  /** Keys that seal secrets in the database, in place of those in the file beside it. */
  readonly secretKey?: string | null
  /** Where the service says what happens; nowhere by default. */
  readonly log?: Logger
  /** Something that must not happen, with where it happened; without personal data. */
  readonly onFailure: (where: string, error: unknown) => void
  /** Something without which the service cannot go on has ended; by default a failure like others. */
  readonly onEnd?: (error: unknown) => void
  /** Folder of the built pages. */
  readonly clientFolder?: string
  readonly analysis?: Partial<
    Pick<AnalysisOptions, 'threads' | 'beatMs' | 'patienceMs' | 'memoryMb' | 'checkShare' | 'file'>
  >
  readonly stage?: Pick<StagesOptions, 'beatMs'>
  /** Called with the store before anyone is served. */
  readonly prepare?: (store: Store) => Promise<void>
}

const LOOPBACK = '127.0.0.1'
/** How long requests may take to be answered while the service stops. */
const LAST_ANSWERS_MS = 2_000
/** Longer than proxies keep a connection that nobody uses (60 s), or they would send a request on one that is just being closed. */
const KEEP_ALIVE_MS = 65_000

export interface Service {
  /** Port that the service listens on. */
  readonly port: number
  /** Port that gives out the metrics; null when there is none. */
  readonly metricsPort: number | null
  readonly store: Store
  readonly staff: Staff
  /** What answers requests. */
  readonly app: Hono
  readonly metrics: Metrics
  /** Finishes the commit in flight, tells the sockets, and closes everything; closing twice is closing once. */
  close(): Promise<void>
}

/**
 * Starts the service. Rejects with `UnusableDatabase` when the data cannot be used, and with the system's error when the
 * port cannot be had; nothing is left open then.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { dataFolder, port, host = null, publicUrl = null, onFailure } = options
  const { onEnd = (error: unknown) => onFailure('store', error) } = options
  const { clientFolder = join(packageRoot, 'dist/client'), trustProxy = 0 } = options
  const { metricsPort = null, metricsToken = null, log = pino({ enabled: false }) } = options
  const metrics = new Metrics((code) => log.debug({ code }, 'Refused.'))
  const storageWatch = new StorageWatch(log)
  const lock = lockDataFolder(dataFolder)
  const ownStore = await openThreadStore(dataFolder, {
    secretKey: options.secretKey ?? null,
    onCommit: (jobs, durationMs) => {
      metrics.commitSize.observe(jobs)
      metrics.commitSeconds.observe(durationMs / 1000)
      storageWatch.wrote()
    },
    onRollback: () => storageWatch.failed(),
    onFailure: (error) => onFailure('store', error),
    onEnd: (error) => onEnd(error),
  }).catch((error: unknown) => {
    lock.release()
    throw error
  })
  const guests = withGuests(ownStore)
  const { store } = guests
  const analysis = new Analysis({
    store,
    metrics,
    onFailure: (error) => onFailure('analysis', error),
    ...options.analysis,
  })
  const staff = openStaff(store, {
    publicUrl,
    trustProxy,
    singleSignOn: options.singleSignOn ?? null,
    onFailure: (error) => onFailure('staff', error),
  })
  const webhookNews = new WebhookNews({ store, onFailure: (error) => onFailure('webhooks', error) })
  const conversations = new Conversations(store, {
    onLoad: (conversation) => {
      analysis.follow(conversation)
      tellMonitoring(conversation, staff.news)
      webhookNews.follow(conversation)
    },
    onUnload: (conversation) => analysis.leave(conversation),
    onFailure: (error) => onFailure('conversation', error),
  })
  const readiness = new Readiness({
    probeStorage: () => store.probe(),
    analysisIsAlive: () => analysis.isAlive,
  })
  const stopObserving = metrics.observe({
    writesWaiting: () => store.waiting,
    refreshesWaiting: () => analysis.waiting,
    oldestMapAgeMs: () => analysis.oldestMapAgeMs(Date.now()),
  })
  const metricsFor = metricsToken === null ? 'nobody' : { token: metricsToken }
  const staffSockets = new StaffSocketServer({
    staff,
    conversations,
    refused: (code) => metrics.refused(code),
    onFailure: (error) => onFailure('staff socket', error),
  })
  // What could not be stored, as while the service stops, is stored with the next sight of the map.
  const onStageFailure = (error: unknown) => {
    if (!(error instanceof StorageUnavailable)) onFailure('stage', error)
  }
  const rehearsals = new Rehearsals({
    folder: join(dataFolder, 'rehearsals'),
    conversations,
    guests,
    onFailure: onStageFailure,
  })
  const stages = new Stages({
    store,
    rehearsals,
    onNews: (conversation, desk) => staff.news.publish(conversation, 'stage', desk),
    onFailure: onStageFailure,
    ...options.stage,
  })
  const sockets = new SocketServer({
    conversations,
    arrivals: new ArrivalMarks(store),
    metrics,
    publicUrl,
    trustProxy,
    onFailure: (error) => onFailure('socket', error),
    others: { [staffApi.socket()]: (...upgrade) => staffSockets.upgrade(...upgrade) },
  })
  const exports = new Exports({ dataFolder, onFailure: (error) => onFailure('export', error) })
  const clock = new FacilitationClock({
    store,
    conversations,
    news: staff.news,
    onFailure: (error) => onFailure('clock', error),
  })
  const { localWebhooks = false } = options
  const webhooks = new WebhookSender({
    store,
    allowsLocal: localWebhooks,
    onFailure: (error) => onFailure('webhooks', error),
  })
  const reports = new Reports({ store, onFailure: (error) => onFailure('report', error) })
  const imports = new Imports({
    folder: join(dataFolder, 'uploads'),
    onFailure: (error) => onFailure('import', error),
  })
  const app = createApp({
    imports,
    exports,
    reports,
    connected: (conversation) => sockets.connectedTo(conversation),
    conversations,
    store,
    staff,
    stages,
    metrics,
    publicUrl,
    trustProxy,
    clientFolder,
    localWebhooks,
    middleware: log.isLevelEnabled('debug') ? [logRequests(log)] : [],
    operations: operationsApp({ metrics, readiness, metricsFor }),
    exchange: exchangeApp(sockets, metrics),
    onFailure: (error) => onFailure('http', error),
  })
  const takingUp = setInterval(() => {
    conversations.takeUpChanges().catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) onFailure('settings', error)
    })
  }, TAKE_UP_EVERY_MS)
  takingUp.unref()
  const server = httpServer(app)
  sockets.attach(server)
  const metricsServer = httpServer(operationsApp({ metrics, readiness, metricsFor: 'everyone' }))

  const stop = async () => {
    clearInterval(takingUp)
    clock.close()
    webhookNews.close()
    const webhooksAreDone = webhooks.close()
    const startedAt = performance.now()
    log.info({ sockets: sockets.size }, 'The service is stopping.')
    // While the sockets are sent home, a proxy can ask and is told to send nobody else.
    readiness.stop()
    staffSockets.close()
    await sockets.close()
    await Promise.all([finish(server), finish(metricsServer)])
    stopObserving()
    await exports.close()
    imports.close()
    await rehearsals.close()
    await conversations.close()
    await analysis.close()
    await reports.close()
    await webhooksAreDone
    await store.close()
    lock.release()
    log.info({ durationMs: Math.round(performance.now() - startedAt) }, 'The service has stopped.')
  }
  let stopped: Promise<void> | null = null
  const close = () => (stopped ??= stop())
  try {
    const { unreadable } = await store.staff.sealCodeKeys()
    if (unreadable > 0)
      log.warn({ accounts: unreadable }, 'The key to the one-time codes of accounts is missing.')
    await options.prepare?.(store)
    await listen(server, port, host)
    if (metricsPort !== null) await listen(metricsServer, metricsPort, LOOPBACK)
  } catch (error) {
    await close()
    throw error
  }
  log.info({ port: portOf(server), node: process.version }, 'The service is ready.')
  return {
    port: portOf(server),
    metricsPort: metricsPort === null ? null : portOf(metricsServer),
    store,
    staff,
    app,
    metrics,
    close,
  }
}

function httpServer(app: Pick<Hono, 'fetch'>): Server {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server // plain HTTP: no other server was asked for
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port // listening on TCP
}

/** Lets the requests that are being answered finish, for a moment, and closes. */
async function finish(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const overdue = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
  await closed
  clearTimeout(overdue)
}

function listen(server: Server, port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
