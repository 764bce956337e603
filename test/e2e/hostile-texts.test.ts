// Texts that people write to break a page, as topic, description and statements: layout and page stay as they are. And
// the same pages from right to left.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'

const zalgo = [...'Close the road']
  .map((letter) => letter + '\u0301\u0334\u035b\u0489\u0316\u0323'.repeat(8))
  .join('')
const hostile = [
  '<script>document.title = "broken"</script><img src=x onerror="document.title = \'broken\'">',
  `\u202eright to left override\u2066 and isolates\u202b that never end`,
  zalgo,
  '🧑‍🤝‍🧑'.repeat(50),
  '🎉'.repeat(400),
  'W'.repeat(400),
  `${'👩🏽‍'.repeat(200)}👩🏽`,
  'يجب أن تكون الحافلات مجانية لجميع السكان في عطلة نهاية الأسبوع، حتى لو كلف ذلك أكثر.',
  'line one\n\n\n\nline two\t\t\ttabs\u00a0\u200b\ufeff',
  '&lt;b&gt;&amp;quot; "quotes" \'single\' `${template}` {name}',
  '家'.repeat(400),
]

describeInBrowser('texts made to break the page', () => {
  const dataFolder = temporaryDataFolder()
  const sample = sampleConversation()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation({
      ...sample,
      id: 'hostile',
      topic: `${hostile[0]} ${hostile[5]} ${zalgo}`,
      description: `${hostile.join('\n\n')}\n\n[link](javascript:alert(1)) <iframe src="https://example.org"></iframe>`,
      statements: sample.statements.map((statement, i) => ({
        ...statement,
        text: hostile[i % hostile.length] ?? '',
      })),
    })
    await store.importConversation({ ...sample, id: 'plain' })
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function open(path: string, width: number, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    })
    if (path === '/facilitate')
      await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner')])
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('dialog', (dialog) => troubles.push(dialog.message()))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) troubles.push(request.url())
    })
    await page.goto(server.origin + path)
    await use(page)
    expect(troubles).toEqual([])
    expect(await page.title()).not.toBe('broken')
    await context.close()
  }

  /** What reaches beyond the width of the page. */
  const overflow = (page: Page) =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      return [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`)
    })

  test.each([320, 1440])('%i pixels wide, every statement can be read and voted on', async (width) => {
    await open('/c/hostile', width, async (page) => {
      await page.locator('.map canvas').waitFor()
      const agree = page.locator('.answers').getByRole('button', { name: 'Agree', exact: true })
      for (let i = 1; i <= 15; i++) {
        await agree.click()
        await page.getByText(new RegExp(`^${i} of `)).waitFor()
        expect(await overflow(page)).toEqual([])
        // Nothing written into a statement reaches beyond it.
        const { statement, answer } = await page.evaluate(() => ({
          statement: document.querySelector('.statement')?.getBoundingClientRect().bottom ?? 0,
          answer: document.querySelector('.answer')?.getBoundingClientRect().top ?? 0,
        }))
        expect(statement).toBeLessThanOrEqual(answer)
      }
      await page.locator('.my-votes summary').click()
      await page.locator('.standing').waitFor()
      expect(await overflow(page)).toEqual([])
      expect(await page.locator('iframe, .statement img, .prose img').count()).toBe(0)
      expect(await page.locator('.prose a[href^="javascript"]').count()).toBe(0)
    })
  })

  test('the other pages hold them too', async () => {
    for (const path of ['/', '/facilitate', '/p/hostile']) {
      for (const width of [320, 1440]) {
        await open(path, width, async (page) => {
          await page.getByText('<script>').first().waitFor()
          expect(await overflow(page)).toEqual([])
        })
      }
    }
  })

  test.each([320, 768, 1440])(
    'from right to left, %i pixels wide, everything is mirrored and fits',
    async (width) => {
      await open('/c/plain', width, async (page) => {
        await page.locator('.map canvas').waitFor()
        await page.locator('.answers').getByRole('button', { name: 'Agree', exact: true }).click()
        await page.locator('.standing').waitFor()
        await page.evaluate(speakPseudoArabic)
        expect(await overflow(page)).toEqual([])
        const box = async (selector: string) =>
          (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 }
        const [sign, language] = [await box('.wordmark'), await box('.language-link')]
        expect(sign.x).toBeGreaterThan(language.x)
        const [bar, done] = [await box('.progress-bar'), await box('.progress-bar span')]
        expect(done.x + done.width).toBeCloseTo(bar.x + bar.width, 0)
        if (width > 400) {
          const buttons = await page.locator('.answer').all()
          const places = await Promise.all(
            buttons.map(async (button) => (await button.boundingBox())?.x ?? 0),
          )
          expect(places).toEqual([...places].sort((a, b) => b - a))
        }
      })
    },
  )
})

/** Turns the page into a language that is written from right to left and is a third longer than English. */
function speakPseudoArabic(): void {
  document.documentElement.dir = 'rtl'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, svg')) continue
    node.nodeValue = (node.nodeValue ?? '').replace(/[A-Za-z]{3,}/g, (word) =>
      [...word, ...word.slice(0, Math.ceil(word.length / 3))]
        .map((letter) => String.fromCharCode(0x0627 + (letter.charCodeAt(0) % 20)))
        .join(''),
    )
  }
}
