// Pages of staff with the keyboard alone: a conversation is made, set up, opened and moderated, a hall is directed, results are
// published, people come and go. After each action the focus is somewhere one can go on from, and it is seen where.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '../../server/protocol/staff/me.ts'
import { staffApi, staffPages } from '../../server/protocol/staff/addresses.ts'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { openStaff } from '../../server/staff/staff.ts'
import { openStore } from '../../server/store/open.ts'
import { hallOfPeople } from '../server/stage/hall-of-people.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'
import { prepareQueue } from './waiting-statements.ts'

/** More than any page of staff has stops. */
const STOPS = 200

describeInBrowser('the pages of staff with the keyboard alone', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    await prepareQueue(dataFolder)
    const store = await openStore(dataFolder)
    await store.importConversation(sampleConversation())
    await store.importConversation(hallOfPeople(60, { camps: 3 }))
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name: 'Olwen' })])
    page = await context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function open(path: string): Promise<void> {
    await page.goto(server.origin + path)
    await page.locator('h1').waitFor()
  }

  const press = (key: string) => page.keyboard.press(key)

  /** What the focused element is called; empty where nothing has the focus or nobody would see where it is. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return ''
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      if (outlineStyle === 'none' || outlineWidth === '0px') return `without a ring: ${element.outerHTML}`
      const isField = 'labels' in element && !(element instanceof HTMLButtonElement)
      const label = isField ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined
      return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
    })

  /** Goes on with Tab until something of this name has the focus, as somebody without a mouse does. */
  async function reach(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const isThere = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
    for (let i = 0; i < STOPS; i++) {
      await press(key)
      const text = await focused()
      expect(text).not.toMatch(/^without a ring/)
      if (isThere(text)) return
    }
    throw new Error(`The keyboard does not reach ${String(name)}.`)
  }

  /** The focus comes to something of this name by itself. */
  const comesTo = (name: string | RegExp) =>
    expect.poll(focused).toEqual(typeof name === 'string' ? name : expect.stringMatching(name))

  test('a conversation is made; statements are pasted, looked at and saved', async () => {
    await open('/facilitate')
    await reach('Topic')
    await page.keyboard.type('Where should the buses go?')
    await press('Enter')
    await page.waitForURL(/\/settings$/)
    await open(new URL(page.url()).pathname.replace('/settings', '/statements'))
    await reach(/^Type or paste them/)
    await page.keyboard.insertText('Buses should run at night.\nThe 12 should stop at the school.')
    await reach('Look at them first')
    await press('Enter')
    await page.getByText('2 statements can be saved').waitFor()
    await comesTo('Look at them first')
    await reach('Save 2 statements')
    await press('Space')
    await page.getByText('There are 2 so far.').waitFor()
    await comesTo('Statements so far')
  })

  test('a setting is changed and a question about people is added', async () => {
    await open(new URL(page.url()).pathname.replace('/statements', '/settings'))
    await reach('The map opens at')
    await press('ControlOrMeta+a')
    await page.keyboard.type('20')
    await page.locator('#opensAt-state', { hasText: /^Saved/ }).waitFor()
    await comesTo('The map opens at')
    await reach('Add a question')
    await press('Enter')
    await comesTo('Question in English')
    await page.keyboard.type('How old are you?')
    await reach('Add an answer')
    await press('Enter')
    await comesTo(/^Answer \d in English$/)
    await reach(/^Remove this question/)
    await press('Enter')
    await comesTo('Keep it')
    await press('Enter')
    await comesTo(/^Remove this question/)
  })

  test('it is opened over the readiness check, paused and closed', async () => {
    await open(new URL(page.url()).pathname.replace('/settings', ''))
    await reach('Open')
    await press('Enter')
    await page.getByText('The readiness check has found something that is missing.').waitFor()
    await comesTo('Open')
    await reach('Open all the same')
    await press('Enter')
    await page.getByText('People can vote and write.').waitFor()
    await comesTo('Open and close')
    await reach('Pause')
    await press('Enter')
    await page.getByText('Nobody can vote or write at the moment.').waitFor()
    await comesTo('Open and close')
    await reach('Close')
    await press('Enter')
    await comesTo('Leave it open')
    await press('Enter')
    await comesTo('Close')
  })

  test('each choice of who may write says before it is chosen what it would show', async () => {
    const author = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await author.goto(`${server.origin}/c/high-street`)
    await author.getByLabel('Your statement').fill('The fountain should run all night in August.')
    await author.getByRole('button', { name: 'Send the statement' }).click()
    await author.getByText('Waiting for a moderator').waitFor()
    await open('/facilitate/high-street/settings')
    const effects = page.locator('#whoWrites-effects')
    await effects
      .getByText('“Anyone; shown at once”: 1 statement that is hidden now will be shown.')
      .waitFor()
    await reach(/^Anyone; shown once/)
    await press('ArrowUp')
    await author.getByText('Others can vote on it').waitFor()
    await effects.waitFor({ state: 'detached' })
    await comesTo('Anyone; shown at once')
    await author.context().close()
  })

  test('statements are merged, split and reworded', async () => {
    await open('/facilitate/square/moderate')
    const said = () => page.locator('.moderate-said').textContent()
    await page.locator('.queue-row[data-current]').waitFor()
    await reach(/^Reword/)
    await press('Enter')
    await comesTo('New words')
    await press('Escape')
    await comesTo(/^Reword/)
    await page.locator('.moderate-dialog').waitFor({ state: 'detached' })
    await press('m')
    await comesTo(/more trees, and benches/)
    await press('Enter')
    await expect.poll(said).toContain('merged.')
    await comesTo(/^Dylai fod bysiau/)
    await reach(/^Split/)
    await press('Enter')
    await comesTo('First statement')
    await press('ControlOrMeta+a')
    await page.keyboard.type('Dylai bysiau fod am ddim.')
    await reach('Second statement')
    await page.keyboard.type('Dylai pawb dan 18 oed deithio am ddim.')
    await reach('Accept these two')
    await press('Enter')
    await expect.poll(said).toContain('split.')
    await comesTo(/^The square needs more trees, and/)
    await press('w')
    await comesTo('New words')
    await press('ControlOrMeta+a')
    await page.keyboard.type('Plant more trees in the square.')
    await reach('Accept with these words')
    await press('Enter')
    await expect.poll(said).toContain('reworded.')
    await comesTo(/^Ring me on/)
    await press('?')
    await page.locator('dialog[open]').waitFor()
    await press('Escape')
    await comesTo(/^Ring me on/)
  })

  test('somebody is invited, and the invitation taken back', async () => {
    await open(staffPages.team())
    await page.getByRole('heading', { name: 'Invite somebody' }).waitFor()
    await reach('Name')
    await page.keyboard.type('Gwen')
    await reach('Make the link')
    await press('Enter')
    await page.getByLabel('Link for Gwen').waitFor()
    await comesTo('Link for Gwen')
    await reach('Take back the invitation for Gwen')
    await press('Enter')
    await page.getByText('The invitation for Gwen is taken back.').waitFor()
    await comesTo('Open invitations')
  })

  test('another session of one’s own is ended', async () => {
    await signInElsewhere()
    await open(staffPages.account())
    await page.getByText('a library computer').waitFor()
    await reach(/^End the session in a library computer/)
    await press('Enter')
    await page.getByText('Ended.', { exact: true }).waitFor()
    await comesTo('Where you are signed in')
  })

  test('the audit log is filtered', async () => {
    await open(staffPages.audit())
    await page.getByRole('button', { name: 'Show', exact: true }).waitFor()
    await reach('Words')
    await page.keyboard.type('nothing holds these words')
    await press('Enter')
    await page.getByRole('status').filter({ hasText: /\S/ }).waitFor()
    await comesTo('Words')
  })

  test('the hall is shown a word and a countdown, and voting is not closed by a slip', async () => {
    await open('/live/hall')
    await page.locator('.remote-scenes').waitFor()
    await reach('Word')
    await press('Enter')
    await page.getByLabel('What the screen says').waitFor()
    await comesTo('Word')
    await reach('What the screen says')
    await page.keyboard.type('There is tea at the back.')
    await reach('Show it')
    await press('Enter')
    await page.getByText('Olwen: showed a word').waitFor()
    await comesTo('Show it')
    await reach('Countdown', 'Shift+Tab')
    await press('Enter')
    await reach('5 minutes')
    await press('Enter')
    await reach('Stop the countdown')
    await press('Enter')
    await page.getByText('Olwen: stopped the countdown').waitFor()
    await comesTo('Countdown')
    await reach('Closed')
    await press('Enter')
    await comesTo('No')
    await press('Enter')
    await comesTo('Closed')
  })

  test('a group gets a name and a version is published', async () => {
    await open('/facilitate/hall/results')
    await page.getByRole('button', { name: 'Publish version 1' }).waitFor()
    await reach(/^Group A .*, in English$/)
    await page.keyboard.type('Shade first')
    await reach('Save')
    await press('Enter')
    await page.getByText('Saved. The report shows it now.').waitFor()
    await comesTo('Save')
    await reach('Publish version 1', 'Shift+Tab')
    await press('Enter')
    await comesTo('Not now')
    await press('Enter')
    await comesTo('Publish version 1')
    await press('Enter')
    await comesTo('Not now')
    await reach(/^Yes, publish version 1/)
    await press('Enter')
    await page.getByText('Version 1 is published.').waitFor()
    await comesTo('Publish version 2')
  })

  /** A second session of whoever is signed in here. */
  async function signInElsewhere(): Promise<void> {
    const me = (await (await page.request.get(server.origin + staffApi.me())).json()) as Me
    const store = await openStore(dataFolder)
    try {
      const { sessions } = openStaff(store)
      await sessions.begin({ account: me.account, device: 'a library computer', isStrong: true })
    } finally {
      await store.close()
    }
  }
})
