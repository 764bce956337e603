// A real provider of OpenID Connect on a free port, as an organisation would run it: whoever comes signs in by giving a name, and
// agrees to what is told of them.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { Page } from 'playwright-core'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import type { SingleSignOnSettings } from '../../server/staff/single-sign-on-settings.ts'

const CLIENT = { id: 'folkmoot', secret: 'a secret of the two of them, and of nobody else' }

export interface TestProvider {
  readonly settings: SingleSignOnSettings
  /** Lets people return to the service at this address. */
  serve(origin: string): void
  close(): void
}

/** Opens the port; people are known by `serve` only, because the address to return to is registered there. */
export async function openProvider(domains: readonly string[]): Promise<TestProvider> {
  let answer: ReturnType<Provider['callback']> | null = null
  const server = createServer((request, response) => void answer?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: {
      issuer: new URL(issuer),
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      name: 'Wexcombe Council',
      domains,
      role: 'viewer',
    },
    serve(origin) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            redirect_uris: [`${origin}${staffApi.singleSignOnAnswer()}`],
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        pkce: { required: () => true },
        cookies: { keys: ['a key for the cookies of the provider'] },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
      })
      answer = provider.callback()
    },
    close: () => void server.close(),
  }
}

/** `sian@wexcombe.example` is Sian of that address; with `unverified` in it, the provider has not looked at the address. */
function claimsOf(id: string) {
  const email = id.includes('@') ? id : `${id}@elsewhere.example`
  return {
    email,
    email_verified: !id.startsWith('unverified'),
    name: `The ${id.split('@')[0]} of the council`,
  }
}

/** Signs in at the pages of the provider, and agrees. */
export async function signInAtProvider(page: Page, name: string): Promise<void> {
  await page.locator('input[name=login]').fill(name)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: 'Continue' }).click()
}
