// What one address of the network may try over HTTP, and all together: the same whether a script asks or a form is posted.
import type { Context } from 'hono'
import type { IncomingMessage } from 'node:http'
import { isOwnOrigin } from '../conversation/origins.ts'
import { type Arrival, readArrival } from '../socket/arrival.ts'
import { Tries } from './tries.ts'

export interface Limits {
  /** Forms posted by people without a script. */
  readonly forms: Tries
  readonly reports: Tries
  /** Statements written: a whole hall may share one address, but no program is to fill a conversation. */
  readonly writing: Tries
  /** Return codes, asked for or entered. */
  readonly codes: Tries
  /** Invitation codes entered. */
  readonly invitations: Tries
  /** Wrong letters on the page to join; a whole hall may share one address. */
  readonly letters: Tries
  /** How a request arrived, through the proxies of our own. */
  arrivalOf(context: Context): Arrival
  /** Whether no page of another site sent this: its origin is ours, or it comes from no page. */
  isOwn(context: Context): boolean
  /** Whether the browser asks by https, as far as that is known. */
  isSecure(context: Context): boolean
}

/** `proxies` of our own stand in front of the service. */
export function limitsBehind(proxies: number, publicUrl: string | null, nowMs: number): Limits {
  const arrivalOf = (context: Context): Arrival => {
    const { incoming } = (context.env ?? {}) as { incoming?: IncomingMessage } // set by the server; absent in tests without one
    const headers = incoming?.headers ?? Object.fromEntries(context.req.raw.headers)
    return readArrival(headers, incoming?.socket.remoteAddress, proxies)
  }
  return {
    forms: new Tries({ atOnce: 60, perMinute: 120, atOnceForAll: 2000, perMinuteForAll: 60_000 }, nowMs),
    reports: new Tries({ atOnce: 10, perMinute: 6, atOnceForAll: 200, perMinuteForAll: 600 }, nowMs),
    writing: new Tries({ atOnce: 150, perMinute: 60, atOnceForAll: 1000, perMinuteForAll: 600 }, nowMs),
    codes: new Tries({ atOnce: 5, perMinute: 2, atOnceForAll: 30, perMinuteForAll: 30 }, nowMs),
    invitations: new Tries({ atOnce: 10, perMinute: 6, atOnceForAll: 300, perMinuteForAll: 600 }, nowMs),
    letters: new Tries({ atOnce: 60, perMinute: 30, atOnceForAll: 600, perMinuteForAll: 300 }, nowMs),
    arrivalOf,
    isOwn: (context) => {
      const origin = context.req.header('Origin')
      const arrival = arrivalOf(context)
      const asked = { ...arrival, host: arrival.host ?? context.req.header('Host') }
      return origin === undefined || isOwnOrigin(origin, asked, publicUrl)
    },
    isSecure: (context) => arrivalOf(context).isSecure ?? publicUrl?.startsWith('https:') ?? false,
  }
}
