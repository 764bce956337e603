// A network that lets no WebSocket through: the page takes part all the same.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { townSquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

describeInBrowser('where sockets are blocked', () => {
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

  test('a person votes, and the vote is counted once', async () => {
    const page = await browser.newPage()
    await page.routeWebSocket(/\/ws$/, (socket) => socket.close({ code: 1001 }))
    const exchanged = page.waitForResponse((response) => response.url().endsWith('/api/exchange'))
    await page.goto(`${server.origin}/c/${townSquare.id}`)
    await exchanged
    await page.keyboard.press('1')
    const url = `${server.origin}/api/conversations/${townSquare.id}`
    const votes = async () =>
      ((await (await fetch(url)).json()) as { counts: { votes: number } }).counts.votes
    await expect.poll(votes, { timeout: 20_000 }).toBe(4)
    await page.getByText('1 of 3').first().waitFor()
    expect(await votes()).toBe(4)
    await page.close()
  })
})
