// What a participant reads when the service says no. The frames of a real page are changed on their way to a real server,
// so that it refuses them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors, type ErrorCode } from '../../server/protocol/errors.ts'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

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

  /** The page to take part, with every frame it sends changed as told. */
  async function open(change: (frame: Frame) => Frame): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.routeWebSocket(/\/ws$/, (socket) => {
      const onward = socket.connectToServer()
      socket.onMessage((message) => onward.send(JSON.stringify(change(JSON.parse(String(message)) as Frame))))
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
})
