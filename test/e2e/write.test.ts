// A resident writes a statement in a real browser: count, advice, what is like it, what becomes of it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'

describeInBrowser('writing a statement', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let page: Page

  async function open(address = '/c/high-street', width = 390): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 900 } })
    const opened = await context.newPage()
    await opened.goto(server.origin + address)
    await opened.getByLabel('Your statement').waitFor()
    return opened
  }
  const field = () => page.getByLabel('Your statement')
  const sendButton = () => page.getByRole('button', { name: 'Send the statement' })

  beforeAll(async () => {
    server = await startServer(dataFolder)
    browser = await launchBrowser()
    page = await open()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test('the count is told in words and advice comes while one types', async () => {
    await field().fill('Why is there no bandstand at CF10 1AA?')
    await page.getByText('102 characters left').waitFor()
    await page.getByText('This reads like a question').waitFor()
    await page.getByText('This looks like a postcode').waitFor()
    await field().fill('x'.repeat(141))
    await page.getByText('1 character too many').waitFor()
  })

  test('what is wrong is said next to the field, and nothing typed is lost, not even by a reload', async () => {
    await sendButton().click()
    await page.getByText('This statement is too long').waitFor()
    expect(await field().inputValue()).toBe('x'.repeat(141))
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true)
    await page.reload()
    await expect.poll(() => field().inputValue()).toBe('x'.repeat(141))
  })

  test('what is typed while a statement is on its way is the next draft', async () => {
    const writer = await open()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await writer.route('**/statements', async (route) => {
      if (route.request().method() === 'POST') await held
      await route.continue()
    })
    const text = writer.getByLabel('Your statement')
    await text.fill('Let bands play in the square.')
    await writer.getByRole('button', { name: 'Send the statement' }).click()
    await text.fill('And plant a tree')
    await writer.getByLabel('Use the keys').or(writer.locator('.answer-agree')).first().focus()
    release()
    await writer.locator('.own-statements').getByText('Let bands play').waitFor()
    expect(await text.inputValue()).toBe('And plant a tree')
    await writer.context().close()
  })

  test('a draft is never overwritten by what was kept, also where nothing can be kept', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const writer = await context.newPage()
    await writer.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: () => raise() })
      const raise = () => {
        throw new DOMException('Blocked', 'SecurityError')
      }
      // Somebody who types the moment the field is there.
      new MutationObserver((_, observer) => {
        const field = document.querySelector<HTMLTextAreaElement>('#write-text')
        if (field === null) return
        observer.disconnect()
        field.value = 'Quick words'
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }).observe(document, { childList: true, subtree: true })
    })
    await writer.goto(`${server.origin}/c/high-street`)
    await writer.locator('.answer[aria-disabled=false]').first().waitFor()
    expect(await writer.getByLabel('Your statement').inputValue()).toBe('Quick words')
    await context.close()
  })

  test('a statement that is like it is offered, and can be voted on instead', async () => {
    await field().fill('The first hour of parking should be free for everybody')
    const offer = page.getByRole('button', { name: /Vote on this one instead.*The first hour of parking/ })
    await offer.click()
    await expect
      .poll(() => page.locator('.statement').textContent())
      .toBe('The first hour of parking in the town centre should be free.')
  })

  test('the same statement as another one is refused in words', async () => {
    await field().fill('The first hour of parking in the town centre should be free')
    await sendButton().click()
    await page.getByText('The same statement is here already').waitFor()
  })

  test('a statement waits, is accepted by a moderator, and others are asked about it at once', async () => {
    const other = await open()
    await field().fill('Put a bandstand into the square.')
    await sendButton().click()
    await page.getByText('Thank you. Your statement waits for a moderator').waitFor()
    await page.locator('.own-statements').getByText('Waiting for a moderator').waitFor()
    // Nobody may vote on it yet, so it does not count as a statement to vote on.
    expect(await page.locator('.counts').textContent()).toMatch(/Statements41$/)
    // The author's vote on it stands beside its words, though nobody can vote on it yet.
    await page.locator('.my-votes > summary').click()
    const voted = page.locator('.my-votes li').filter({ hasText: 'Put a bandstand into the square.' })
    await voted.getByText('Waiting for a moderator').waitFor()
    expect(await voted.locator('[aria-pressed=true]').textContent()).toBe('Agree')
    await page.locator('.my-votes > summary').click()
    const listed = await runCommand('statements', 'high-street', '--data-dir', dataFolder)
    const number = /(\d+) {2}waiting {3}Put a bandstand/.exec(listed)?.[1] ?? ''
    await runCommand('statements', 'high-street', '--accept', number, '--data-dir', dataFolder)
    await page.locator('.own-statements').getByText('Others can vote on it').waitFor()
    await other.getByText('42 statements, you can stop at any time').waitFor()
    await other.context().close()
  })

  test('one that is not accepted comes with the reason', async () => {
    await field().fill('The mayor is a fool.')
    await sendButton().click()
    await page.getByText('The mayor is a fool.').waitFor()
    const reason = ['--reason', 'It is about a person.']
    await runCommand('statements', 'high-street', '--reject', '42', ...reason, '--data-dir', dataFolder)
    await page.getByText('Reason: It is about a person.').waitFor()
  })

  test('a statement of one’s own is taken back with the keyboard alone, and the place stays where it was', async () => {
    const author = await open()
    await author.getByLabel('Your statement').fill('The fountain should run all night in August.')
    await author.getByRole('button', { name: 'Send the statement' }).click()
    const own = author.locator('.own-statements li', { hasText: 'The fountain should run' })
    await own.getByText('Waiting for a moderator').waitFor()
    await own.locator('summary').focus()
    await author.keyboard.press('Enter')
    await author.keyboard.press('Tab')
    await author.keyboard.press('Enter')
    await own.getByText('You took it back').waitFor()
    expect(await own.evaluate((item) => item === document.activeElement)).toBe(true)
    expect(await own.getByText('Take this statement back').count()).toBe(0)
    await author.context().close()
  })

  test('what could not be sent is said to stay here, and not to be sent by itself', async () => {
    const writer = await open()
    await writer.route('**/statements', (route) => route.abort(), { times: 1 })
    const text = 'A clock that tells the right time'
    await writer.getByLabel('Your statement').fill(text)
    await writer.getByRole('button', { name: 'Send the statement' }).click()
    const alert = writer.locator('#write-trouble')
    await alert.getByText('Nothing that you have typed is lost; try again in a minute.').waitFor()
    expect(await writer.getByLabel('Your statement').inputValue()).toBe(text)
    await writer.getByRole('button', { name: 'Send the statement' }).click()
    await writer.getByText('Your statement waits for a moderator').waitFor()
    await writer.context().close()
  })
})
