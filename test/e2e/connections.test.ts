// An owner connects a conversation to other programs: a token, an address that is told, what became of the message.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { receiver } from '../server/webhooks/receiver.ts'
import { isAccessible, looks, nameOf, openIn } from './accessible.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('connecting a conversation', { timeout: 90_000 }, () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    process.env.LOCAL_WEBHOOKS = '1'
    server = await startServer(dataFolder)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    delete process.env.LOCAL_WEBHOOKS
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  const words = {
    en: { name: 'Name of the token', token: 'Make a token', address: 'Address', add: 'Add the address' },
    cy: { name: 'Enw’r tocyn', token: 'Gwneud tocyn', address: 'Cyfeiriad', add: 'Ychwanegu’r cyfeiriad' },
  }

  test.each(looks.map((look) => [nameOf(look), look] as const))('looks right: %s', async (name, look) => {
    const hook = await receiver()
    const cookie = await signedInCookie(dataFolder, server.origin, 'owner', { isStrong: true })
    const address = `${server.origin}/facilitate/high-street/connections`
    await openIn(
      browser,
      address,
      look,
      async (page) => {
        const { name: label, token, address: field, add } = words[look.language]
        await page.getByLabel(label, { exact: true }).fill('Dashboard')
        await page.getByRole('button', { name: token }).click()
        await page.locator('.link-once input').waitFor()
        await page.getByLabel(field, { exact: true }).fill(hook.url)
        await page.getByRole('button', { name: add }).click()
        const test = page.getByRole('button', { name: hook.url }).first()
        await test.click()
        await expect.poll(() => hook.told.length, { timeout: 10_000 }).toBe(1)
        await page.locator('#deliveries-heading + ul + button').click()
        await page.locator('#deliveries-heading + ul li').first().waitFor()
        await isAccessible(page, look)
        if (process.env.SCREENSHOTS) {
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
        }
        const remove = page.getByRole('button', { name: hook.url }).nth(1)
        await remove.click()
        await remove.click()
        await page.getByText(hook.url).waitFor({ state: 'detached' })
      },
      [cookie],
    )
  })
})
