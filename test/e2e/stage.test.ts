// The evening's stage in real browsers: a host on a phone, a screen in the hall, a person with the letters; by keyboard and
// with axe on everything that is shown.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { hallOfPeople } from '../server/stage/hall-of-people.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { width: 390, height: 844 }
/** Text of the screen is at least 24 px where it has 1080 lines. */
const SMALLEST_SHARE = 24 / 1080
const scenes = [
  'Join',
  'Map',
  'Group portrait',
  'Agreed by all',
  'One statement',
  'Word',
  'Countdown',
] as const

describeInBrowser('the stage', () => {
  const dataFolder = temporaryDataFolder()
  const troubles: string[] = []
  let server: RunningServer
  let browser: Browser
  let remote: Page
  let screen: Page

  async function open(
    path: string,
    options: Parameters<Browser['newContext']>[0] = {},
    prepare?: (context: BrowserContext) => Promise<void>,
  ): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
    await prepare?.(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) troubles.push(`asks a third party: ${request.url()}`)
    })
    await page.goto(server.origin + path)
    return page
  }

  const hosting = (page: string, name: string, options: Parameters<Browser['newContext']>[0] = {}) =>
    open(page, { viewport: PHONE, ...options }, async (context) => {
      await context.addCookies([await signedInCookie(dataFolder, server.origin, 'host', { name })])
    })

  const scene = (name: string) => remote.locator('.remote-scenes').getByRole('button', { name, exact: true })

  async function isAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(hallOfPeople(60, { camps: 3 }))
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
    remote = await hosting('/live/hall', 'Hannah')
    await remote.getByLabel('Where it stands (optional)').fill('Left of the stage')
    await remote.getByRole('button', { name: 'Make a link for a screen' }).click()
    const address = await remote.locator('.remote-address').textContent()
    screen = await open(new URL(address ?? '').pathname + new URL(address ?? '').hash, {
      viewport: { width: 1920, height: 1080 },
    })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test('the token of the screen is out of sight, and the screen knows it again after a reload', async () => {
    await screen.getByRole('heading', { name: 'Take part with your phone' }).waitFor()
    expect(new URL(screen.url()).hash).toBe('')
    await screen.reload()
    await screen.getByRole('heading', { name: 'Take part with your phone' }).waitFor()
  })

  test('every scene is chosen on the remote, fits, is large enough to read, and axe finds nothing', async () => {
    for (const name of scenes) {
      await scene(name).click()
      await expect.poll(() => scene(name).getAttribute('aria-pressed')).toBe('true')
      if (name === 'One statement') {
        await remote.getByLabel('Find a statement').fill('number 7')
        await remote.locator('.remote-statements button').click()
        await screen.getByText('improvement number 7').waitFor()
        await screen.locator('.hall-bar').first().waitFor()
      }
      if (name === 'Word') {
        await remote.getByLabel('What the screen says').fill('There is tea at the back.')
        await remote.getByRole('button', { name: 'Show it' }).click()
        await screen.getByText('There is tea at the back.').waitFor()
      }
      if (name === 'Countdown') {
        await remote.getByRole('button', { name: '5 minutes' }).click()
        await screen.getByRole('timer').waitFor()
      }
      for (const [width, height] of [
        [1920, 1080],
        [1024, 768],
      ] as const) {
        await screen.setViewportSize({ width, height })
        await screen.locator('.hall-scene').waitFor()
        await screen.getByText('60 people take part').waitFor()
        // Polled, because the scene follows the new size a frame later.
        await expect.poll(() => screen.evaluate(tooSmallOrCut, SMALLEST_SHARE * height)).toEqual([])
      }
      await isAccessible(screen)
      await isAccessible(remote)
    }
  })

  test('a second host sees what the first one did, without asking', async () => {
    const other = await hosting('/live/hall?lang=cy', 'Owen', { locale: 'cy', colorScheme: 'dark' })
    await other.getByText('Hannah: dechreuodd gyfrif i lawr o 5:00').waitFor()
    await scene('Map').click()
    await other.getByText('Hannah: dangosodd “Map”').first().waitFor()
    await isAccessible(other)
    await other.context().close()
  })

  test('the remote works with the keyboard alone', async () => {
    await scene('Join').focus()
    await remote.keyboard.press('Tab')
    await remote.keyboard.press('Tab')
    await remote.keyboard.press('Enter')
    await screen.getByRole('heading', { name: 'What group A stands for' }).waitFor()
    await remote.getByRole('button', { name: 'Closed' }).focus()
    await remote.keyboard.press('Enter')
    // The safe answer has the focus.
    await expect.poll(() => remote.evaluate(() => document.activeElement?.textContent)).toBe('No')
    await remote.keyboard.press('Enter')
    expect(await remote.getByRole('button', { name: 'Open', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    )
  })

  test('a person with the letters comes to the conversation; wrong ones are answered in words', async () => {
    const code = (await remote.locator('.remote-letters').textContent()) ?? ''
    for (const width of [320, 768]) {
      const page = await open('/join', { viewport: { width, height: 700 } })
      await page.getByLabel('Six letters').fill('bbb bbb')
      await page.keyboard.press('Enter')
      await page.getByText('No conversation has these letters').waitFor()
      await isAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.getByLabel('Six letters').fill(code.toLowerCase())
      await page.getByRole('button', { name: 'Join' }).click()
      await page.waitForURL(({ pathname }) => pathname === '/c/hall')
      await page.context().close()
    }
  })

  test('the letters work without a script', async () => {
    const code = (await remote.locator('.remote-letters').textContent()) ?? ''
    const page = await open('/join', { javaScriptEnabled: false })
    await page.locator('#plain-code').fill(code)
    await page.getByRole('button').click()
    await page.waitForURL(({ pathname }) => pathname === '/c/hall')
    await page.context().close()
  })

  test('a rehearsal is marked on the screen, and gone when it ends', async () => {
    await scene('Map').click()
    await remote.getByRole('button', { name: 'Rehearse with 30 people' }).click()
    await screen.getByText('Rehearsal: these people are simulated').waitFor()
    await remote.getByRole('button', { name: 'End the rehearsal and delete it' }).click()
    await screen.getByText('60 people take part').waitFor()
    expect(await screen.getByText('Rehearsal').count()).toBe(0)
  })

  test('a screen whose link is taken back says so and shows nothing more', async () => {
    await remote.getByRole('button', { name: 'Take the link back' }).click()
    await screen.getByText('The link of this screen no longer works').waitFor()
    expect(await screen.locator('.room-map').count()).toBe(0)
  })

  test('no page threw an error or asked a third party for anything', () => {
    expect(troubles).toEqual([])
  })
})

/** Runs in the page: text that is smaller than so many pixels, and what is wider or higher than the screen. */
function tooSmallOrCut(smallest: number): string[] {
  const found = new Set<string>()
  for (const element of document.querySelectorAll<HTMLElement>('#page *')) {
    if (element.closest('.visually-hidden') !== null) continue
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (hasText && size < smallest - 0.5) found.add(`${element.className}: ${size} px`)
    const { right, bottom } = element.getBoundingClientRect()
    if (hasText && (right > innerWidth + 1 || bottom > innerHeight + 1))
      found.add(`${element.outerHTML.slice(0, 100)}: cut`)
  }
  return [...found]
}
