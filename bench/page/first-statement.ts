// How long a phone on a poor network waits for the first statement: from asking for the address until it can be read, until it can
// be voted on by the form that the server drew, and until the script answers a vote at once.
import type { Browser } from 'playwright-core'

/** Kilobits per second, milliseconds, and how many times slower the processor is. */
export interface Phone {
  readonly kilobits: number
  readonly roundTripMs: number
  readonly slowdown: number
}

/** Milliseconds since the address was asked for. */
export interface FirstStatement {
  readonly readable: number
  readonly votable: number
  readonly scripted: number
  /** Bytes that came over the network until then, compressed or not as they came. */
  readonly bytes: number
}

interface Marks {
  readable?: number
  votable?: number
  scripted?: number
}

export async function measureFirstStatement(
  browser: Browser,
  address: string,
  { kilobits, roundTripMs, slowdown }: Phone,
): Promise<FirstStatement> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, deviceScaleFactor: 2 })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const throughput = (kilobits * 1000) / 8
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: roundTripMs,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await page.addInitScript(() => {
      // Frames are not drawn before the style sheets are there: what a frame finds is on the screen with it.
      const marks: Marks = {}
      Object.assign(window, { marks })
      const look = () => {
        const now = performance.now()
        if (document.querySelector('.statement p')?.textContent) marks.readable ??= now
        if (document.querySelector('button.answer:not([aria-disabled=true])')) marks.votable ??= now
        if (document.querySelector('button.answer[type=button][aria-disabled=false]')) marks.scripted ??= now
        if (marks.scripted === undefined) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => (window as unknown as { marks: Marks }).marks.scripted !== undefined) // set above
    const marks = await page.evaluate(() => (window as unknown as { marks: Required<Marks> }).marks) // all of them now
    return { ...marks, bytes }
  } finally {
    await context.close()
  }
}
