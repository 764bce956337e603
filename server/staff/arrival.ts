// How a request of staff came: from which address of the network, and whether encrypted.
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { type Arrival, readArrival } from '../socket/arrival.ts'

export interface Way {
  /** Address under which people reach the service; null where it is not set. */
  readonly publicUrl: string | null
  /** How many proxies of our own stand in front. */
  readonly trustProxy: number
}

/** How the request arrived. Where there is no connection, as in tests without a server, its address is empty. */
export function arrivalOf(context: Context, { trustProxy }: Way): Arrival {
  const { incoming } = (context.env ?? {}) as { incoming?: IncomingMessage } // set by the server
  const headers = incoming?.headers ?? Object.fromEntries(context.req.raw.headers)
  return readArrival(headers, incoming?.socket.remoteAddress, trustProxy)
}

/** Whether people reach the service by https: its public address says so, else the proxy in front. */
export function isEncrypted({ isSecure }: Pick<Arrival, 'isSecure'>, { publicUrl }: Way): boolean {
  return publicUrl === null ? isSecure === true : publicUrl.startsWith('https:')
}
