// What a participant reads when the service says no. The frames of a real page are changed on their way to a real server,
// so that it refuses them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors, type ErrorCode } from '../../server/protocol/errors.ts'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'

type Frame = { type: string } & Record<string, unknown>

describeInBrowser('refusals in words', () => {
  const dataFolder = temporaryDataFolder()
  const sample = sampleConversation().id
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer(dataFolder)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  /** The page to take part, with every frame it sends changed as told, once `before` lets it go. */
  async function open(
    change: (frame: Frame) => Frame,
    { before = () => undefined }: { before?: (frame: Frame) => Promise<void> | undefined } = {},
  ): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.routeWebSocket(/\/ws$/, (socket) => {
      const onward = socket.connectToServer()
      socket.onMessage(async (message) => {
        const frame = JSON.parse(String(message)) as Frame
        await before(frame)
        onward.send(JSON.stringify(change(frame)))
      })
    })
    await page.goto(`${server.origin}/c/${sample}`)
    return page
  }

  const words = (code: ErrorCode) => errors[code].words.en

  test('a page older than the service says to reload', async () => {
    const page = await open((frame) => (frame.type === 'hello' ? { ...frame, protocol: 0 } : frame))
    await page.getByRole('alert').getByText(words('unsupported-protocol')).waitFor()
    await page.getByRole('button', { name: 'Reload the page' }).waitFor()
    await page.context().close()
  })

  test('a vote that was not counted says why, and the page goes on', async () => {
    let refuse = true
    const page = await open((frame) =>
      frame.type === 'cast-vote' && refuse ? { ...frame, statement: 99_999 } : frame,
    )
    const agree = page.locator('.answer[aria-disabled=false]').first()
    await agree.click()
    await page.getByRole('alert').getByText(words('unknown-statement')).waitFor()
    await page.getByText('My votes (0)').waitFor()
    refuse = false
    await agree.click()
    await page.getByText(/^1 of /).waitFor()
    await expect.poll(() => page.getByText(words('unknown-statement')).count()).toBe(0)
    await page.context().close()
  })

  test('of a vote that cannot be stored at the moment is said that it is kept, and it is sent again', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    let isFull = true
    await page.routeWebSocket(/\/ws$/, (socket) => {
      const onward = socket.connectToServer()
      socket.onMessage((message) => {
        const { type, mutation } = JSON.parse(String(message)) as Frame
        if (type !== 'cast-vote' || !isFull) return onward.send(message)
        const refused = { type: 'vote-refused', mutation, code: 'storage-unavailable', retryAfterMs: 200 }
        socket.send(JSON.stringify(refused))
      })
    })
    await page.goto(`${server.origin}/c/${sample}`)
    await page.locator('.answer[aria-disabled=false]').first().click()
    const kept = page.getByRole('alert').getByText('Yours is kept on this device and sent again by itself')
    await kept.waitFor()
    isFull = false
    await page.getByText(/^1 of /).waitFor()
    await expect.poll(() => kept.count()).toBe(0)
    await context.close()
  })

  test('votes that arrive when voting has closed are said not to count, until it goes on', async () => {
    const state = (word: string) => runCommand('state', sample, word, '--data-dir', dataFolder)
    let release = () => {}
    let isHeld = false
    const page = await open((frame) => frame, {
      before: (frame) =>
        frame.type === 'cast-vote' && isHeld
          ? new Promise<void>((resolve) => (release = resolve))
          : undefined,
    })
    const agree = page.locator('.answer-agree[aria-disabled=false]')
    await agree.click()
    await page.getByText(/^1 of /).waitFor()
    await page.locator('.my-votes > summary').click()
    isHeld = true
    await agree.press('Enter')
    await page.locator('.answer[data-chosen]').waitFor()
    await state('closed')
    await page.getByRole('heading', { name: 'Voting has closed' }).waitFor()
    // Whoever was on the buttons is on what stands in their place.
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toBe('Voting has closed')
    expect(await page.locator('p[role=status].visually-hidden').textContent()).toBe('Voting has closed')
    isHeld = false
    release()
    const late = page.getByRole('alert').getByText('1 vote or change of yours arrived too late')
    await late.waitFor()
    await page.getByText('My votes (1)').waitFor()
    // Nothing is offered that would be refused.
    await page.locator('.my-votes li button:not([aria-disabled=true])').waitFor({ state: 'detached' })
    await state('open')
    await page.getByText('Voting is open now.').waitFor()
    await expect.poll(focused).toBe('What do you think of this?')
    expect(await late.count()).toBe(0)
    expect(await page.getByText(words('conversation-closed')).count()).toBe(0)
    await agree.click()
    await page.getByText(/^2 of /).waitFor()
    await page.context().close()
  })
})
