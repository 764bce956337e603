// What a participant does with their own votes: undo, change, withdraw, and cast without a connection.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('own votes', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let sample = ''

  beforeAll(async () => {
    server = await startServer(dataFolder)
    browser = await launchBrowser()
    const answer = await fetch(`${server.origin}/api/conversations`)
    const { conversations } = (await answer.json()) as { conversations: { id: string }[] }
    sample = conversations[0]?.id ?? ''
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage()
    await page.goto(`${server.origin}/c/${sample}`)
    await page.locator('.answer[aria-disabled=false]').first().waitFor()
    return page
  }

  const asked = (page: Page) => page.locator('.statement').textContent()
  const howFar = (page: Page) => page.locator('.progress p').first().textContent()

  async function vote(page: Page, name: 'Agree' | 'Disagree' | 'Pass'): Promise<string> {
    const before = (await asked(page)) ?? ''
    await page.locator('.answers').getByRole('button', { name, exact: true }).click()
    await expect.poll(() => asked(page)).not.toBe(before)
    return before
  }

  test('the last vote can be undone and is asked for again', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await open(context)
    await vote(page, 'Agree')
    const second = await vote(page, 'Disagree')
    await page.locator('.undo').getByText('You disagreed.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => asked(page)).toBe(second)
    await expect.poll(() => howFar(page)).toMatch(/^1 of/)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Agree')
    await vote(page, 'Pass')
    await expect.poll(() => howFar(page)).toMatch(/^2 of/)
    await context.close()
  })

  test('votes can be listed, filtered, changed and withdrawn, and stay so after a reload', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await open(context)
    const first = await vote(page, 'Agree')
    const second = await vote(page, 'Agree')
    const third = await vote(page, 'Disagree')
    await page.getByText('My votes (3)').click()
    const row = (text: string) => page.locator('.my-votes li').filter({ hasText: text })
    const stillAsked = await asked(page)
    await row(first).getByRole('button', { name: 'Disagree' }).click()
    await row(second).getByRole('button', { name: 'Withdraw' }).click()
    await row(second).getByText('Withdrawn').waitFor()
    await page.getByText('My votes (2)').waitFor()
    expect(await asked(page)).toBe(stillAsked)
    await expect.poll(() => howFar(page)).toMatch(/^2 of/)

    await page.reload()
    await page.getByText('My votes (2)').click()
    await page.getByRole('radio', { name: 'Disagree' }).check()
    const listed = await page.locator('.my-votes li > p').allTextContents()
    expect(listed.sort()).toEqual([first, third].sort())
    await context.close()
  })

  test('votes cast without a connection are said to wait, survive the page, and are stored once', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await open(context)
    const before = await countVotes()
    await context.setOffline(true)
    await page.getByText('Connection lost').first().waitFor()
    await vote(page, 'Agree')
    await vote(page, 'Pass')
    await page.getByText('2 votes waiting to send').waitFor()
    await page.close()

    await context.setOffline(false)
    const later = await open(context)
    await expect.poll(() => howFar(later)).toMatch(/^2 of/)
    await expect.poll(countVotes).toBe(before + 2)
    await later.reload()
    await expect.poll(() => howFar(later)).toMatch(/^2 of/)
    expect(await countVotes()).toBe(before + 2)
    await context.close()
  })

  test('where all storage is blocked people can vote all the same', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addInitScript(() => {
      const blocked = () => {
        throw new DOMException('Blocked', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, { get: blocked })
      }
    })
    const page = await open(context)
    await vote(page, 'Agree')
    await expect.poll(() => howFar(page)).toMatch(/^1 of/)
    await context.close()
  })

  test('nothing is kept on the device before the first vote', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await open(context)
    const kept = () =>
      page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        cookies: document.cookie,
      }))
    expect(await kept()).toEqual({ local: 0, session: 0, databases: 0, cookies: '' })
    await vote(page, 'Agree')
    await expect.poll(async () => (await kept()).local).toBe(1)
    await context.close()
  })

  async function countVotes(): Promise<number> {
    const answer = await fetch(`${server.origin}/api/conversations/${sample}`)
    return ((await answer.json()) as { counts: { votes: number } }).counts.votes
  }
})
