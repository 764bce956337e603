// Two moderators at one queue in real browsers: the keys, claims, decisions, undo, merging, and what authors and voters see.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'
import { prepareQueue } from './waiting-statements.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const QUEUE = '/facilitate/square/moderate'
/** For tests with many steps, on a machine that has other things to do. */
const SLOW_MS = 180_000

interface Look {
  readonly language?: 'en' | 'cy'
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
}

describeInBrowser('moderating', () => {
  const folders: string[] = []
  const servers: RunningServer[] = []
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    for (const server of servers) await server.stop()
    for (const folder of folders) removeDataFolder(folder)
  })

  /** A service whose queue holds so many statements. */
  async function withQueue(waiting?: number) {
    const folder = temporaryDataFolder()
    folders.push(folder)
    await prepareQueue(folder, waiting)
    const server = await startServer(folder, '--no-sample')
    servers.push(server)
    async function moderator(
      name: string,
      { language = 'en', colorScheme = 'light', width = 1280 }: Look = {},
    ) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
        locale: language === 'cy' ? 'cy' : 'en-GB',
      })
      await context.addCookies([await signedInCookie(folder, server.origin, 'moderator', { name })])
      const page = await context.newPage()
      await page.goto(`${server.origin}${QUEUE}?lang=${language}`)
      await page.locator('#queue-heading').waitFor()
      return { page, context }
    }
    return { server, moderator }
  }

  const rows = (page: Page) => page.locator('.queue-row')
  const current = (page: Page) => page.locator('.queue-row[data-current] .queue-text')
  const said = (page: Page) => page.locator('.moderate-said').textContent()
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

  async function isAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
    expect(found).toEqual([])
    const width = page.viewportSize()!.width
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }

  test(
    'a queue of 50 is cleared with the keys alone, and the focus goes from statement to statement',
    async () => {
      const { moderator } = await withQueue(50)
      const { page } = await moderator('Ann')
      await expect.poll(() => rows(page).count()).toBe(50)
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await expect.poll(() => focused(page)).toBe('statement-6')
      for (let left = 50; left > 0; left--) {
        if (left % 2 === 0) await page.keyboard.press('a')
        else {
          await page.keyboard.press('r')
          await page.locator('dialog[open]').waitFor()
          if (left === 49) await page.keyboard.press('5')
          await page.keyboard.press('Enter')
        }
        await expect.poll(() => rows(page).count()).toBe(left - 1)
        await expect.poll(() => said(page)).toContain(`${left - 1} waiting`)
        // The key that comes next acts on the statement that is shown as the next one.
        const next = await page
          .locator('.queue-row[data-current] article')
          .getAttribute('id')
          .catch(() => null)
        if (left > 1) await expect.poll(() => focused(page)).toBe(next)
      }
      await page.getByText('Nothing is waiting.').waitFor()
      await expect.poll(() => focused(page)).toBe('queue-heading')
      await page.getByRole('button', { name: /^Not accepted/ }).click()
      await expect.poll(() => rows(page).count()).toBe(25)
      await page.getByText('Reason: It names a person').first().waitFor()
    },
    SLOW_MS,
  )

  test('two moderators see at once what the other has before them and decides, and nothing is decided twice', async () => {
    const { moderator } = await withQueue()
    const { page: ann } = await moderator('Ann')
    const { page: bob } = await moderator('Bob')
    await expect.poll(() => current(ann).textContent()).toContain('more trees and benches')
    await bob.locator('.queue-row').first().getByText('Ann has this one before them.').waitFor()
    await bob.keyboard.press('a')
    await expect.poll(() => said(bob)).toContain('Ann has this one')
    expect(await rows(bob).count()).toBe(8)
    await bob.keyboard.press('j')
    await ann.locator('#statement-7').getByText('Bob has this one before them.').waitFor()
    await ann.keyboard.press('a')
    await expect.poll(() => rows(bob).count()).toBe(7)
    await expect.poll(() => current(bob).textContent()).toContain('Dylai fod bysiau')
    await expect.poll(() => bob.getByRole('button', { name: /^Waiting/ }).textContent()).toContain('7')
    await ann.keyboard.press('u')
    await expect.poll(() => rows(bob).count()).toBe(8)
    await expect.poll(() => current(ann).textContent()).toContain('more trees and benches')
    await ann.keyboard.press('j')
    await ann.getByRole('button', { name: 'Take it over' }).click()
    await bob.locator('#statement-7').getByText('Ann has this one before them.').waitFor()
  })

  test('merging shows both side by side, says where votes stay, and its history can be undone', async () => {
    const { moderator } = await withQueue()
    const { page } = await moderator('Ann')
    await expect.poll(() => rows(page).count()).toBe(8)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.locator('#statement-8 .side-by-side').getByText('#6').waitFor()
    await page.keyboard.press('m')
    const dialog = page.locator('dialog[open]')
    await dialog.getByText('Votes do not move.').waitFor()
    await dialog.getByLabel(/Look for another statement/).fill('market on sun')
    await dialog.getByRole('radio', { name: /A market on Sundays/ }).check()
    await dialog.getByLabel(/Look for another statement/).fill('')
    await dialog.getByRole('radio', { name: /more trees and benches/ }).check()
    await dialog.getByLabel(/Note for moderators/).fill('Same words')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page)).toContain('Statement 8: merged.')
    await page.getByRole('button', { name: /^Replaced/ }).click()
    await page.getByText('In its place: #6').waitFor()
    await page.locator('.item-more summary').click()
    await page.getByText('Note: Same words').waitFor()
    await page.getByRole('button', { name: 'Undo this' }).click()
    await expect.poll(() => said(page)).toContain('Statement 8: undone.')
  })

  test('the author reads the outcome and the reason in the language of the page', async () => {
    const { server, moderator } = await withQueue(0)
    const author = await (await browser.newContext({ locale: 'cy' })).newPage()
    await author.goto(`${server.origin}/c/square?lang=cy`)
    await author.locator('#write-text').fill('Rhaid cadw’r farchnad yn y sgwâr.')
    await author.locator('.write-form button[type=submit]').click()
    const { page } = await moderator('Ann')
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.keyboard.press('r')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await author.getByText('Mae’n dweud yr un peth â datganiad sydd yma eisoes.').waitFor()
    // The author may be told before the moderator's own page has closed its dialog, which keeps the keys until then.
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.keyboard.press('w')
    await page.locator('dialog[open] textarea').fill('Dylai’r farchnad aros yn y sgwâr.')
    await page.getByRole('button', { name: 'Accept with these words' }).click()
    await author.getByText('Dylai’r farchnad aros yn y sgwâr.').first().waitFor()
    await author.locator('[data-state=reworded]').waitFor()
  })

  test('a new statement appears by itself in the queue of a moderator who waits', async () => {
    const { server, moderator } = await withQueue(0)
    const { page } = await moderator('Ann')
    await page.getByText('Nothing is waiting.').waitFor()
    const author = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await author.goto(`${server.origin}/c/square`)
    await author.getByLabel('Your statement').fill('Put a bandstand into the square.')
    await author.getByRole('button', { name: 'Send the statement' }).click()
    await page.getByText('Put a bandstand into the square.').waitFor()
  })

  test('while the service cannot be reached nothing counts as decided, and what was typed stays', async () => {
    const { moderator } = await withQueue()
    const { page, context } = await moderator('Ann')
    await expect.poll(() => rows(page).count()).toBe(8)
    await page.keyboard.press('w')
    await page.locator('dialog[open] textarea').fill('The square needs trees.')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Accept with these words' }).click()
    await page.locator('dialog[open] .field-trouble').waitFor()
    expect(await page.locator('dialog[open] textarea').inputValue()).toBe('The square needs trees.')
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await page.locator('.notice-trouble').waitFor()
    expect(await rows(page).count()).toBe(8)
    await isAccessible(page)
    await context.setOffline(false)
    await page.keyboard.press('w')
    expect(await page.locator('dialog[open] textarea').inputValue()).toBe('The square needs trees.')
    await page.getByRole('button', { name: 'Accept with these words' }).click()
    await expect.poll(() => said(page)).toContain('Statement 6: reworded.')
  })

  test('the keys can be turned off, and letters that are typed are never taken for keys', async () => {
    const { moderator } = await withQueue()
    const { page } = await moderator('Ann')
    await expect.poll(() => rows(page).count()).toBe(8)
    await page.keyboard.press('/')
    await page.keyboard.type('market')
    await expect.poll(() => rows(page).count()).toBe(2)
    await page.getByLabel(/Search in the words/).fill('')
    await expect.poll(() => rows(page).count()).toBe(8)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByLabel('The keys are on').uncheck()
    await page.getByRole('button', { name: 'Close' }).click()
    const before = await current(page).textContent()
    await page.keyboard.press('j')
    expect(await current(page).textContent()).toBe(before)
    await page.locator('.queue-actions').getByRole('button', { name: 'Accept' }).click()
    await expect.poll(() => rows(page).count()).toBe(7)
  })

  const looks: readonly Look[] = [
    { language: 'en', colorScheme: 'light', width: 320 },
    { language: 'cy', colorScheme: 'dark', width: 1440 },
  ]
  const named = 'is accessible: $language, $colorScheme, $width pixels'

  test.each(looks)(
    `the list with all its parts ${named}`,
    async (look) => {
      const { moderator } = await withQueue()
      const { page } = await moderator('Ann', look)
      await expect.poll(() => rows(page).count()).toBe(8)
      await isAccessible(page)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.locator('#statement-8 .side-by-side').waitFor()
      await page.locator('.item-more summary').click()
      await page.locator('.filter-more summary').click()
      await page.locator('.lists-section summary').click()
      await isAccessible(page)
    },
    SLOW_MS,
  )

  test.each(looks)(
    `each dialog ${named}`,
    async (look) => {
      const { moderator } = await withQueue()
      const { page } = await moderator('Ann', look)
      await expect.poll(() => rows(page).count()).toBe(8)
      for (const key of ['m', 'r', 'w', 's', '?']) {
        await page.keyboard.press(key)
        await page.locator('dialog[open]').waitFor()
        await isAccessible(page)
        await page.keyboard.press('Escape')
        await page.locator('dialog').waitFor({ state: 'detached' })
      }
    },
    SLOW_MS,
  )

  test.each(looks)(
    `a list with chosen statements, one of another moderator, and an empty one ${named}`,
    async (look) => {
      const { moderator } = await withQueue()
      const { page } = await moderator('Ann', look)
      await expect.poll(() => rows(page).count()).toBe(8)
      await page.keyboard.press('x')
      await page.locator('.choose-bar .button').first().waitFor()
      await isAccessible(page)
      await page.keyboard.press('a')
      await expect.poll(() => rows(page).count()).toBe(7)
      const { page: bob } = await moderator('Bob', look)
      await bob.locator('.queue-claim').first().waitFor()
      await isAccessible(bob)
      await page.locator('.state-tabs button').nth(4).click()
      await page.locator('.empty').waitFor()
      await isAccessible(page)
    },
    SLOW_MS,
  )

  test('the way around the conversation stands on one line in Welsh, as on its other pages', async () => {
    const { moderator } = await withQueue()
    const { page } = await moderator('Ann', { language: 'cy', width: 1440 })
    const links = page.locator('.conversation-navigation a')
    await links.first().waitFor()
    // The fullest one: the names of all pages that an owner is led to.
    await page.evaluate(() => {
      const list = document.querySelector('.conversation-navigation ul')!
      for (const name of ['Cysylltiadau', 'Cofnod archwilio']) {
        const entry = list.lastElementChild!.cloneNode(true) as HTMLElement
        entry.querySelector('a')!.textContent = name
        list.append(entry)
      }
    })
    expect(await links.count()).toBeGreaterThanOrEqual(8)
    const tops = await links.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
    expect(new Set(tops).size).toBe(1)
  })
})
