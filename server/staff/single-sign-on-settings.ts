// How single sign-on is set up: by the environment, because a secret is among it. A bad value stops the start, as for all
// settings.
import * as v from 'valibot'
import { BadConfiguration } from '../config.ts'
import { type Role, roles } from '../protocol/privileges.ts'

export interface SingleSignOnSettings {
  readonly issuer: URL
  readonly clientId: string
  /** Null for a public client. */
  readonly clientSecret: string | null
  /** What stands on the button. */
  readonly name: string
  /** E-mail domains whose people need no invitation, in lower case. */
  readonly domains: readonly string[]
  /** Their role in the organisation. */
  readonly role: Role
}

const role = v.pipe(
  v.picklist(roles),
  v.check((given) => given !== 'owner'),
)
const domain = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))

/** Reads the variables `OIDC_…`; null where there is no provider. Throws `BadConfiguration`. */
export function readSingleSignOn(
  environment: Readonly<Record<string, string | undefined>>,
): SingleSignOnSettings | null {
  const get = (name: string) => environment[name]?.trim() || undefined
  const issuer = get('OIDC_ISSUER')
  if (issuer === undefined) return null
  if (!URL.canParse(issuer) || !isSafe(new URL(issuer))) {
    throw new BadConfiguration(
      `OIDC_ISSUER is ${JSON.stringify(issuer)}, but must be an address that begins with https://.`,
    )
  }
  const clientId = get('OIDC_CLIENT_ID')
  if (clientId === undefined)
    throw new BadConfiguration('OIDC_CLIENT_ID is missing, although OIDC_ISSUER is set.')
  const domains = (get('OIDC_DOMAINS') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((each) => each !== '')
  const wrong = domains.find((each) => !v.is(domain, each))
  if (wrong !== undefined) {
    throw new BadConfiguration(
      `OIDC_DOMAINS has ${JSON.stringify(wrong)}, but must list domains such as example.org.`,
    )
  }
  const given = get('OIDC_ROLE') ?? 'viewer'
  const parsed = v.safeParse(role, given)
  if (!parsed.success) {
    const allowed = roles.filter((each) => each !== 'owner').join(', ')
    throw new BadConfiguration(`OIDC_ROLE is ${JSON.stringify(given)}, but must be one of ${allowed}.`)
  }
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret: get('OIDC_CLIENT_SECRET') ?? null,
    name: get('OIDC_NAME') ?? new URL(issuer).host,
    domains,
    role: parsed.output,
  }
}

/** Encrypted, or on this very machine. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  )
}
