// A facilitator at work in a real browser: a conversation is created, set up, checked and opened, with the keyboard where that
// is asked for; two people edit one setting; tables that cannot be read are refused where they were chosen.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { emptySquare, townSquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const looks = [
  { language: 'en', colorScheme: 'light', width: 320, height: 640 },
  { language: 'cy', colorScheme: 'dark', width: 1440, height: 900 },
] as const

describeInBrowser('facilitating', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(townSquare)
    await store.importConversation({ ...emptySquare, isOpen: false })
    await store.participation.changeConversation(emptySquare.id, { closedAs: 'upcoming' })
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function signedIn(name: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name })])
    return context
  }

  async function withPage(
    path: string,
    use: (page: Page, context: BrowserContext) => Promise<void>,
    context?: BrowserContext,
  ) {
    const used = context ?? (await signedIn('Sioned'))
    try {
      const page = await used.newPage()
      await page.goto(`${server.origin}${path}`)
      await use(page, used)
    } finally {
      if (context === undefined) await used.close()
    }
  }

  const saved = (page: Page, name: string) =>
    page.locator(`#${name}-state`, { hasText: /^Saved \d\d:\d\d/ }).waitFor()

  test('a conversation is created, set up, checked and opened, and people can vote', async () => {
    await withPage('/facilitate', async (page) => {
      await page.getByLabel('Topic').fill('Where should the buses go?')
      await page.getByRole('button', { name: 'Create it' }).click()
      await page.waitForURL(/\/facilitate\/where-should-the-buses-go-[0-9a-f]{10}\/settings$/)
      const path = new URL(page.url()).pathname.replace('/settings', '')

      await page.getByLabel('Description').fill('Three new **routes**.')
      await saved(page, 'description')
      await page.getByRole('button', { name: 'Write it in English' }).click()
      const purpose = page.locator('#setting-purpose')
      await purpose.getByLabel('The question').fill('Where should the buses go?')
      await purpose
        .getByText(/^Kept, but shown to nobody yet. Still missing: “Who decides”, “What can/)
        .waitFor()
      await purpose.getByLabel('Who decides').fill('The council')
      await purpose.getByLabel('What can change').fill('The routes')
      await purpose.getByLabel('What happens next').fill('A report in June')
      await purpose.getByText('People read this above the first statement.').waitFor()
      await page.getByRole('checkbox', { name: 'Welsh' }).uncheck()
      await page.getByLabel('Kept until').fill('2040-01-01')
      await saved(page, 'keepUntil')

      await page.goto(`${server.origin}${path}/statements`)
      const texts = Array.from({ length: 8 }, (_, i) => `Line ${i + 1} should run every ten minutes.`)
      await page
        .getByLabel('Type or paste them')
        .fill([...texts, 'line 1 should run every ten minutes'].join('\n'))
      await page.getByRole('button', { name: 'Look at them first' }).click()
      await page.getByText('8 statements can be saved; 1 of the rows are left out.').waitFor()
      await page.getByText('the same as line 1').waitFor()
      await page.getByRole('button', { name: 'Save 8 statements' }).click()
      await page.getByText('There are 8 so far.').waitFor()

      await page.goto(`${server.origin}${path}`)
      await page.getByText('Everything is there.').waitFor()
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.getByText('People can vote and write.').waitFor()

      const voter = await page.context().newPage()
      await voter.goto(`${server.origin}${path.replace('/facilitate', '/c')}`)
      await voter.locator('.answer').first().click()
      await voter.locator('.my-votes').waitFor()
      await page.locator('.facts', { hasText: 'Connected now' }).waitFor()
      await page
        .locator('.facts > div', { hasText: 'People who have voted' })
        .getByText('1', { exact: true })
        .waitFor({ timeout: 20_000 })
      await page.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Close it: nobody can vote any more' }).click()
      await voter.getByText('Voting has closed').first().waitFor()
    })
  })

  test('what is missing is named, leads to where it is mended, and does not stop whoever insists', async () => {
    await withPage(`/facilitate/${emptySquare.id}`, async (page) => {
      await page.getByText('4 things are missing.').waitFor()
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page
        .getByText('The readiness check has found something that is missing.', { exact: false })
        .waitFor()
      await page.getByRole('link', { name: /^Mend it: It is said how long/ }).click()
      await page.waitForURL(/settings#setting-keepUntil$/)
      await page.waitForFunction(() => document.activeElement?.id === 'setting-keepUntil')
      await page.goBack()
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.getByRole('button', { name: 'Open all the same' }).click()
      await page.getByText('People can vote and write.').waitFor()
    })
  })

  test('of two people who edit one setting the later decides, and what is wrong is said where it happened', async () => {
    const path = `/facilitate/${townSquare.id}/settings`
    const first = await signedIn('Sioned')
    const second = await signedIn('Huw')
    await withPage(
      path,
      async (sioned) => {
        await withPage(
          path,
          async (huw) => {
            const field = (page: Page) => page.getByLabel('The map opens at')
            await field(huw).waitFor()
            // Without news: Huw's page does not hear of Sioned's change before he makes his.
            await huw.context().setOffline(true)
            await field(sioned).fill('20')
            await saved(sioned, 'opensAt')
            await field(huw).fill('30')
            await huw
              .getByText(/^Not saved/)
              .first()
              .waitFor()
            await huw.context().setOffline(false)
            await huw.locator('#setting-opensAt').getByRole('button', { name: 'Try again' }).click()
            await huw.getByText(/^Sioned changed this at \d\d:\d\d. There is now: 20$/).waitFor()
            await huw.getByRole('button', { name: 'Save mine' }).click()
            await saved(huw, 'opensAt')
            await expect.poll(() => field(sioned).inputValue()).toBe('30')

            await field(huw).fill('3')
            await huw.getByText('Not saved: Give a whole number from 7 to 1,000.').waitFor()
            expect(await field(huw).inputValue()).toBe('3')
          },
          second,
        )
      },
      first,
    )
    await first.close()
    await second.close()
  })

  test('a schedule that ends before it begins and colours that nobody could read are refused, and stay to be mended', async () => {
    await withPage(`/facilitate/${townSquare.id}/settings`, async (page) => {
      await page.getByLabel('Voting opens').fill('2040-03-04T09:00')
      await saved(page, 'votingFrom')
      await page.getByLabel('Voting closes').fill('2040-03-04T08:00')
      await page
        .locator('#setting-votingUntil')
        .getByText(/^Not saved: Voting would close before it opens/)
        .waitFor()
      await page.getByLabel('Voting closes').fill('2040-03-05T08:00')
      await saved(page, 'votingUntil')

      const accent = page.locator('#themeAccent')
      await accent.fill('#f2c14e')
      await page
        .getByText(/accent colour \(#f2c14e\) on the surface .* less than 4.5 : 1/)
        .first()
        .waitFor()
      await page
        .locator('#setting-themeAccent')
        .getByText(/^Not saved/)
        .waitFor()
      const preview = page.locator('.theme-preview').first().locator('.theme-button')
      await expect
        .poll(() => preview.evaluate((element) => getComputedStyle(element).backgroundColor))
        .toBe('rgb(242, 193, 78)')
      await accent.fill('#0b5394')
      await page
        .locator('#setting-themeAccent')
        .getByText(/^Saved/)
        .waitFor()
    })
  })

  test('a binary file, one of 50 MB and a table of 5,000 rows are each answered in words', async () => {
    await withPage(`/facilitate/${townSquare.id}/statements`, async (page) => {
      const file = page.getByLabel('Or choose a table (CSV)')
      const choose = (name: string, buffer: Buffer) =>
        file.setInputFiles({ name, mimeType: 'text/csv', buffer })
      await choose('a.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]))
      await page
        .getByText('This is no text, so no statement can be read from it.', { exact: false })
        .waitFor()
      const large = join(dataFolder, 'large.csv')
      writeFileSync(large, Buffer.alloc(50 * 1024 * 1024, 'x'))
      await file.setInputFiles(large)
      await page.getByText('This file is larger than 5 MB.', { exact: false }).waitFor()
      const rows = Array.from({ length: 5_000 }, (_, i) => `"Statement ${i}, about the square";note;`)
      await choose('c.csv', Buffer.from(`\ufeffstatement;note;\r\n${rows.join('\r\n')}\r\n`))
      await page.getByText('5,000 statements can be saved; 0 of the rows are left out.').waitFor()
    })
  })

  test('invitation codes are made and downloaded, and let in whoever enters one', async () => {
    await withPage(`/facilitate/${townSquare.id}/settings`, async (page) => {
      await page.getByRole('radio', { name: 'People with an invitation code' }).check()
      await page.getByLabel('How many').fill('2')
      await page.getByRole('button', { name: 'Make codes' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download the codes' }).click(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      const [, first] = Buffer.concat(chunks).toString('utf8').split('\r\n')
      const [code, address] = first!.split(',')
      const guest = await browser.newContext({ locale: 'en-GB' })
      const voter = await guest.newPage()
      await voter.goto(`${server.origin}/c/${townSquare.id}`)
      await voter.getByLabel('Code, as in your letter').fill('AAAA-AAAA-AAAA')
      await voter.getByRole('button', { name: 'Go on' }).click()
      await voter.getByText('This is no invitation code of this conversation.', { exact: false }).waitFor()
      await voter.goto(address!.replace(/^https?:\/\/[^/]+/, server.origin))
      expect(await voter.getByLabel('Code, as in your letter').inputValue()).toBe(code)
      await voter.getByRole('button', { name: 'Go on' }).click()
      await voter.locator('.answer').first().click()
      await voter.locator('.my-votes').waitFor()
      await guest.close()
    })
  })

  test('a conversation is deleted and restored with the keyboard alone', async () => {
    await withPage(`/facilitate/${emptySquare.id}`, async (page) => {
      const tabTo = async (name: string) => {
        for (let i = 0; i < 80; i++) {
          await page.keyboard.press('Tab')
          const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
          if (focused.trim() === name) return
        }
        throw new Error(`The keyboard does not reach “${name}”.`)
      }
      await page.getByRole('button', { name: 'Delete the conversation' }).waitFor()
      await tabTo('Delete the conversation')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Yes, delete it' }).waitFor()
      await page.locator('body').click({ position: { x: 1, y: 1 } })
      await tabTo('Yes, delete it with all votes')
      await page.keyboard.press('Enter')
      await page.getByText(/^This conversation is deleted for good on/).waitFor()
      await tabTo('Restore it')
      await page.keyboard.press('Space')
      await page.getByText('Nobody can vote or write any more.', { exact: false }).waitFor()
    })
  })

  for (const { language, colorScheme, width, height } of looks) {
    test(`every page is accessible: ${language}, ${colorScheme}, ${width} pixels wide`, async () => {
      const context = await signedIn('Sioned', { viewport: { width, height }, colorScheme })
      for (const path of [
        '/facilitate',
        `/facilitate/${townSquare.id}`,
        `/facilitate/${emptySquare.id}`,
        `/facilitate/${townSquare.id}/settings`,
        `/facilitate/${townSquare.id}/statements`,
      ]) {
        await withPage(
          `${path}?lang=${language}`,
          async (page) => {
            await page.locator('.card, .panel').first().waitFor()
            for (const summary of await page.locator('summary').all()) await summary.click()
            const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude('iframe').analyze()
            const found = violations.map(({ id, nodes }) => ({
              id,
              at: nodes.map(({ target }) => target.join(' ')),
            }))
            expect(found, path).toEqual([])
            expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
              width,
            )
            expect(await page.locator('h1').count()).toBe(1)
            expect(await page.locator('html').getAttribute('lang')).toBe(language)
            await page.close()
          },
          context,
        )
      }
      await context.close()
    })
  }
})
