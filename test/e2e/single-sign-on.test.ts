// Staff who sign on at a real provider of OpenID Connect, in a real browser.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { testService, type TestServiceOptions } from '../server/test-service.ts'
import { addPerson, PASSWORD } from '../server/staff/staff-store.ts'
import { signedIn } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { openProvider, signInAtProvider } from './test-provider.ts'

const BUTTON = 'Sign in with Wexcombe Council'

describeInBrowser('single sign-on', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  /** A service with its provider, and a page in a browser of its own. */
  async function open(options: TestServiceOptions = {}, domains: readonly string[] = []) {
    const provider = await openProvider(domains)
    onTestFinished(() => provider.close())
    const service = await testService({ singleSignOn: provider.settings, ...options })
    const origin = `http://localhost:${service.port}`
    provider.serve(origin)
    const context = await browser.newContext({ locale: 'en-GB' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    return { service, origin, page, context }
  }

  async function signOn(page: Page, origin: string, name: string): Promise<void> {
    await page.goto(`${origin}/staff/sign-in?next=/staff/account`)
    await page.getByRole('button', { name: BUTTON }).click()
    await signInAtProvider(page, name)
  }

  test('whoever has no account is told so, and how to get one', async () => {
    const { page, origin, service } = await open()
    await signOn(page, origin, 'stranger')
    await page.getByText('you have no account here yet').waitFor()
    expect(await service.store.staff.accounts()).toEqual([])
  })

  test('an invitation makes the account, and from then on the provider is enough', async () => {
    const { page, origin, service, context } = await open()
    const grants = [{ role: 'owner', conversation: null }]
    const { token } = await service.staff.links.make('invitation', { name: 'Siân', grants })
    await page.goto(`${origin}/staff/invitation#${token}`)
    await page.getByRole('button', { name: BUTTON }).click()
    await signInAtProvider(page, 'sian')
    await page.waitForURL(`${origin}/facilitate`)
    expect(await service.store.staff.accounts()).toMatchObject([
      { name: 'The sian of the council', email: 'sian@elsewhere.example', isLinked: true, grants },
    ])
    // The provider has asked for a second factor, or not; it is trusted with that, also for owners.
    await page.goto(`${origin}/staff/team`)
    await page.getByRole('heading', { name: 'The sian of the council' }).waitFor()
    await context.clearCookies({ name: 'folkmoot-staff' })
    await page.goto(`${origin}/staff/sign-in?next=/staff/account`)
    await page.getByRole('button', { name: BUTTON }).click()
    await page.waitForURL(`${origin}/staff/account`)
    expect(await service.store.staff.accounts()).toHaveLength(1)
    const subjects = (await service.store.staff.auditLog({}, null, 10)).map(({ code }) => code)
    expect(subjects).toEqual(['signed-in-at-organisation', 'followed-invitation-at-organisation'])
  })

  test('an invitation for one address is not for another', async () => {
    const { page, origin, service } = await open()
    const invited = { name: 'Siân', email: 'sian@wexcombe.example', grants: [] }
    const { token } = await service.staff.links.make('invitation', invited)
    await page.goto(`${origin}/staff/invitation#${token}`)
    await page.getByRole('button', { name: BUTTON }).click()
    await signInAtProvider(page, 'somebody@wexcombe.example')
    await page.getByText('for another e-mail address').waitFor()
    expect(await service.staff.links.look(token)).toMatchObject({ kind: 'invitation' })
  })

  test('people of a listed domain need no invitation, if the provider has confirmed their address', async () => {
    const { page, origin, service, context } = await open({}, ['wexcombe.example'])
    await signOn(page, origin, 'unverified@wexcombe.example')
    await page.getByText('you have no account here yet').waitFor()
    await context.clearCookies()
    await signOn(page, origin, 'rhys@wexcombe.example')
    await page.waitForURL(`${origin}/staff/account`)
    expect(await service.store.staff.accounts()).toMatchObject([
      { email: 'rhys@wexcombe.example', grants: [{ role: 'viewer', conversation: null }] },
    ])
  })

  test('an account of the same address is not handed over, but its owner can connect it', async () => {
    const { page, origin, service, context } = await open({}, ['wexcombe.example'])
    const account = await addPerson(service, { email: 'rhys@wexcombe.example' })
    await signOn(page, origin, 'rhys@wexcombe.example')
    await page.getByText('There is an account with this e-mail address already').waitFor()
    await context.clearCookies()
    await page.goto(`${origin}/staff/sign-in?next=/staff/account`)
    await page.getByLabel('E-mail address').fill('rhys@wexcombe.example')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const section = page.locator('section', {
      has: page.getByRole('heading', { name: 'Sign-in at your organisation' }),
    })
    await section.getByLabel('Present password').fill('not this one')
    await section.getByRole('button', { name: 'Connect with Wexcombe Council' }).click()
    await section.getByText('This is not your present password').waitFor()
    await section.getByLabel('Present password').fill(PASSWORD)
    await section.getByRole('button', { name: 'Connect with Wexcombe Council' }).click()
    await signInAtProvider(page, 'rhys@wexcombe.example')
    await page.getByText('Connected: you can sign in with Wexcombe Council').waitFor()
    expect(await service.store.staff.account(account)).toMatchObject({ isLinked: true })
  })

  test('an answer that this browser has not asked for, or that was seen before, signs nobody in', async () => {
    const { page, origin, service } = await open()
    const failed = '/staff/sign-in?trouble=single-sign-on-failed'
    const host = await signedIn(service, 'host')
    const planted = await host.request('/api/staff/single-sign-on/answer?code=abc&state=abc')
    expect(planted.headers.get('Location')).toBe(failed)
    let answered = ''
    page.on('request', (request) => {
      if (request.url().includes('/single-sign-on/answer')) answered = request.url()
    })
    await signOn(page, origin, 'stranger')
    await page.getByText('you have no account here yet').waitFor()
    await page.goto(answered)
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(failed)
    await page.getByText('did not confirm who you are').waitFor()
  })

  test('a provider that does not answer is named, and the password still works', async () => {
    const failures: unknown[] = []
    const { page, origin, service } = await open({
      onFailure: (where, error) => failures.push([where, error]),
      singleSignOn: {
        issuer: new URL('http://127.0.0.1:9/'),
        clientId: 'x',
        clientSecret: null,
        name: 'Wexcombe Council',
        domains: [],
        role: 'viewer',
      },
    })
    await addPerson(service)
    await page.goto(`${origin}/staff/sign-in`)
    await page.getByRole('button', { name: BUTTON }).click()
    await page.getByText('does not answer').waitFor()
    await page.getByLabel('E-mail address').fill('mair@example.org')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`${origin}/facilitate`)
    expect(failures).toHaveLength(1)
  })
})
