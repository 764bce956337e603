// An evening from its beginning to its end, in one service that starts empty: the owner signs in with a one-time code, makes a
// conversation from a table of statements and opens it; 200 phones join by the letters on the screen and vote over real
// sockets; a moderator clears a queue of 50 with the keys; a host directs the screen from another page, reveals the results,
// and closes the evening.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt } from '../server/staff/code-now.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { joinAndVote, type Phone, write } from './phones.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const PASSWORD = 'tractor umbrella 17 haze'
const PHONES = 200
const VOTES_OF_EACH = 8
const WRITERS = 50
/** Phones that join at the same moment. */
const AT_ONCE = 20
/** For steps that wait for many, on a machine that has other things to do. */
const SLOW_MS = 180_000

describeInBrowser('an evening', () => {
  const dataFolder = temporaryDataFolder()
  const troubles: string[] = []
  const phones: Phone[] = []
  let server: RunningServer
  let browser: Browser
  let owner: Page
  let remote: Page
  let screen: Page
  let moderator: Page
  let path = ''

  async function open(address: string): Promise<Page> {
    const context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.goto(address)
    return page
  }

  /** Another page of somebody who is signed in on this one. */
  async function beside(page: Page, address: string): Promise<Page> {
    const other = await page.context().newPage()
    other.on('pageerror', (error) => troubles.push(error.message))
    await other.goto(server.origin + address)
    return other
  }

  const scene = (name: string) =>
    remote.locator('.remote-scenes').getByRole('button', { name, exact: true }).click()

  beforeAll(async () => {
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test('the first owner makes an account and signs in with a one-time code', async () => {
    const link = /http:\/\/localhost:\d+\/staff\/first-owner#[\w-]{43}/.exec(server.console())?.[0]
    owner = await open(link ?? '')
    await owner.getByLabel('Your name').fill('Olwen Price')
    await owner.getByLabel('E-mail address').fill('olwen@example.org')
    await owner.getByLabel('New password').fill(PASSWORD)
    const key = (await owner.locator('.code-key').innerText()).replace(/\s/g, '')
    // A code serves once, so the account is made with one of a slow clock and the sign-in with one of a fast one.
    await owner.getByLabel('The code that the app shows now').fill(codeAt(key, Date.now() - 30_000))
    await owner.getByRole('button', { name: 'Create the account' }).click()
    await owner.getByRole('button', { name: 'I have kept them: go on' }).click()
    await owner.waitForURL(`${server.origin}/facilitate`)
    await owner.getByRole('button', { name: 'Sign out' }).click()
    await owner.waitForURL(`${server.origin}/staff/sign-in`)
    await owner.getByLabel('E-mail address').fill('olwen@example.org')
    await owner.getByLabel('Password').fill(PASSWORD)
    await owner.getByRole('button', { name: 'Sign in' }).click()
    await owner.getByLabel('One-time code').fill(codeAt(key, Date.now() + 30_000))
    await owner.getByRole('button', { name: 'Sign in' }).click()
    await owner.waitForURL(`${server.origin}/facilitate`)
  })

  test('a conversation is made from a table of statements, passes the check, and is opened', async () => {
    await owner.getByLabel('Topic').fill('What should become of the square?')
    await owner.getByRole('button', { name: 'Create it' }).click()
    await owner.waitForURL(/\/facilitate\/[\w-]+\/settings$/)
    path = new URL(owner.url()).pathname.replace('/settings', '')
    const saved = (name: string) => owner.locator(`#${name}-state`, { hasText: /^Saved \d\d:\d\d/ }).waitFor()
    await owner.getByRole('button', { name: 'Write it in English' }).click()
    const purpose = owner.locator('#setting-purpose')
    await purpose.getByLabel('The question').fill('What should become of the square?')
    await purpose.getByLabel('Who decides').fill('The council')
    await purpose.getByLabel('What can change').fill('Everything but the fountain')
    await purpose.getByLabel('What happens next').fill('A report in June')
    await purpose.getByText('People read this above the first statement.').waitFor()
    await owner.getByRole('checkbox', { name: 'Welsh' }).uncheck()
    await owner.getByLabel('Kept until').fill('2040-01-01')
    await saved('keepUntil')

    await owner.goto(`${server.origin}${path}/statements`)
    const statements = Array.from({ length: 12 }, (_, at) => `The square needs improvement number ${at + 1}.`)
    const table = join(dataFolder, 'seeds.csv')
    const lines = ['statement;', ...statements.map((text) => `"${text}";`), `${statements[0]};`]
    writeFileSync(table, `\uFEFF${lines.join('\r\n')}\r\n`)
    await owner.locator('input[type=file]').setInputFiles(table)
    await owner.getByText('12 statements can be saved').waitFor()
    await owner.getByRole('button', { name: 'Save 12 statements' }).click()
    await owner.getByText('There are 12 so far.').waitFor()

    await owner.goto(server.origin + path)
    await owner.getByText('Everything is there.').waitFor()
    await owner.getByRole('button', { name: 'Open', exact: true }).click()
    await owner.getByText('People can vote and write.').waitFor()
  })

  test('the screen in the hall shows the letters, and the results are hidden from the start', async () => {
    remote = await beside(owner, path.replace('/facilitate', '/live'))
    await remote.getByRole('button', { name: 'Hidden' }).click()
    await expect
      .poll(() => remote.getByRole('button', { name: 'Hidden' }).getAttribute('aria-pressed'))
      .toBe('true')
    await remote.getByRole('button', { name: 'Make a link for a screen' }).click()
    screen = await open((await remote.locator('.remote-address').textContent()) ?? '')
    await screen.getByRole('heading', { name: 'Take part with your phone' }).waitFor()
    await screen.getByText('Nobody has taken part yet').waitFor()
  })

  test(
    '200 phones join by the letters on the screen and vote; 50 of them write',
    async () => {
      const letters = (await screen.locator('.hall-code').textContent()) ?? ''
      expect(letters).toMatch(/^[A-Z]{6}$/)
      for (let first = 0; first < PHONES; first += AT_ONCE) {
        const joining = Array.from({ length: AT_ONCE }, (_, at) =>
          joinAndVote(server.origin, letters, { person: first + at, votes: VOTES_OF_EACH }),
        )
        phones.push(...(await Promise.all(joining)))
      }
      expect(phones.reduce((sum, { votes }) => sum + votes, 0)).toBe(PHONES * VOTES_OF_EACH)
      const things = ['benches', 'lamps', 'trees', 'bins', 'racks for bicycles']
      for (const [at, phone] of phones.slice(0, WRITERS).entries()) {
        await write(
          server.origin,
          phone,
          `Put ${at + 3} more ${things[at % things.length]} beside gate ${at}.`,
        )
      }
      await screen.getByText('200 people take part').waitFor()
      await scene('Map')
      await screen.getByText('The results are shown later.').waitFor()
      expect(await screen.locator('.room-map').count()).toBe(0)
    },
    SLOW_MS,
  )

  test(
    'a moderator clears the queue of 50 with the keys alone',
    async () => {
      moderator = await beside(owner, `${path}/moderate`)
      const rows = moderator.locator('.queue-row')
      await expect.poll(() => rows.count()).toBe(WRITERS)
      await moderator.keyboard.press('j')
      await moderator.keyboard.press('k')
      for (let left = WRITERS; left > 0; left--) {
        if (left % 5 !== 0) await moderator.keyboard.press('a')
        else {
          await moderator.keyboard.press('r')
          await moderator.locator('dialog[open]').waitFor()
          await moderator.keyboard.press('Enter')
        }
        await expect.poll(() => rows.count()).toBe(left - 1)
        const said = () => moderator.locator('.moderate-said').textContent()
        await expect.poll(said).toContain(`${left - 1} waiting`)
        if (left === 1) continue
        // The key that comes next acts on the statement that has the focus.
        const next = await moderator.locator('.queue-row[data-current] article').getAttribute('id')
        await expect.poll(() => moderator.evaluate(() => document.activeElement?.id)).toBe(next)
      }
      await moderator.getByText('Nothing is waiting.').waitFor()
      await remote.getByText('0 statements wait').waitFor()
    },
    SLOW_MS,
  )

  test('the host reveals the results and directs the screen from another page', async () => {
    await remote.getByRole('button', { name: 'Shown' }).click()
    await screen.getByRole('img', { name: /^Map with \d opinion groups/ }).waitFor()
    await scene('Group portrait')
    await remote.getByRole('button', { name: 'Group B' }).click()
    await screen.getByRole('heading', { name: 'What group B stands for' }).waitFor()
    await scene('One statement')
    await remote.getByLabel('Find a statement').fill('number 3.')
    await remote.locator('.remote-statements button').first().click()
    await screen.getByText('The square needs improvement number 3.').waitFor()
    await screen.locator('.hall-bar').first().waitFor()
    await scene('Agreed by all')
    await screen.getByRole('heading', { name: 'What all groups agree on' }).waitFor()
    await remote.getByRole('button', { name: 'Show how it grew' }).click()
    await screen.getByText(/^How the map grew: \d+ people · step 1 of/).waitFor()
    await remote.getByRole('button', { name: 'Back to now' }).click()
  })

  test('the evening is closed, for phones, the screen and the results page alike', async () => {
    await remote.getByRole('button', { name: 'Closed' }).click()
    await remote.getByRole('button', { name: 'Yes, close it' }).click()
    await screen.locator('.tag', { hasText: 'Closed' }).waitFor()
    const resident = await open(`${server.origin}${path.replace('/facilitate', '/c')}`)
    await resident.getByText('Voting has closed').first().waitFor()
    await resident.getByRole('img', { name: /opinion groups/ }).waitFor()
    await owner.getByText('Nobody can vote or write any more.').waitFor()
    await owner.goto(`${server.origin}/staff/audit`)
    await owner
      .getByText(/On the screen, voting/)
      .first()
      .waitFor()
    expect(troubles).toEqual([])
  })
})
