// The whole service in one process: store, conversations, analysis, HTTP and sockets, put together and taken apart.
import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Analysis, type AnalysisOptions } from './analysis/analysis.ts'
import { Conversations } from './conversation/conversations.ts'
import { createApp } from './http/app.ts'
import { Metrics } from './operations/metrics.ts'
import { packageRoot } from './package-root.ts'
import { SocketServer } from './socket/socket-server.ts'
import { lockDataFolder } from './store/data-folder-lock.ts'
import { openStore } from './store/open.ts'
import { StorageUnavailable, type Store } from './store/store.ts'

/** How often the service looks whether the command line has changed something. */
const TAKE_UP_EVERY_MS = 1_000

export interface ServiceOptions {
  readonly dataFolder: string
  readonly port: number
  /** Network interface to listen on; null for all. */
  readonly host?: string | null
  readonly publicUrl?: string | null
  /** Something that must not happen, with where it happened; without personal data. */
  readonly onFailure: (where: string, error: unknown) => void
  /** Folder of the built pages. */
  readonly clientFolder?: string
  readonly analysis?: Partial<
    Pick<AnalysisOptions, 'threads' | 'beatMs' | 'patienceMs' | 'memoryMb' | 'file'>
  >
  /** Called with the store before anyone is served. */
  readonly prepare?: (store: Store) => Promise<void>
}

export interface Service {
  /** Port that the service listens on. */
  readonly port: number
  readonly store: Store
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
  const { clientFolder = join(packageRoot, 'dist/client') } = options
  const metrics = new Metrics()
  const lock = lockDataFolder(dataFolder)
  const store = await openStore(dataFolder, {
    onCommit: (jobs, durationMs) => {
      metrics.commitSize.observe(jobs)
      metrics.commitSeconds.observe(durationMs / 1000)
    },
    onFailure: (error) => onFailure('store', error),
  }).catch((error: unknown) => {
    lock.release()
    throw error
  })
  const analysis = new Analysis({
    store,
    metrics,
    onFailure: (error) => onFailure('analysis', error),
    ...options.analysis,
  })
  const conversations = new Conversations(store, {
    onLoad: (conversation) => analysis.follow(conversation),
    onUnload: (conversation) => analysis.leave(conversation),
  })
  const app = createApp({
    conversations,
    metrics,
    clientFolder,
    onFailure: (error) => onFailure('http', error),
  })
  const sockets = new SocketServer({
    conversations,
    metrics,
    publicUrl,
    onFailure: (error) => onFailure('socket', error),
  })
  const takingUp = setInterval(() => {
    conversations.takeUpChanges().catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) onFailure('settings', error)
    })
  }, TAKE_UP_EVERY_MS)
  takingUp.unref()
  const server = createAdaptorServer({ fetch: app.fetch }) as Server // plain HTTP: no other server was asked for
  sockets.attach(server)

  const stop = async () => {
    clearInterval(takingUp)
    const closed = server.listening ? new Promise((resolve) => server.close(resolve)) : null
    await sockets.close()
    server.closeAllConnections()
    await closed
    conversations.close()
    await analysis.close()
    await store.close()
    lock.release()
  }
  let stopped: Promise<void> | null = null
  const close = () => (stopped ??= stop())
  try {
    await options.prepare?.(store)
    await listen(server, port, host)
  } catch (error) {
    await close()
    throw error
  }
  return { port: (server.address() as AddressInfo).port, store, metrics, close } // listening on TCP
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
