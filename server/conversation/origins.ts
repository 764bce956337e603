// Which pages may open a socket: those of the service itself, and those of the origins that a conversation lists.

/** What the browser asked for, as far as it is known. */
export interface AskedFor {
  readonly host: string | undefined
  /** Whether by https; null where that cannot be known. */
  readonly isSecure: boolean | null
}

/**
 * True for an origin of the service itself: of its public address, or of the host that the browser asked for. Without an
 * Origin header it is no browser, so there is no foreign page to protect people from.
 */
export function isOwnOrigin(
  origin: string | undefined,
  { host, isSecure }: AskedFor,
  publicUrl: string | null,
): boolean {
  if (origin === undefined) return true
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true
  if (host === undefined) return false
  return (
    (isSecure !== true && origin === `http://${host}`) || (isSecure !== false && origin === `https://${host}`)
  )
}

/** True for an origin that stands in a list of origins. */
export function isListedOrigin(origin: string | undefined, listed: readonly string[]): boolean {
  return origin !== undefined && listed.some((address) => new URL(address).origin === origin)
}
