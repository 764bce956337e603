// The report in a real browser: axe in both languages and colours, without a script, sorted and filtered, and on paper.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const looks = [
  { language: 'en', colorScheme: 'light', width: 320 },
  { language: 'cy', colorScheme: 'dark', width: 1440 },
  { language: 'en', colorScheme: 'dark', width: 768 },
  { language: 'cy', colorScheme: 'light', width: 320 },
] as const

describeInBrowser('the report', () => {
  const dataFolder = temporaryDataFolder()
  const { id } = sampleConversation()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(sampleConversation())
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
    const text = async () => (await fetch(`${server.origin}/r/${id}?lang=en`)).text()
    await vi.waitFor(async () => expect(await text()).toContain('Stability of the groups'), {
      timeout: 90_000,
      interval: 500,
    })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function open(path: string, options: object, use: (page: Page) => Promise<void>) {
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
    try {
      const page = await context.newPage()
      await page.goto(`${server.origin}${path}`)
      await page.locator('h1').first().waitFor()
      await use(page)
    } finally {
      await context.close()
    }
  }

  test.each(looks)(
    'has no barrier in $language, $colorScheme, $width px',
    async ({ language, colorScheme, width }) => {
      const options = { colorScheme, viewport: { width, height: 900 } }
      await open(`/r/${id}?lang=${language}`, options, async (page) => {
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
        expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
        const lines = await page.evaluate(() =>
          Array.from(document.querySelectorAll('.report-numbers dd'), (number) => {
            const range = document.createRange()
            range.selectNodeContents(number)
            return range.getClientRects().length
          }),
        )
        expect(Math.max(...lines)).toBe(1)
      })
    },
  )

  test('is whole without a script, and then offers neither sorting nor filtering', async () => {
    await open(`/r/${id}?lang=en`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('main h2').count()).toBeGreaterThan(12)
      expect(await page.locator('#statement-table tbody tr').count()).toBeGreaterThan(5)
      expect(await page.locator('.table-tools').isVisible()).toBe(false)
      expect(await page.locator('#statement-table thead button').count()).toBe(0)
    })
  })

  test('sorts its table by any column, both ways, and filters it by words', async () => {
    await open(`/r/${id}?lang=en`, {}, async (page) => {
      const votes = async () =>
        (await page.locator('#statement-table tbody tr:visible td:nth-child(3)').allTextContents()).map(
          (text) => Number(text.replace(',', '')),
        )
      await page.getByRole('button', { name: 'Votes', exact: true }).click()
      expect(await votes()).toEqual((await votes()).toSorted((a, b) => b - a))
      expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('Votes')
      await page.getByRole('button', { name: 'Votes', exact: true }).click()
      expect(await votes()).toEqual((await votes()).toSorted((a, b) => a - b))
      const all = (await votes()).length
      const first = await page.locator('#statement-table .statement-text').first().textContent()
      const word = first!
        .trim()
        .split(/\s+/)
        .find((each) => each.length > 4)!
      await page.getByRole('searchbox').fill(word)
      const left = (await votes()).length
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual(all)
      await expect.poll(() => page.locator('output').first().textContent()).toBe(`Shown: ${left} of ${all}`)
    })
  })

  test('names each plot with what it shows, and downloads it as SVG and PNG', async () => {
    await open(`/r/${id}?lang=en`, {}, async (page) => {
      for (const plot of await page.locator('svg.plot').all()) {
        expect((await plot.getAttribute('aria-label'))!.length).toBeGreaterThan(20)
      }
      for (const link of await page.locator('.figure-downloads a').all()) {
        const answer = await page.request.get(`${server.origin}${await link.getAttribute('href')}`)
        expect(answer.status()).toBe(200)
        expect(answer.headers()['content-type']).toMatch(/^image\/(svg\+xml|png)/)
      }
    })
  })

  test('fits on A4 paper', async () => {
    await open(`/r/${id}?lang=en`, { colorScheme: 'dark' }, async (page) => {
      const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
      expect(paper).toMatch(/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/)
      expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3)
    })
  })

  test('has a page where owners name groups and publish versions', async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 768, height: 900 } })
    try {
      await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner')])
      const page = await context.newPage()
      await page.goto(`${server.origin}/facilitate/${id}/results?lang=en`)
      await page.getByLabel(/^Group A .* in English$/).fill('Gardeners')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Saved. The report shows it now.').waitFor()
      await page.getByRole('button', { name: 'Publish version 1' }).click()
      await page.getByRole('button', { name: 'Yes, publish version 1 for everybody' }).click()
      await page.getByText('Version 1 is published.').waitFor({ timeout: 60_000 })
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
      await page.getByRole('link', { name: 'Version 1' }).click()
      await page.getByText('Group A, “Gardeners”').first().waitFor()
      expect(await page.locator('.report-state').textContent()).toMatch(/^Version 1, published on/)
      const gaps = await page.locator('#data .screen-only').evaluate((list) => {
        const boxes = Array.from(list.children, (child) => child.getBoundingClientRect())
        return boxes.slice(1).map(({ top }, index) => top - boxes[index]!.bottom)
      })
      expect(Math.min(...gaps)).toBeGreaterThan(8)
    } finally {
      await context.close()
    }
  })
})
