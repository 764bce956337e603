// What one frame of the moving map costs the page's main thread: a hundred buckets and six outlines glide from one map to the next
// on a processor slowed down fourfold. The page is the built one; the maps come over its own socket.
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { crowdedMap } from './crowded-map.ts'
import { readFrames, type FrameCost } from './frame-trace.ts'

const GLIDES = 8
/** Longer than a glide. */
const BETWEEN_MS = 1_300

export async function measureMapFrames(
  browser: Browser,
  address: string,
  slowdown: number,
): Promise<FrameCost> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, deviceScaleFactor: 2 })
  try {
    const page = await context.newPage()
    const show = await mapsOf(page)
    await page.goto(address)
    await page.locator('.answer[aria-disabled=false]').first().waitFor()
    let version = 1_000_000
    await show(crowdedMap(++version, { participants: 2000, votes: 50_000, statements: 41 }))
    await page.locator('.map svg, .map canvas').first().waitFor()
    await page.locator('.map').scrollIntoViewIfNeeded()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.waitForTimeout(2 * BETWEEN_MS)
    const trace = await traced(session, async () => {
      for (let i = 0; i < GLIDES; i++) {
        await show(crowdedMap(++version, { participants: 2000, votes: 50_000 + i, statements: 41 }))
        await page.waitForTimeout(BETWEEN_MS)
      }
    })
    return readFrames(trace)
  } finally {
    await context.close()
  }
}

/** Puts maps of ours into the socket of the page, in the place of the server's. */
async function mapsOf(page: Page): Promise<(map: Snapshot) => Promise<void>> {
  let send: ((text: string) => void) | undefined
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (!String(message).includes('"type":"snapshot"')) socket.send(message)
    })
    send = (text) => socket.send(text)
  })
  return async (map) => {
    send?.(JSON.stringify(map))
  }
}

async function traced(session: CDPSession, act: () => Promise<void>): Promise<readonly object[]> {
  const events: object[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as object[])))
  await session.send('Tracing.start', {
    categories: 'devtools.timeline,toplevel,disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  })
  await act()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  return events
}
