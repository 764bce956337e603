// The page to take part with JavaScript switched off, and what the script changes when it takes over.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sayOf } from '../../server/forms/page-facts.ts'
import { isAccessible, type Look, looks } from './accessible.ts'
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

  /** Axe is a script: it looks at the same page where scripts run, but none of the page's own. */
  async function staysAccessible(page: Page, look: Look): Promise<void> {
    const body = (await page.content()).replace(/<script type="module"[^>]*><\/script>|<\/?noscript>/g, '')
    const { width, height, colorScheme } = look
    const context = await browser.newContext({ viewport: { width, height }, colorScheme })
    const looking = await context.newPage()
    await looking.route(page.url(), (route) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    )
    await looking.goto(page.url())
    await isAccessible(looking, look)
    await context.close()
  }

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

  test.each([looks[0], looks[3]])(
    'without a script every part can be worked, and axe finds nothing: $language',
    async (look) => {
      const { language, colorScheme, width, height } = look
      const viewport = { width, height }
      const context = await browser.newContext({
        javaScriptEnabled: false,
        locale: 'en-GB',
        colorScheme,
        viewport,
      })
      const page = await context.newPage()
      const words = sayOf(language)
      const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
      await page.goto(`${server.origin}/c/high-street?lang=${language}`)
      await press(words('agree'))
      await press(words('undo'))
      await page.locator('.undo').waitFor({ state: 'detached' })
      await press(words('disagree'))
      await page.locator('.undo').waitFor()
      await page.locator('#write-text').fill('Should the market be open on Sundays, and who asks SW1A 1AA?')
      await press(words('writeSend'))
      await page.locator('.advice li').first().waitFor()
      await staysAccessible(page, look)
      await page.locator('.own-data > summary').click()
      await press(words('codeShow'))
      await page.locator('.return-code').waitFor()
      await staysAccessible(page, look)
      await press(words('myVotes', { count: 1 }))
      await page.locator('.my-votes li').waitFor()
      await staysAccessible(page, look)
      await press(words('withdrawVote'))
      await page.getByText(words('withdrawn')).waitFor()
      await press(words('backToVoting'))
      await page.locator('.answer').first().waitFor()
      await context.close()
    },
  )

  test('the own place and how sure the groups are is told in the same words with a script and without', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${server.origin}/c/high-street`)
    for (let voted = 1; voted <= 8; voted++) {
      await page.locator(`.answer-${voted % 3 === 0 ? 'disagree' : 'agree'}[aria-disabled=false]`).click()
      await page.getByText(`${voted} of 41, you can stop at any time`).waitFor()
    }
    await page.getByText('This rests on 8 of your votes').waitFor()
    await expect.poll(async () => (await context.cookies()).length).toBe(1)
    // What the map shows may change while it is compared; then it is compared anew.
    await expect
      .poll(
        async () => {
          const withScript = await wordsOf(page, '.map-section', 'figcaption > p:nth-of-type(2)')
          const cookies = await context.cookies()
          const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
          await plain.addCookies(cookies)
          const other = await plain.newPage()
          await other.goto(`${server.origin}/c/high-street`)
          const without = await wordsOf(other, '.map-section', '.standing + p + p')
          await plain.close()
          expect(without.place).toMatch(/Youarenearesttogroup|Youstandbetweengroups/)
          return without.place === withScript.place
            ? without.certainty === withScript.certainty
            : [without, withScript]
        },
        { timeout: 15_000 },
      )
      .toBe(true)
    await context.close()

    /** Where the reader stands, without who worked it out; and how sure that is. */
    async function wordsOf(of: Page, section: string, certainty: string) {
      const said = async (each: string) => (await of.locator(each).allTextContents()).join(' ')
      const place = await said(`${section} .standing > :not(.quiet)`)
      const tidy = (text: string) => text.replace(/\s+/g, '') // markup is spaced otherwise
      return { place: tidy(place), certainty: tidy(await said(`${section} ${certainty}`)) }
    }
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
