// One person is one participant: with the script and without it, before it has come, in frames whose cookies are blocked, in two
// tabs, and by the name that another site gives them.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../server/protocol/conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { secret, sign } from '../server/identity/signing.ts'
import { emptySquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { startHostSite, type HostSite } from './host-site.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('one person is one participant', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let council: HostSite
  let squares = 0

  beforeAll(async () => {
    council = await startHostSite()
    const store = await openStore(dataFolder)
    for (let i = 0; i < 8; i++) {
      await store.importConversation({ ...emptySquare, id: `square-${i}` })
      await store.saveSettings(`square-${i}`, { origins: [council.origin], identitySecret: secret })
    }
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await council?.close()
    removeDataFolder(dataFolder)
  })

  /** A conversation in which nobody has voted. */
  const freshSquare = () => `square-${squares++}`

  async function counts(id: string): Promise<Conversation['counts']> {
    const response = await fetch(`${server.origin}/api/conversations/${id}`)
    return ((await response.json()) as Conversation).counts
  }

  /** Holds the scripts of the page back until they are released. */
  async function holdScripts(page: Page): Promise<() => Promise<void>> {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/*.js', async (route) => {
      await held
      await route.continue().catch(() => undefined) // of a page that has been left
    })
    return async () => {
      release()
      await page.unroute('**/assets/*.js')
    }
  }

  async function voteByScript(page: Page): Promise<void> {
    await page.locator('.answer[aria-disabled=false]').first().waitFor()
    const before = await page.locator('.statement').textContent()
    await page.locator('.answer[aria-disabled=false]').first().click()
    await expect.poll(() => page.locator('.statement').allTextContents()).not.toEqual([before])
  }

  const withContext = async (use: (page: Page, context: BrowserContext) => Promise<void>, options = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    try {
      await use(await context.newPage(), context)
    } finally {
      await context.close()
    }
  }

  test('before the first vote neither a cookie nor anything else is kept', async () => {
    await withContext(async (page, context) => {
      const id = freshSquare()
      await page.goto(`${server.origin}/c/${id}`)
      await page.locator('.answer[aria-disabled=false]').first().waitFor()
      expect(await context.cookies()).toEqual([])
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
      await voteByScript(page)
      await expect.poll(async () => (await context.cookies()).map(({ httpOnly }) => httpOnly)).toEqual([true])
    })
  })

  test('whoever voted with the script is known before it runs, the next time', async () => {
    await withContext(async (page, context) => {
      const id = freshSquare()
      await page.goto(`${server.origin}/c/${id}`)
      await voteByScript(page)
      await expect.poll(() => context.cookies()).toHaveLength(1)
      const release = await holdScripts(page)
      await page.goto(`${server.origin}/c/${id}`, { waitUntil: 'commit' })
      await page.getByText('1 of 3, you can stop at any time').waitFor()
      await page.getByRole('button', { name: 'Disagree' }).click()
      await page.getByText('2 of 3, you can stop at any time').waitFor()
      await release()
      await page.reload()
      await page.getByText('Report this statement').first().waitFor()
      await page.getByText('2 of 3, you can stop at any time').waitFor()
      expect(await counts(id)).toMatchObject({ participants: 1, votes: 2 })
    })
  })

  test('votes by form in a browser that has lost the cookie become those of the person it knows', async () => {
    await withContext(async (page, context) => {
      const id = freshSquare()
      await page.goto(`${server.origin}/c/${id}`)
      await voteByScript(page)
      await expect.poll(() => context.cookies()).toHaveLength(1)
      await context.clearCookies()
      const release = await holdScripts(page)
      await page.goto(`${server.origin}/c/${id}`, { waitUntil: 'commit' })
      // The server does not know who it is, and may ask about the same statement again.
      await page.getByText('3 statements, you can stop at any time').waitFor()
      await page.getByRole('button', { name: 'Pass' }).click()
      await page.getByText('1 of 3, you can stop at any time').waitFor()
      await page.getByRole('button', { name: 'Pass' }).click()
      await page.getByText('2 of 3, you can stop at any time').waitFor()
      expect(await counts(id)).toMatchObject({ participants: 2, votes: 3 })
      await release()
      await page.goto(`${server.origin}/c/${id}`)
      const kept = await page.evaluate((name) => localStorage.getItem(name), `folkmoot.token.${id}`)
      await expect.poll(async () => (await context.cookies())[0]?.value).toBe(kept)
      // Every vote that counts is this person's, and none was lost.
      const { votes } = await counts(id)
      expect(votes).toBeGreaterThanOrEqual(2)
      await page.locator('.my-votes summary', { hasText: `My votes (${votes})` }).waitFor()
      await page.reload()
      await page.locator('.my-votes summary', { hasText: `My votes (${votes})` }).waitFor()
    })
  })

  test('in a frame of another site without scripts and cookies it is one person all the way', async () => {
    await withContext(
      async (page) => {
        const id = freshSquare()
        council.show(
          `<iframe title="Take part" width="800" height="1600" src="${server.origin}/c/${id}"></iframe>`,
        )
        await page.goto(council.origin)
        const inside = page.frameLocator('iframe')
        for (const voted of [1, 2]) {
          await inside.getByRole('button', { name: 'Agree', exact: true }).click()
          await inside.getByText(`${voted} of 3, you can stop at any time`).waitFor()
        }
        await inside.getByRole('button', { name: 'Undo' }).click()
        await inside.getByText('1 of 3, you can stop at any time').waitFor()
        expect(await counts(id)).toMatchObject({ participants: 1, votes: 1 })
      },
      { javaScriptEnabled: false },
    )
  })

  test('a plain frame whose address names the person is the same person without scripts and with them', async () => {
    const id = freshSquare()
    const word = await sign('HS256', { audience: id })
    council.show(
      `<iframe title="Take part" width="800" height="1600" src="${server.origin}/c/${id}?xid=${word}"></iframe>`,
    )
    const inFrame = (page: Page) => page.frameLocator('iframe')
    await withContext(
      async (page) => {
        await page.goto(council.origin)
        await inFrame(page).getByRole('button', { name: 'Agree', exact: true }).click()
        await inFrame(page).getByText('1 of 3, you can stop at any time').waitFor()
      },
      { javaScriptEnabled: false },
    )
    await withContext(async (page, context) => {
      const addresses: string[] = []
      page.on('request', (request) => addresses.push(request.headers().referer ?? ''))
      await page.goto(council.origin)
      await inFrame(page).getByText('1 of 3, you can stop at any time').waitFor()
      await inFrame(page).locator('.answer[aria-disabled=false]').first().click()
      await inFrame(page).getByText('2 of 3, you can stop at any time').waitFor()
      const frame = page.frames()[1]!
      expect(await frame.evaluate(() => location.search)).toBe('?named=1')
      expect(addresses.filter((each) => each.includes('xid'))).toEqual([])
      expect(await context.cookies()).toEqual([])
      await page.reload()
      await inFrame(page).getByText('2 of 3, you can stop at any time').waitFor()
    })
    expect(await counts(id)).toMatchObject({ participants: 1, votes: 2 })
  })

  test('two tabs that were opened before the first vote are one person', async () => {
    await withContext(async (page, context) => {
      const id = freshSquare()
      const other = await context.newPage()
      for (const each of [page, other]) {
        await each.goto(`${server.origin}/c/${id}`)
        await each.locator('.answer[aria-disabled=false]').first().waitFor()
      }
      await voteByScript(page)
      await other.getByText('1 of 3, you can stop at any time').waitFor()
      await voteByScript(other)
      await expect.poll(() => counts(id)).toMatchObject({ participants: 1, votes: 2 })
    })
  })

  test('unsent votes of somebody whom a site names survive a reload, and nothing else of them is kept', async () => {
    await withContext(async (page, context) => {
      const id = freshSquare()
      const address = `${server.origin}/c/${id}?named=1#xid=${await sign('HS256', { audience: id })}`
      await page.goto(address)
      await page.locator('.answer[aria-disabled=false]').first().waitFor()
      await page.routeWebSocket(/ws/, (socket) => socket.close())
      await page.route('**/api/exchange', (route) => route.abort())
      await context.setOffline(true)
      await page.locator('.notice-fixed').waitFor()
      await page.locator('.answer[aria-disabled=false]').first().click()
      await page.getByText('1 vote waiting to send.').waitFor()
      expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([
        expect.stringContaining(`folkmoot.unsent.${id}.`),
      ])
      expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('resident-17')
      await page.unroute('**/api/exchange')
      await context.setOffline(false)
      await page.reload()
      await expect.poll(() => counts(id)).toMatchObject({ participants: 1, votes: 1 })
      await expect.poll(() => page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
      expect(await context.cookies()).toEqual([])
    })
  })
})
