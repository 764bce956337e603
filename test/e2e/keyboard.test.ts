// The whole page to take part with the keyboard alone: every panel is reached by Tab, worked by Enter, Space and the arrows, and
// leaves the focus where one can go on.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const questions = {
  when: 'before',
  questions: [
    {
      id: 'age',
      words: { en: 'How old are you?' },
      options: ['young', 'old'].map((id) => ({ id, words: { en: id } })),
    },
  ],
} as const
/** More than there are stops on the page. */
const STOPS = 120

describeInBrowser('the keyboard alone', () => {
  const dataFolder = temporaryDataFolder()
  const sample = sampleConversation()
  let server: RunningServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(sample)
    await store.participation.changeConversation(sample.id, { questions })
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
    const context = await browser.newContext({ viewport: { width: 1024, height: 800 }, locale: 'en-GB' })
    page = await context.newPage()
    await page.goto(`${server.origin}/c/${sample.id}`)
    await page.locator('.answer[aria-disabled=false]').first().waitFor()
    await page.locator('.chooser').waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  /** What the focused element is called, as far as these tests need it. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      const label = isField ? element.labels?.[0]?.textContent : undefined
      return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
    })

  /** Goes on with Tab, or back with Shift+Tab, until something of this name has the focus. */
  async function reach(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const isThere = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
    for (let i = 0; i < STOPS; i++) {
      await page.keyboard.press(key)
      if (isThere(await focused())) return
    }
    throw new Error(`The keyboard does not reach ${String(name)}.`)
  }

  const press = (key: string) => page.keyboard.press(key)
  const statement = () => page.locator('.statement').textContent()

  test('the first stop leads past the head of the page', async () => {
    await press('Tab')
    expect(await focused()).toBe('Skip to the content')
    await press('Enter')
    expect(await page.evaluate(() => location.hash)).toBe('#content')
  })

  test('the purpose and what happens to a vote unfold', async () => {
    await reach('What happens to my vote')
    await press('Enter')
    await page.getByText('You need no account').waitFor()
  })

  test('the questions about people are answered', async () => {
    await reach(/^young/)
    await press('ArrowDown')
    expect(await focused()).toBe('old')
    await reach('Send my answers')
    await press('Enter')
    await page.getByText('Thank you for your answers.').waitFor()
  })

  test('one votes, by button and by number, and undoes it', async () => {
    await reach('Disagree')
    let before = await statement()
    await press('Enter')
    await expect.poll(statement).not.toBe(before)
    expect(await focused()).toBe('Disagree')
    before = await statement()
    await press('1')
    await expect.poll(statement).not.toBe(before)
    await reach('Undo')
    await press('Enter')
    await expect.poll(statement).toBe(before)
    await expect.poll(focused).toBe('Agree')
    await press('3')
    await expect.poll(statement).not.toBe(before)
  })

  test('a statement is reported', async () => {
    await reach('Report this statement')
    await press('Enter')
    await reach('It says something private about a person')
    await press('ArrowDown')
    await reach('Send the report')
    await press('Enter')
    await page.getByText('The moderators will look at it.').waitFor()
  })

  test('own votes are filtered, changed and withdrawn', async () => {
    await reach(/^My votes/)
    await press('Enter')
    await reach('All')
    await press('ArrowRight')
    await expect.poll(() => page.locator('.my-votes li').count()).toBe(0)
    await press('ArrowLeft')
    await expect.poll(() => page.locator('.my-votes li').count()).toBe(2)
    await reach('Agree')
    await press('Enter')
    await page.locator('.my-votes button[aria-pressed=true]', { hasText: /^Agree$/ }).waitFor()
    await reach('Withdraw')
    await press('Enter')
    await expect.poll(focused).toBe('Withdrawn')
  })

  test('a draft meets what others have said, and one votes on that; another is sent', async () => {
    const other = await page.evaluate(async (id) => {
      const { statements } = (await (await fetch(`/api/conversations/${id}/statements`)).json()) as {
        statements: { text: string }[]
      }
      return statements.at(-1)?.text ?? ''
    }, sample.id)
    await reach('Your statement')
    await page.keyboard.type(other.slice(0, -1))
    await page.locator('.similar button').first().waitFor()
    await reach(/^Vote on this one instead/)
    await press('Enter')
    await expect.poll(focused).toBe('What do you think of this?')
    const asked = await statement()
    expect(asked).not.toBe('')
    await press('Tab')
    expect(await focused()).toBe('Agree')
    await press('Enter')
    await expect.poll(statement).not.toBe(asked)
    await reach('Your statement')
    expect(await page.locator('#write-text').inputValue()).toBe(other.slice(0, -1))
    await press('ControlOrMeta+a')
    await page.keyboard.type('Lamps that show where the path ends')
    await reach('Send the statement')
    await press('Enter')
    await page.getByText('Your statement waits for a moderator').waitFor()
  })

  test('where one stands, the groups and the table are read', async () => {
    await page.locator('.standing').waitFor()
    await reach('The map as a table')
    await press('Enter')
    await page.locator('.map-table table').waitFor()
    await reach('Group B')
    await press('Enter')
    await page.locator('.vote-bars').first().waitFor()
    await expect.poll(() => page.locator('.map-faint').count()).toBeGreaterThan(0)
    await reach('All groups', 'Shift+Tab')
    await press('Enter')
    await expect.poll(() => page.locator('.map-faint').count()).toBe(0)
  })

  test('the return code is shown, a wrong one refused, and one is erased in the end', async () => {
    await reach('Another device, a copy, or the end', 'Shift+Tab')
    await press('Enter')
    await reach('Show my return code')
    await press('Enter')
    expect(await page.locator('.return-code').textContent()).toMatch(/^[a-z]+ [a-z]+ [a-z]+ [a-z]+$/)
    await reach('The four words')
    await page.keyboard.type('one two three four')
    await press('Enter')
    await page.locator('#return-trouble .field-trouble').waitFor()
    expect(await page.locator('#return-words').inputValue()).toBe('one two three four')
    await reach('Yes, erase me')
    await press('Space')
    await reach('Erase')
    await press('Enter')
    await expect.poll(focused).toBe('You have been erased')
  })
})
