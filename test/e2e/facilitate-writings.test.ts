// What facilitators write bit by bit in the settings, in a real browser: the purpose in two languages, the questions about people
// as residents then meet them, two people at one of them, and the way from section to section.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { townSquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const { id } = townSquare
const questionNames = (page: Page) =>
  page
    .locator('#setting-questions')
    .getByLabel('Question in English')
    .evaluateAll(
      (fields) => fields.map((field) => (field as HTMLInputElement).value), // the label is that of an input
    )

describeInBrowser('writing bit by bit', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(townSquare)
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  async function settings(name: string, { language = 'en', width = 1440 } = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width, height: 900 },
    })
    await context.addCookies([await signedInCookie(dataFolder, server.origin, 'owner', { name })])
    const page = await context.newPage()
    await page.goto(`${server.origin}/facilitate/${id}/settings?lang=${language}`)
    await page.locator('#setting-questions').waitFor()
    return page
  }

  test('a purpose that is half written in Welsh is kept, and does not hold up the English one', async () => {
    const page = await settings('Sioned')
    const purpose = page.locator('#setting-purpose')
    await purpose.getByRole('button', { name: 'Write it in Welsh' }).click()
    await purpose.locator('#purpose-cy-question').fill('Beth am y sgwâr?')
    await purpose.locator('#purpose-cy-decides-missing', { hasText: 'Still missing' }).waitFor()
    await page.locator('[id="purpose.cy-state"]', { hasText: /^Saved/ }).waitFor()
    await purpose.getByRole('button', { name: 'Write it in English' }).click()
    await purpose.locator('#purpose-en-question').pressSequentially('What about the square? ')
    await page.locator('[id="purpose.en-state"]', { hasText: /^Saved/ }).waitFor()
    expect(await purpose.locator('#purpose-en-question').inputValue()).toBe('What about the square? ')
    await purpose.locator('#purpose-en-decides').fill('The council')
    await purpose.locator('#purpose-en-canChange').fill('The paving')
    await purpose.locator('#purpose-en-next').fill('A report')
    await purpose.getByText('People read this above the first statement.').waitFor()

    await page.reload()
    await purpose
      .getByText('Kept, but shown to nobody yet. Still missing: “Who decides”', { exact: false })
      .waitFor()
    expect(await purpose.locator('#purpose-cy-question').inputValue()).toBe('Beth am y sgwâr?')
    await page.goto(`${server.origin}/c/${id}?lang=cy`)
    await page.getByText('What about the square?').first().waitFor()
    await page.context().close()
  })

  test('questions are written, put in order and asked, and an unfinished one holds up no other', async () => {
    const page = await settings('Sioned')
    const form = page.locator('#setting-questions')
    const question = (number: number) => form.getByRole('region', { name: `Question ${number}` })
    await form.getByRole('button', { name: 'Add a question' }).click()
    await page.locator('.question input:focus').waitFor()
    await page.keyboard.type('How old are you?')
    await question(1).getByLabel('Answer 1 in English').fill('Under 25')
    await question(1).getByText('Kept, but not asked yet. Still missing: the words of an answer.').waitFor()
    await question(1).getByLabel('Answer 2 in English').fill('25 or more')
    await question(1).getByLabel('Answer 2 in Welsh').fill('25 neu fwy')
    await question(1).getByText('People are asked this.').waitFor()
    await form.getByRole('button', { name: 'Add a question' }).click()
    await page.locator('.question input:focus').waitFor()
    await page.keyboard.type('Where do you live?')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ble ydych chi’n byw?')
    await form.getByRole('button', { name: 'Move up: Question 2' }).press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Move down: Question 1')
    await form.getByRole('radio', { name: 'Before the first vote' }).check()
    await page.locator('#questions-state', { hasText: /^Saved/ }).waitFor()
    await page.reload()
    await expect.poll(() => questionNames(page)).toEqual(['Where do you live?', 'How old are you?'])
    await form.locator('summary').click()
    const welsh = form.locator('.questions-previews > [lang=cy]')
    expect(await welsh.getByRole('radio').count()).toBe(3)
    await welsh.getByText('Mae’n well gen i beidio â dweud').waitFor()
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])

    const guest = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await guest.goto(`${server.origin}/c/${id}`)
    await guest.locator('.answer').first().click()
    const asked = guest.locator('.entry-questions')
    await asked.getByRole('radio', { name: '25 or more' }).check()
    expect(await asked.locator('fieldset').count()).toBe(1)
    await asked.locator('button[type=submit]').click()
    await guest.locator('.entry-questions').waitFor({ state: 'detached' })
    await guest.context().close()

    await page.reload()
    await form.getByText('People have answered already.', { exact: false }).waitFor()
    await form.getByRole('button', { name: 'Remove this question: Question 2' }).click()
    await form.getByText('People have answered this question.', { exact: false }).waitFor()
    await form.getByRole('button', { name: 'Keep it' }).click()
    await form.getByRole('button', { name: 'Remove this question: Question 1' }).click()
    await form.getByRole('button', { name: 'Remove it', exact: true }).click()
    await expect.poll(() => questionNames(page)).toEqual(['How old are you?'])
    await page.locator('#questions-state', { hasText: /^Saved/ }).waitFor()
    await page.context().close()
  })

  test('of two people who write the questions the later sees what the earlier wrote, and loses nothing', async () => {
    const sioned = await settings('Sioned')
    const huw = await settings('Huw')
    const field = (page: Page) => page.locator('#setting-questions').getByLabel('Answer 1 in English')
    await huw.context().setOffline(true)
    await field(sioned).fill('Under 30')
    await sioned.locator('#questions-state', { hasText: /^Saved/ }).waitFor()
    await field(huw).fill('Under 20')
    await huw.locator('#questions-state', { hasText: /^Not saved/ }).waitFor()
    await huw.context().setOffline(false)
    await huw.locator('#setting-questions').getByRole('button', { name: 'Try again' }).click()
    await huw.getByText(/^Sioned changed this at \d\d:\d\d\. There is now: How old are you\?$/).waitFor()
    expect(await field(huw).inputValue()).toBe('Under 20')
    await huw.getByRole('button', { name: 'Save mine' }).click()
    await expect.poll(() => field(sioned).inputValue()).toBe('Under 20')
    await sioned.context().close()
    await huw.context().close()
  })

  test('a list of sections leads through the settings and marks the one that is read', async () => {
    const page = await settings('Sioned')
    const contents = page.getByRole('navigation', { name: 'Sections of the settings' })
    await contents.getByRole('link', { name: 'Schedule' }).click()
    const marked = () => contents.locator('[aria-current=location]').textContent()
    await expect.poll(marked).toBe('Schedule')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('schedule')
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect.poll(marked).toBe('On other sites')
    expect((await contents.boundingBox())!.y).toBeGreaterThanOrEqual(0)
    await page.context().close()

    const phone = await settings('Sioned', { language: 'cy', width: 320 })
    const folded = phone.getByRole('navigation', { name: 'Adrannau’r gosodiadau' })
    await folded.locator('summary').click()
    await folded.getByRole('link', { name: 'Amserlen' }).click()
    await folded.locator('summary', { hasText: 'Adran: Amserlen' }).waitFor()
    expect(await folded.getByRole('link', { name: 'Amserlen' }).isVisible()).toBe(false)
    await phone.context().close()
  })
})
