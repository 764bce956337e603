// The page to take part with JavaScript switched off, and what the script changes when it takes over.
import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('the page before its script, and without it', () => {
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

  test('people vote with the keyboard alone and no script, one statement after the other', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${server.origin}/c/high-street`)
    await page.getByText('41 statements, you can stop at any time').waitFor()
    for (const voted of [1, 2, 3]) {
      const before = await page.locator('.statement').textContent()
      await page.getByRole('button', { name: 'Agree', exact: true }).press('Enter')
      await page.getByText(`${voted} of 41, you can stop at any time`).waitFor()
      expect(await page.locator('.statement').textContent()).not.toBe(before)
    }
    expect(await page.locator('dl.counts').textContent()).toContain('401')
    await page.goto(`${server.origin}/c/high-street?lang=cy`)
    await page.getByRole('button', { name: 'Anghytuno' }).click()
    await page.getByText('4 o 41, cewch stopio unrhyw bryd').waitFor()
    await context.close()
  })

  test('the script takes over without moving the statement, as the same person', async () => {
    for (const width of [320, 1440]) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 900 } })
      const page = await context.newPage()
      let release = () => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route('**/assets/*.js', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(`${server.origin}/c/high-street`, { waitUntil: 'commit' })
      await page.locator('.answer').first().waitFor()
      const text = await page.locator('.statement').textContent()
      const before = await page.locator('.statement').boundingBox()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      release()
      await page.getByText('Report this statement').waitFor()
      expect(await page.locator('.statement').textContent()).toBe(text)
      expect(await page.locator('.statement').boundingBox()).toEqual(before)
      await context.close()
    }
  })
})
