// Pages of staff with the keyboard alone: the audit log is filtered, somebody is invited, and the mode of moderation says what
// it would do before it is chosen. Nothing here uses a mouse.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffPages } from '../../server/protocol/staff/addresses.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('the pages of staff with the keyboard alone', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer(dataFolder)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name: 'Olwen' })])
    const page = await context.newPage()
    await page.goto(server.origin + path)
    await page.locator('h1').waitFor()
    return page
  }

  /** Goes on with Tab until what is wanted has the focus, as somebody without a mouse does; never past the end of the page. */
  async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
    for (let presses = 0; presses < most; presses++) {
      await page.keyboard.press('Tab')
      const isThere = await page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) === true,
        selector,
      )
      if (isThere) return
    }
    throw new Error(`Tab does not lead to ${selector}.`)
  }

  test('the audit log is filtered and read on', async () => {
    const page = await open(staffPages.audit())
    await page.getByRole('button', { name: 'Show', exact: true }).waitFor()
    await tabTo(page, '.audit-filter input:not([type=date])')
    await page.keyboard.type('nothing holds these words')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: /\S/ }).waitFor()
    const held = await page.evaluate(() => document.activeElement?.matches('.audit-filter input'))
    expect(held).toBe(true)
    await page.context().close()
  })

  test('each choice of who may write says before it is chosen what it would show', async () => {
    const author = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await author.goto(`${server.origin}/c/high-street`)
    await author.getByLabel('Your statement').fill('The fountain should run all night in August.')
    await author.getByRole('button', { name: 'Send the statement' }).click()
    await author.getByText('Waiting for a moderator').waitFor()
    const page = await open('/facilitate/high-street/settings')
    const effects = page.locator('#whoWrites-effects')
    await effects
      .getByText('“Anyone; shown at once”: 1 statement that is hidden now will be shown.')
      .waitFor()
    await tabTo(page, 'input[name="whoWrites"]', 400)
    await page.keyboard.press('ArrowUp')
    await author.getByText('Others can vote on it').waitFor()
    await effects.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('whoWrites')
    await page.context().close()
    await author.context().close()
  })
})
