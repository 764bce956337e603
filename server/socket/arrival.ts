// What a request says of the way it came. Behind proxies of our own the last entries of X-Forwarded-* are theirs and are
// believed; everything before them, and all of it where no proxy is trusted, may have been written by anybody.
import type { IncomingHttpHeaders } from 'node:http'

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

/** What limits count as one: an address of IPv4; of IPv6 the first half, because the second is the subscriber's to choose. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
