// The page that describes the API: readable on every screen, in both languages, without a script.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAccessible, looks, nameOf, openIn } from './accessible.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('the page of the API', { timeout: 60_000 }, () => {
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

  test.each(looks.map((look) => [nameOf(look), look] as const))('looks right: %s', async (name, look) => {
    await openIn(browser, `${server.origin}/developers?lang=${look.language}`, look, async (page) => {
      const details = page.locator('details')
      await details.first().locator('summary').click()
      expect(await details.first().locator('pre').isVisible()).toBe(true)
      await isAccessible(page, look)
      const torn = await page.locator('.report-table code').evaluateAll((words) =>
        words
          .filter((word) => word.getClientRects().length > 1)
          .map((word) => word.textContent)
          .filter((word) => /^\w+$/.test(word)),
      )
      expect(torn).toEqual([])
      if (process.env.SCREENSHOTS) {
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
      }
    })
  })
})
