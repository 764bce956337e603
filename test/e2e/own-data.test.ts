// Purpose, states, reports, return code, own data and questions in a real browser, with axe over what opens.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors } from '../../server/protocol/errors.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'

describeInBrowser('what is one’s own', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser
  let page: Page

  async function open(lang = 'en', colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme })
    const opened = await context.newPage()
    await opened.goto(`${server.origin}/c/high-street?lang=${lang}`)
    await opened.locator('.answer').first().waitFor()
    return opened
  }
  async function vote(on: Page, times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      const before = await on.locator('.statement').textContent()
      await on.locator('.answer-agree').click()
      await expect.poll(() => on.locator('.statement').textContent()).not.toBe(before)
    }
  }
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  async function expectAccessible(on: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page: on }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }

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

  test('the purpose stands above the first statement, and stays folded once somebody has folded it', async () => {
    await page.getByText('The nine councillors of the Town Centre Committee').waitFor()
    await page.getByText('What happens to my vote').click()
    await page.getByText('You need no account').waitFor()
    await vote(page, 1)
    await page.getByText('What this is about').click()
    const kept = () => page.evaluate(() => localStorage.getItem('folkmoot.purpose.high-street'))
    await expect.poll(kept).toBe('folded')
    await page.reload()
    await page.locator('.answer').first().waitFor()
    expect(await page.getByText('The nine councillors').isVisible()).toBe(false)
  })

  test('what was folded before the first vote was acknowledged stays folded too', async () => {
    const opened = await open()
    const held: (() => void)[] = []
    await opened.routeWebSocket(/\/ws$/, (socket) => {
      socket.connectToServer().onMessage((message) => {
        const send = () => socket.send(message)
        if (String(message).includes('"vote-accepted"')) held.push(send)
        else send()
      })
    })
    await opened.reload()
    await opened.locator('.answer[aria-disabled=false]').first().click()
    await opened.getByText('What this is about').click()
    await opened.getByLabel('Your statement').fill('More benches')
    await expect.poll(() => held.length).toBe(1)
    expect(await opened.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await opened.evaluate(() => Object.values(sessionStorage))).toEqual(['More benches'])
    held[0]!()
    const kept = () =>
      opened.evaluate(() => ({
        fold: localStorage.getItem('folkmoot.purpose.high-street'),
        draft: localStorage.getItem('folkmoot.draft.high-street'),
        ofTab: sessionStorage.length,
      }))
    await expect.poll(kept).toEqual({ fold: 'folded', draft: 'More benches', ofTab: 0 })
    await opened.context().close()
  })

  test('reporting that is opened the moment a statement comes stays open', async () => {
    const opened = await open()
    await opened.evaluate(() => {
      const open = () => document.querySelector('.report')?.toggleAttribute('open', true)
      new MutationObserver(open).observe(document.querySelector('.voting')!, {
        childList: true,
        subtree: true,
      })
    })
    await vote(opened, 1)
    // Whatever the page does once it has drawn is done by then.
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (let i = 0; i < 4; i++) await opened.evaluate(drawn)
    expect(await opened.locator('.report').getAttribute('open')).not.toBeNull()
    await opened.context().close()
  })

  test('a statement is reported with a reason, and the command line lists it', async () => {
    await page.getByText('Report this statement').click()
    await page.getByLabel('It is not true').check()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.getByText('The moderators will look at it').waitFor()
    // The form is gone; whoever was on its button is where it was folded out of.
    await expect.poll(focused).toBe('Report this statement')
    const listed = await runCommand('statements', 'high-street', '--reports', '--data-dir', dataFolder)
    expect(listed).toMatch(/false {2}.*\n1 reports\./)
  })

  test('questions come after some votes, and their answers are stored apart', async () => {
    await vote(page, 4)
    await page.getByRole('group', { name: 'How old are you?' }).getByLabel('25 to 44').check()
    await page.getByRole('group', { name: 'Where do you live?' }).getByLabel('I prefer not to say').check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await page.getByText('Thank you for your answers').waitFor()
    await expect.poll(focused).toBe('Thank you for your answers.')
  })

  test('four words bring the votes back on another device; other words are refused next to the field', async () => {
    await page.getByText('Another device, a copy, or the end').click()
    await page.getByRole('button', { name: 'Show my return code' }).click()
    const words = (await page.locator('.return-code').textContent()) ?? ''
    expect(words.split(' ')).toHaveLength(4)
    await expectAccessible(page)
    const device = await open('cy', 'dark')
    await device.getByText('Dyfais arall, copi').click()
    await device.getByLabel('Y pedwar gair').fill('un dau tri pedwar')
    await device.getByRole('button', { name: 'Dod â’m pleidleisiau’n ôl' }).click()
    await device.getByText('Nid oes cod dychwelyd').waitFor()
    expect(await device.getByLabel('Y pedwar gair').inputValue()).toBe('un dau tri pedwar')
    await expectAccessible(device)
    await device.getByLabel('Y pedwar gair').fill(words)
    await device.keyboard.press('Enter')
    await device.getByText('5 o 41').waitFor()
    await device.context().close()
  })

  test('a copy is downloaded as JSON and as a table', async () => {
    for (const [name, ending] of [
      ['Download as JSON', 'high-street.json'],
      ['Download as a table (CSV)', 'high-street.csv'],
    ]) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: name! }).click(),
      ])
      expect(file.suggestedFilename()).toBe(ending)
    }
    const { words } = errors['storage-unavailable']
    const error = { code: 'storage-unavailable', message: words.en }
    await page.route('**/*format=csv', (route) => route.fulfill({ status: 503, json: { error } }), {
      times: 1,
    })
    await page.getByRole('button', { name: 'Download as a table (CSV)' }).click()
    await page.getByRole('alert').getByText(words.en).waitFor()
  })

  test('who erases themselves is forgotten by the service and by the device', async () => {
    await page.getByRole('button', { name: 'Erase', exact: true }).click()
    await page.getByRole('alert').getByText('Tick “Yes, erase me” first.').waitFor()
    await page.getByLabel('Yes, erase me').check()
    await page.getByRole('button', { name: 'Erase', exact: true }).click()
    await page.getByText('5 votes were withdrawn').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Reload the page' }).last().click()
    await page.getByText('41 statements, you can stop at any time').waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  test('a conversation that pauses, closes or has not opened says so, and its map stays', async () => {
    const state = (...words: string[]) =>
      runCommand('state', 'high-street', ...words, '--data-dir', dataFolder)
    await state('paused')
    await page.getByRole('heading', { name: 'Voting is paused' }).waitFor()
    await expectAccessible(page)
    await state('upcoming', '--opens', '2026-03-04')
    await page.getByText('It opens on 4 March 2026').waitFor()
    await state('closed')
    await page.getByText('The results stay here to read').waitFor()
    await page.getByRole('heading', { name: 'The opinion map' }).waitFor()
    await state('open')
    await page.locator('.answer').first().waitFor()
  })
})
