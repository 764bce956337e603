// Every state of the page to take part with axe (WCAG 2.2 AA), in every look: what people see when something is missing, refused,
// written, reported, asked, given back or erased. The states around the map are in accessibility.test.ts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { emptySquare, townSquare } from '../server/store/town-square.ts'
import { isAccessible, looks, nameOf, openIn } from './accessible.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const written = {
  question: 'What should become of the square?',
  influence: 'consult',
  decides: 'The town council, in public.',
  canChange: 'Everything but the trees.',
  dates: [{ day: '2026-03-04', what: 'the council decides' }],
  next: 'The council answers here.',
  contact: 'Write to [the council](https://www.example.org).',
  background: 'First:\n\n- trees\n- benches\n\n> quoted',
} as const
const purpose = { en: written, cy: written }
const questions = {
  when: 'before',
  questions: [
    {
      id: 'age',
      words: { en: 'How old are you?', cy: 'Faint yw eich oed?' },
      options: ['young', 'old'].map((id) => ({ id, words: { en: id, cy: id } })),
    },
  ],
} as const

describeInBrowser('every state of the page to take part', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation({ ...emptySquare, statements: [] })
    for (const id of ['town-square', 'asking-square', 'paused-square', 'upcoming-square', 'closed-square']) {
      await store.importConversation({ ...townSquare, id, isOpen: id !== 'closed-square' })
      await store.participation.changeConversation(id, { purpose })
    }
    await store.participation.changeConversation('asking-square', { questions })
    const notOpen = { isOpen: false, opensOn: null } as const
    await store.participation.changeConversation('paused-square', { ...notOpen, closedAs: 'paused' })
    const upcoming = { isOpen: false, closedAs: 'upcoming', opensOn: '2026-03-04' } as const
    await store.participation.changeConversation('upcoming-square', upcoming)
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  const answer = (page: Page) => page.locator('.answer[aria-disabled=false]').first()
  const write = (page: Page, text: string) => page.locator('#write-text').fill(text)

  for (const look of looks) {
    const at = (id: string) => `${server.origin}/c/${id}`

    test(`empty, paused, upcoming, closed, no such page: ${nameOf(look)}`, async () => {
      for (const id of ['empty-square', 'paused-square', 'upcoming-square', 'closed-square']) {
        await openIn(browser, at(id), look, async (page) => {
          await page.locator('.ballot-ending').waitFor()
          for (const each of await page.locator('.purpose-more > summary').all()) await each.click()
          await isAccessible(page, look)
        })
      }
      await openIn(browser, at('nobody-knows-this'), look, (page) => isAccessible(page, look))
    })

    test(`voting, questions, reporting, writing with advice, too long, like another one: ${nameOf(look)}`, async () => {
      await openIn(browser, at('asking-square'), look, async (page) => {
        await answer(page).waitFor()
        await page.locator('.entry-questions').waitFor()
        await page.locator('.report summary').click()
        await write(page, 'Is this a question? Ask SW1A 1AA, 01632 960123 or someone@example.org')
        await page.locator('.advice li').first().waitFor()
        await isAccessible(page, look)
        await write(page, 'x'.repeat(200))
        await page.locator('.write-form button[type=submit]').click()
        await page.locator('#write-trouble .field-trouble').waitFor()
        await isAccessible(page, look)
        await write(page, 'A market on Sundays')
        await page.locator('.similar').waitFor()
        await isAccessible(page, look)
      })
    })

    test(`own votes, own statement, return code and a wrong one, erasing, erased: ${nameOf(look)}`, async () => {
      await openIn(browser, at('asking-square'), look, async (page) => {
        await answer(page).click()
        await page.locator('.my-votes summary').click()
        await write(page, `Benches in the shade, number ${looks.indexOf(look)}`)
        await page.locator('.write-form button[type=submit]').click()
        await page.locator('.own-statements li').first().waitFor()
        await page.locator('.own-data > summary').click()
        await page.locator('.own-data button').first().click()
        await page.locator('.return-code, .own-data .field-trouble').first().waitFor()
        await page.locator('#return-words').fill('one two three four')
        await page.locator('#return-words').press('Enter')
        await page.locator('#return-trouble .field-trouble').waitFor()
        await isAccessible(page, look)
        await page.locator('.own-data input[type=checkbox]').check()
        await page.locator('.own-data .button-trouble').click()
        await page.locator('#erased-heading').waitFor()
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('erased-heading')
        await isAccessible(page, look)
      })
    })
  }

  test.each([looks[0], looks[3]])(
    'a vote that is refused is said beside the buttons: $language',
    async (look) => {
      await openIn(browser, at('town-square'), look, async (page) => {
        await answer(page).waitFor()
        await page.routeWebSocket(/\/ws$/, (socket) => {
          socket.connectToServer().onMessage((message) => {
            const said = JSON.parse(String(message)) as { type: string; mutation?: string }
            const refusal = { type: 'vote-refused', mutation: said.mutation, code: 'statement-closed' }
            socket.send(said.type === 'vote-accepted' ? JSON.stringify(refusal) : message)
          })
        })
        await page.reload()
        await answer(page).click()
        await page.locator('.ballot .notice-trouble').waitFor()
        await isAccessible(page, look)
      })
      function at(id: string) {
        return `${server.origin}/c/${id}`
      }
    },
  )
})
