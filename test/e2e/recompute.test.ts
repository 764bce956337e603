// A sceptic recomputes the published result in the browser: it is the same to the last bit, and a changed vote is named.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { publishMap } from '../server/export/published-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('recomputing in the browser', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  const sample = sampleConversation()

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    for (const [id, openData] of [
      ['open', true],
      ['closed', false],
    ] as const) {
      await store.importConversation({ ...sample, id, settings: { openData } })
      await publishMap(store, id)
    }
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test.each([
    ['en', 'light', 320, 'The published result is exactly what follows from the votes.'],
    ['cy', 'dark', 1440, 'Mae’r canlyniad a gyhoeddwyd yn union yr hyn sy’n dilyn o’r pleidleisiau.'],
  ] as const)('the result is the same, said in %s in the %s, and axe finds nothing', async (...look) => {
    const [language, colorScheme, width, words] = look
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    await page.goto(`${server.origin}/r/open/recompute?lang=${language}`)
    await page.locator('main button').click()
    await page.getByText(words).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(troubles).toEqual([])
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/recompute-${language}.png` })
    await context.close()
  })

  test('a vote that was changed on the way is named by its statement', async () => {
    const context = await browser.newContext({ viewport: { width: 768, height: 900 } })
    const page = await context.newPage()
    let statement = -1
    await context.route('**/recompute.lines*', async (route) => {
      const answer = await route.fetch()
      const lines = (await answer.text()).split('\n')
      const changed = lines.findIndex((line, index) => index > 0 && / \d+:1/.test(line))
      statement = Number(/ (\d+):1/.exec(lines[changed]!)![1])
      lines[changed] = lines[changed]!.replace(/ (\d+):1/, ' $1:-1')
      await route.fulfill({ response: answer, body: lines.join('\n') })
    })
    await page.goto(`${server.origin}/r/open/recompute?lang=en`)
    await page.locator('main button').click()
    await page.getByText('numbers differ from what was published').waitFor()
    const named = await page
      .locator('tbody tr', { hasText: 'everybody: agrees' })
      .locator('td')
      .nth(1)
      .textContent()
    expect(Number(named)).toBe(statement)
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/recompute-differs.png` })
    await context.close()
  })

  test('where single votes are not open, it says why nothing can be checked here', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.origin}/r/closed/recompute?lang=en`)
    await page.locator('main button').click()
    await page.getByText('declared open data before voting began. This one did not.').waitFor()
    await page.close()
  })
})
