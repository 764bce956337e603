// What somebody does on the page that the server drew, before its script has come, stays when the script draws the page anew.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { townSquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('before the script has come', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation({ ...townSquare, id: 'coded-square' })
    await store.importConversation(townSquare)
    const written = {
      question: 'What should become of the square?',
      influence: 'consult',
      decides: 'The nine councillors of the town.',
      canChange: 'Everything but the trees.',
      next: 'The council answers here.',
      dates: [],
    } as const
    await store.participation.changeConversation(townSquare.id, { purpose: { en: written } })
    await store.saveSettings('coded-square', { whoVotes: 'codes' })
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  /** Opens a page whose script is held back, does something on it, and lets the script come. */
  async function actEarly(path: string, act: (page: Page) => Promise<void>): Promise<Page> {
    const page = await browser.newPage({ locale: 'en-GB' })
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(server.origin + path, { waitUntil: 'commit' })
    await act(page)
    release()
    await page.locator('.announcer, [role=status]').first().waitFor({ state: 'attached' })
    return page
  }

  test('what was unfolded stays so, and the focus stays on its button', async () => {
    const page = await actEarly(`/c/${townSquare.id}`, async (early) => {
      await early.getByText('What happens to my vote').click()
      await early.getByText('You need no account').waitFor()
      await early.locator('.answer-disagree').focus()
    })
    await page.locator('.answer[aria-disabled=false]').first().waitFor()
    expect(await page.getByText('You need no account').isVisible()).toBe(true)
    const focused = () => page.evaluate(() => document.activeElement?.className)
    expect(await focused()).toBe('answer answer-disagree')
    await page.close()
  })

  test('what was folded stays so', async () => {
    const page = await actEarly(`/c/${townSquare.id}`, async (early) => {
      await early.getByText('What this is about').click()
      await early.getByText('The nine councillors').waitFor({ state: 'hidden' })
    })
    await page.locator('.answer[aria-disabled=false]').first().waitFor()
    expect(await page.getByText('The nine councillors').isVisible()).toBe(false)
    await page.close()
  })

  test('an invitation code that was being typed stays in its field', async () => {
    const page = await actEarly('/c/coded-square', async (early) => {
      await early.locator('#invitation-code').fill('ABCD-EF')
    })
    await page.locator('form:not([action]) #invitation-code').waitFor()
    expect(await page.locator('#invitation-code').inputValue()).toBe('ABCD-EF')
    await page.close()
  })
})
