// One line of the log for each request, where the log is at `debug`: method, route, status and time. The route is the
// pattern and not the path, and nothing of the query, the headers or the sender is in it.
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'

export function logRequests(log: Logger): MiddlewareHandler {
  return async (context, next) => {
    const startedAt = performance.now()
    await next()
    const durationMs = Math.round(performance.now() - startedAt)
    const { method } = context.req
    log.debug({ method, route: routePath(context, -1), status: context.res.status, durationMs }, 'Answered.')
  }
}
