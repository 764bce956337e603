// `POST /api/exchange`: the socket's messages over plain HTTP (server/protocol/exchange.ts).
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { chooseLanguage } from '../http/language.ts'
import type { Metrics } from '../operations/metrics.ts'
import { api } from '../protocol/addresses.ts'
import { type ErrorBody, type ErrorCode, errors } from '../protocol/errors.ts'
import { exchangeRequest } from '../protocol/exchange.ts'
import type { SocketServer } from './socket-server.ts'

/** Larger than any honest request: a hello and thirty votes are 4 KB. */
const BODY_LIMIT = 32 * 1024

export function exchangeApp(sockets: SocketServer, metrics: Metrics): Hono {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const refuse = (context: Context, code: ErrorCode) => {
    metrics.refused(code)
    const language = chooseLanguage(context.req.query('lang'), context.req.header('Accept-Language'))
    const body: ErrorBody = { error: { code, message: errors[code].words[language] } }
    return context.json(body, errors[code].status, { 'Cache-Control': 'no-store' })
  }
  const limit = bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => refuse(context, 'frame-too-large') })

  app.post(api.exchange(), limit, async (context) => {
    // Only our own scripts can send this type to us: other sites would have to ask first, and nobody answers them.
    const type = context.req.header('Content-Type') ?? ''
    const body: unknown = await context.req.json().catch(() => null)
    const parsed = v.safeParse(exchangeRequest, body)
    if (!/^application\/json\b/i.test(type) || !parsed.success) return refuse(context, 'malformed-frame')
    const answer = await sockets.exchange(parsed.output, context.env.incoming, context.req.raw.signal)
    if ('code' in answer) return refuse(context, answer.code)
    const { exchange, from, messages, closeCode } = answer
    // The messages are JSON already.
    const json = `{"exchange":"${exchange}","from":${from},"messages":[${messages.join(',')}],"closeCode":${closeCode}}`
    return context.body(json, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  })
  return app as unknown as Hono // the bindings are those of the server that every app here runs on
}
