// The staff of an organisation from its first evening on: the link on the console, one-time codes, an invitation, roles, and the
// sentences that people meet where something goes wrong.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { codeAt } from '../server/staff/code-now.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  type RunningServer,
  startServer,
  temporaryDataFolder,
} from './running-server.ts'

const PASSWORD = 'tractor umbrella 17 haze'

describeInBrowser('staff', () => {
  let browser: Browser
  let server: RunningServer
  let dataFolder: string
  const troubles: string[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
    dataFolder = temporaryDataFolder()
    server = await startServer(dataFolder)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
    expect(troubles).toEqual([])
  })

  async function open(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    return { context, page }
  }

  async function isAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }

  const keyOf = async (page: Page) => (await page.locator('.code-key').innerText()).replace(/\s/g, '')
  const linkShown = (page: Page) => page.locator('.link-once input').inputValue()

  test('the console’s link makes the first owner, who invites a moderator; both sign in and out', async () => {
    const { page } = await open()
    const link = /http:\/\/localhost:\d+\/staff\/first-owner#[\w-]{43}/.exec(server.console())?.[0]
    expect(link).toBeDefined()
    await page.goto(link!)

    await page.getByLabel('Your name').fill('Olwen Price')
    await page.getByLabel('E-mail address').fill('olwen@example.org')
    await page.getByLabel('New password').fill('Olwen Price 2026')
    const key = await keyOf(page)
    await page.getByLabel('The code that the app shows now').fill('000000')
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByText('among the first that somebody would guess').waitFor()
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByText('This code is not right').waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Olwen Price') // nothing typed is lost
    await page.getByLabel('The code that the app shows now').fill(codeAt(key, Date.now() - 30_000)) // a slow clock
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor()
    const [recovery] = await page.locator('.recovery-codes code').allInnerTexts()
    await isAccessible(page)
    await page.getByRole('button', { name: 'I have kept them: go on' }).click()
    await page.waitForURL(`${server.origin}/facilitate`)

    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Mair Evans')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.locator('.link-once').waitFor()
    const invitation = await linkShown(page)
    await isAccessible(page)

    const { page: other } = await open()
    await other.goto(invitation)
    await other.getByRole('heading', { name: 'You are invited, Mair Evans' }).waitFor()
    await other.getByLabel('E-mail address').fill('mair@example.org')
    await other.getByLabel('New password').fill(PASSWORD)
    await other.getByRole('button', { name: 'Create the account' }).click()
    await other.waitForURL(`${server.origin}/facilitate`)
    expect(await other.getByRole('link', { name: 'Team' }).count()).toBe(0)
    await other.goto(invitation)
    await other.getByText('This link has been used already').waitFor()
    await other.goto(`${server.origin}/staff/invitation#nothing`)
    await other.reload()
    await other.getByText('This link leads nowhere').waitFor()
    await isAccessible(other)

    // The first owner cannot go as long as nobody else owns the organisation, and is told so where it was tried.
    await page.reload()
    await page.getByRole('button', { name: 'Remove Olwen Price' }).click()
    await page.getByRole('button', { name: 'Yes, remove Olwen Price' }).click()
    await page.getByText('This is the last owner of the organisation').waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${server.origin}/staff/sign-in`)
    await page.goto(`${server.origin}/staff/team`)
    await page.waitForURL(`${server.origin}/staff/sign-in?next=%2Fstaff%2Fteam`)
    await page.getByLabel('E-mail address').fill('Olwen@Example.org ')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('One-time code').fill('123456')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This code is not right').waitFor()
    await page.getByLabel('One-time code').fill(recovery!)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${server.origin}/staff/team`)

    // Who is removed finds out at the next touch.
    await page.getByRole('button', { name: 'Remove Mair Evans' }).click()
    await page.getByRole('button', { name: 'Yes, remove Mair Evans' }).click()
    await page.getByText('Mair Evans is removed.').waitFor()
    await other.goto(`${server.origin}/facilitate`)
    await other.waitForURL(`${server.origin}/staff/sign-in?next=%2Ffacilitate`)

    await page.getByRole('link', { name: 'Audit log' }).click()
    await page.getByText('removed the account of Mair Evans').waitFor()
    await page.getByLabel('Words').fill('invited')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect.poll(() => page.locator('.audit-table tbody tr').count()).toBe(1)
    expect(server.console()).not.toContain(invitation.split('#')[1])
  })

  test('whoever is locked out gets a link from the command line', async () => {
    await signedInCookie(dataFolder, server.origin, 'owner', { name: 'Rhys' })
    const made = await runCommand('owner-link', '--data-dir', dataFolder, '--public-url', server.origin)
    const { page } = await open()
    await page.goto(made.trim())
    await page.getByRole('heading', { name: 'Become the first owner' }).waitFor()
    await expect(runCommand('owner-link', 'nobody@example.org', '--data-dir', dataFolder)).rejects.toThrow(
      'there is no account “nobody@example.org”',
    )
  })

  test('the keyboard alone signs in', async () => {
    const { page } = await open()
    await page.goto(`${server.origin}/staff/sign-in`)
    await page.getByLabel('Password').waitFor()
    const focus = () => page.evaluate(() => document.activeElement?.getAttribute('type'))
    for (let i = 0; i < 8 && (await focus()) !== 'email'; i++) await page.keyboard.press('Tab')
    await page.keyboard.type('nobody@example.org')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a password of nobody')
    await page.keyboard.press('Enter')
    await page.getByText('The e-mail address or the password is not right').waitFor()
  })

  test('one’s own account: one-time codes are set up and turned off, sessions ended', async () => {
    const { page, context } = await open()
    const cookie = await signedInCookie(dataFolder, server.origin, 'host', { name: 'Huw Jones' })
    await context.addCookies([cookie])
    await page.goto(`${server.origin}/staff/account`)
    await page.getByRole('button', { name: 'Set up one-time codes' }).click()
    const key = await keyOf(page)
    await isAccessible(page)
    await page.getByLabel('The code that the app shows now').fill(codeAt(key, Date.now()))
    await page.getByRole('button', { name: 'Set up one-time codes' }).click()
    await page.getByRole('button', { name: 'I have kept them: go on' }).click()
    await page.getByText('You have 10 recovery codes left.').waitFor()
    await page.getByRole('button', { name: 'Turn one-time codes off' }).click()
    await page.getByRole('button', { name: 'Turn one-time codes off' }).click()
    await page.getByText('One-time codes are turned off.').waitFor()
  })

  test('an owner without one-time codes is led to set them up, and what is held back says why', async () => {
    const { page, context } = await open()
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { isStrong: false })])
    await page.goto(`${server.origin}/staff/team`)
    await page.getByText('As an owner you need one-time codes').waitFor()
    await page.goto(`${server.origin}/facilitate`)
    await page.getByRole('link', { name: 'Set up one-time codes' }).click()
    await page.waitForURL(`${server.origin}/staff/account`)
  })

  const looks = [
    { language: 'en', colorScheme: 'light', width: 320 },
    { language: 'cy', colorScheme: 'dark', width: 1440 },
  ] as const
  test.each(looks)(
    'every page is accessible and fits: $language, $colorScheme, $width pixels wide',
    { timeout: 60_000 },
    async ({ language, colorScheme, width }) => {
      const { page, context } = await open({ viewport: { width, height: 800 }, colorScheme })
      const made = await runCommand('owner-link', '--data-dir', dataFolder, '--public-url', server.origin)
      const token = made.trim().split('#')[1]
      for (const [path, sign] of [
        ['/staff/sign-in', 'form'],
        [`/staff/first-owner?lang=${language}#${token}`, '.code-qr'],
        ['/staff/invitation', '.notice'],
        ['/staff/account', '.session-list li'],
        ['/staff/team', '.person'],
        ['/staff/audit', '.audit-table'],
        ['/facilitate/high-street/audit', 'h1'],
      ] as const) {
        if (path === '/staff/account') {
          const name = language === 'en' ? 'Olwen' : 'Owain'
          await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name })])
        }
        await page.goto('about:blank')
        await page.goto(`${server.origin}${path.includes('?') ? path : `${path}?lang=${language}`}`)
        await page.locator(sign).first().waitFor()
        await isAccessible(page)
      }
    },
  )

  test('the audit log names conversations by their topics and leads to their own logs', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name: 'Topaz' })])
    const page = await context.newPage()
    await page.goto(`${server.origin}/live/high-street`)
    await page.locator('.remote-scenes').getByRole('button', { name: 'Map', exact: true }).click()
    await page.locator('.remote-deeds li').first().waitFor()
    await page.goto(`${server.origin}/staff/audit`)
    await page.getByText('On the screen, scene: map').first().waitFor()
    const topic = page
      .locator('.audit-table')
      .getByRole('link', { name: 'What should become of Wexcombe High Street?' })
    await topic.first().click()
    await page.waitForURL(`${server.origin}/facilitate/high-street/audit`)
    await context.close()
  })

  test('an invitation begins with the newest conversation, not with the sample', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name: 'Nia' })])
    const page = await context.newPage()
    await page.goto(`${server.origin}/facilitate`)
    await page.getByLabel('Topic').fill('What should become of the bridge?')
    await page.getByRole('button', { name: 'Create it' }).click()
    await page.waitForURL(/\/settings$/)
    await page.goto(`${server.origin}/staff/team`)
    const where = page.locator('form .grant select').nth(1)
    await where.waitFor()
    const chosen = where.evaluate((field) => (field as HTMLSelectElement).selectedOptions[0]?.textContent)
    expect(await chosen).toBe('What should become of the bridge?')
    await context.close()
  })
})
