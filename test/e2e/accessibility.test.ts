// Every page and state with axe (WCAG 2.2 AA), in both languages, light and dark, on a phone and on a desk; and the page
// to take part with the keyboard alone.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { emptySquare, townSquare } from '../server/store/town-square.ts'
import { isAccessible, type Look, looks, nameOf, openIn } from './accessible.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('accessibility', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  const sample = sampleConversation().id

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(sampleConversation())
    await store.importConversation(townSquare)
    await store.importConversation({ ...emptySquare, statements: [] })
    await store.importConversation({ ...townSquare, id: 'closed-square', isOpen: false })
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  const open = async (
    path: string,
    look: Look,
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ) => {
    const isStaff = path === '/facilitate'
    const cookies = isStaff ? [await signedInCookie(dataFolder, server.origin, 'owner')] : []
    await openIn(browser, `${server.origin}${path}`, look, use, cookies)
  }

  const vote = (page: Page) => page.locator('.answer').first()

  for (const look of looks) {
    const name = nameOf(look)

    test(`taking part, from the first statement to a lost connection: ${name}`, async () => {
      await open(`/c/${sample}`, look, async (page, context) => {
        await page.locator('.map canvas').waitFor()
        await page.locator('.map-table summary').click()
        await isAccessible(page, look)
        await vote(page).click()
        await page.locator('.map-own svg').waitFor()
        await page.locator('.standing').waitFor()
        await page.locator('.my-votes summary').click()
        await page.locator('.chooser button').nth(1).click()
        await page.locator('.vote-bars').first().waitFor()
        await context.setOffline(true)
        await page.locator('.notice-fixed').waitFor()
        await isAccessible(page, look)
      })
    })
  }

  test.each([looks[1], looks[2]])(
    'before there is a map, all done, nothing to vote on, closed: $language',
    async (look) => {
      await open('/c/town-square', look, async (page) => {
        await page.locator('.map-waiting').waitFor()
        await isAccessible(page, look)
        for (let left = 3; left > 0; left--) {
          const before = await page.locator('.statement').textContent()
          await vote(page).click()
          if (left > 1) await expect.poll(() => page.locator('.statement').textContent()).not.toBe(before)
        }
        await page.locator('.ballot-ending').waitFor()
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
        await isAccessible(page, look)
      })
      for (const path of ['/c/empty-square', '/c/closed-square']) {
        await open(path, look, async (page) => {
          await page.locator('.ballot-ending').waitFor()
          await isAccessible(page, look)
        })
      }
    },
  )

  for (const look of [looks[0], looks[3]]) {
    const name = `${look.language}, ${look.colorScheme}, ${look.width} pixels wide`

    test(`home, overview, projector and problem page: ${name}`, async () => {
      for (const [path, sign] of [
        ['/', '.card'],
        ['/facilitate', '.card'],
        [`/p/${sample}`, '.room-map canvas'],
        ['/c/nobody-knows-this', '.problem'],
      ] as const) {
        await open(path, look, async (page) => {
          await page.locator(sign).first().waitFor()
          await isAccessible(page, look)
        })
      }
    })
  }

  test('the keyboard alone reaches the buttons, votes, and keeps its place', async () => {
    await open(`/c/${sample}`, looks[1], async (page) => {
      await page.locator('.map canvas').waitFor()
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      await page.keyboard.press('Enter')
      for (let i = 0; i < 12 && (await focusedText(page)) !== 'Agree'; i++) await page.keyboard.press('Tab')
      expect(await focusedText(page)).toBe('Agree')
      const before = await page.locator('.statement').textContent()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.statement').textContent()).not.toBe(before)
      expect(await focusedText(page)).toBe('Agree')
      await expect
        .poll(() => page.locator('p.visually-hidden[role=status]').textContent())
        .toContain((await page.locator('.statement').textContent()) ?? '')
    })
  })

  test('the keys can be turned off, and stay off', async () => {
    await open(`/c/${sample}`, looks[1], async (page) => {
      await page.getByRole('button', { name: 'Agree', exact: true }).waitFor()
      await page.getByRole('checkbox', { name: /keys 1, 2 and 3/ }).uncheck()
      await page.locator('.answer[aria-disabled=false]').first().waitFor()
      const before = await page.locator('.statement').textContent()
      await page.keyboard.press('1')
      expect(await page.locator('.answer[data-chosen]').count()).toBe(0)
      expect(await page.locator('.statement').textContent()).toBe(before)
      await page.reload()
      await page.locator('.answer[aria-disabled=false]').first().waitFor()
      expect(await page.getByRole('checkbox', { name: /keys 1, 2 and 3/ }).isChecked()).toBe(false)
    })
  })

  const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())
})
