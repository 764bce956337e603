// What those who run the service ask it: is it alive, is it ready for people, and what does it measure of itself.
//
// `/metrics` says how many people are here and how the machine is doing, so it is not for everybody. It is never given out
// because a request seems to come from this machine: behind a proxy every request does.
import { type Context, Hono } from 'hono'
import { hash, timingSafeEqual } from 'node:crypto'
import type { Metrics } from './metrics.ts'
import type { Readiness } from './readiness.ts'

export interface OperationsAppOptions {
  readonly metrics: Metrics
  readonly readiness: Readiness
  /** Who may read the metrics: nobody, those who know a token, or everyone who can reach the port. */
  readonly metricsFor: 'nobody' | { readonly token: string } | 'everyone'
}

const uncached = { 'Cache-Control': 'no-store' }

/** Answers `/healthz`, `/readyz`, and `/metrics` where it is given out at all. */
export function operationsApp({ metrics, readiness, metricsFor }: OperationsAppOptions): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok', 200, uncached))
  app.get('/readyz', async (context) => {
    const reasons = await readiness.reasons()
    return context.json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503, uncached)
  })
  if (metricsFor === 'nobody') return app
  app.get('/metrics', async (context) => {
    if (metricsFor !== 'everyone' && !knows(context, metricsFor.token)) {
      return context.text('The token is missing or wrong.', 401, {
        ...uncached,
        'WWW-Authenticate': 'Bearer',
      })
    }
    const { registry } = metrics
    return context.body(await registry.metrics(), 200, { ...uncached, 'Content-Type': registry.contentType })
  })
  return app
}

/** Compares hashes, in a time that tells nothing of the token. */
function knows(context: Context, token: string): boolean {
  const offered = /^Bearer (.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? ''
  return timingSafeEqual(hash('sha256', offered, 'buffer'), hash('sha256', token, 'buffer'))
}
