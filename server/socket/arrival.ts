// What a request says of the way it came. Behind proxies of our own the last entries of X-Forwarded-* are theirs and are
// believed; everything before them, and all of it where no proxy is trusted, may have been written by anybody.
import type { IncomingHttpHeaders } from 'node:http'
import { isIPv6 } from 'node:net'

/** Where a request was sent to, and from where. */
export interface Arrival {
  /** Host that the browser asked for, with its port. */
  readonly host: string | undefined
  /** Whether the browser used https; null where that cannot be known. */
  readonly isSecure: boolean | null
  /** Address of the network that the request came from: for limits kept in memory, never stored, never logged. */
  readonly address: string
}

/** Reads how a request arrived, through this number of proxies of our own. */
export function readArrival(
  headers: IncomingHttpHeaders,
  remoteAddress: string | undefined,
  proxies: number,
): Arrival {
  const address = remoteAddress ?? ''
  if (proxies === 0) return { host: headers.host, isSecure: null, address }
  // Each proxy adds to the end or writes the header afresh, so the outermost one of ours is this far from the end.
  const entry = (name: string) => {
    const entries = listOf(headers[name])
    return entries.at(-proxies) ?? entries[0]
  }
  const scheme = entry('x-forwarded-proto')?.toLowerCase()
  return {
    host: entry('x-forwarded-host') ?? headers.host,
    isSecure: scheme === undefined ? null : scheme === 'https',
    address: entry('x-forwarded-for') ?? address,
  }
}

function listOf(header: string | string[] | undefined): string[] {
  return (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/**
 * What limits count as one: an address of IPv4; of IPv6 the first half, because the second is the subscriber's to choose. Some
 * proxies write the port of the connection too, which is another one each time.
 */
export function networkOf(address: string): string {
  const plain = withoutPort(address)
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(plain)) return plain
  // The zeros that `::` stands for are written out.
  const [before = '', after] = plain.split('%')[0]!.toLowerCase().split('::')
  const first = before.split(':').filter((group) => group !== '')
  const last = (after ?? '').split(':').filter((group) => group !== '')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...new Array<string>(zeros).fill('0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** `192.0.2.1:4711` and `[2001:db8::1]:4711` without the port, `[2001:db8::1]` without its brackets. */
function withoutPort(address: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/.exec(address) ?? []
  return bracketed ?? plain ?? address
}
