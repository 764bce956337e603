// The screen in the hall at its fullest: many groups, long statements, whole shares. Frames are made up, so that each layout is
// looked at whatever a crowd would have done.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StageFrame } from '../../server/protocol/stage.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { removeDataFolder, startServer, temporaryDataFolder, type RunningServer } from './running-server.ts'

const LONG =
  'Disabled parking bays must stay within thirty metres of the shops, and those at the market cross must stay where they are today.'
const texts = [0, 1].map((id): [number, string] => [id, LONG])
const sizes = [
  [1920, 1080],
  [1024, 768],
  [3840, 2160],
] as const

function frameOf(groups: number, change: Partial<StageFrame> = {}): StageFrame {
  const letters = 'ABCDEF'.slice(0, groups).split('')
  return {
    ...{ version: 1, now: 0, isDirected: false, scene: 'map', code: 'BCDFGH', takePart: '/c/high-street' },
    ...{ people: 90, votes: 1110, opensAt: 7, results: 'shown', isFrozen: false, replay: null },
    ...{ letter: 'B', statement: null, word: '', countdown: null, texts },
    conversation: {
      ...{ id: 'high-street', topic: 'What should become of Wexcombe High Street?', state: 'open' },
      ...{ isSample: false, isRehearsal: false },
    },
    map: {
      ...{ people: 90, publishedAt: 0, others: 0.1, consensus: [], isDistinct: false },
      groups: letters.map((letter, at) => ({
        letter,
        share: 0,
        marks: [
          [10 * at, 0],
          [10 * at + 3, 4],
        ],
        representative: texts.map(([statement]) => ({ statement, direction: 'agree', share: 1 })),
      })),
    },
    ...change,
  }
}

describeInBrowser('a crowded screen', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  /** The screen with this frame, in Welsh, whose words are longer. */
  async function showing(frame: StageFrame): Promise<Page> {
    const page = await browser.newPage({ locale: 'cy', reducedMotion: 'reduce' })
    // What is asked next waits for news, as it does while nothing happens.
    await page.route('**/stage?*', (route) => {
      if (!/after=\d/.test(route.request().url())) return route.fulfill({ json: frame })
      return undefined
    })
    await page.goto(`${server.origin}/p/high-street?lang=cy`)
    await page.locator('.hall-scene').waitFor()
    return page
  }

  beforeAll(async () => {
    server = await startServer(dataFolder)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test.each([1, 2, 3, 4, 5, 6])('beside a map of %i groups no line is cut in the middle', async (groups) => {
    const page = await showing(frameOf(groups))
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => page.evaluate(cutInLegend)).toEqual([])
      expect(await page.locator('.hall-legend > section').count()).toBe(groups)
    }
    await page.context().close()
  })

  test('a share of all stands in one line', async () => {
    const shares = { agree: 1, disagree: 0 }
    const bars = ['A', 'B', 'C', 'D'].map((letter) => ({ letter, shares }))
    const statement = { id: 0, text: LONG, bars }
    const page = await showing(frameOf(4, { scene: 'statement', statement }))
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      const share = page.locator('.hall-bar-share', { hasText: '100%' }).first()
      const lines = () =>
        share.evaluate((element) => {
          const range = document.createRange()
          range.selectNodeContents(element)
          const isInside = element.scrollWidth <= element.clientWidth
          return isInside ? range.getClientRects().length : 'wider than its column'
        })
      await expect.poll(lines).toBe(1)
    }
    await page.context().close()
  })

  test('after voting has closed nobody is asked to take part: the way leads to the results, while they are shown', async () => {
    const { conversation } = frameOf(2)
    const closed = { conversation: { ...conversation, state: 'closed' } } as const
    const map = await showing(frameOf(2, closed))
    await map.getByText('Canlyniadau ar localhost').waitFor()
    expect(await map.getByText('Ymunwch ar').count()).toBe(0)
    const joining = await showing(frameOf(2, { ...closed, scene: 'join' }))
    await joining.getByRole('heading', { name: 'Mae’r pleidleisio wedi cau' }).waitFor()
    await joining.getByText('Mae’r canlyniadau ar eich ffôn hefyd.').waitFor()
    expect(await joining.getByText('Cymerwch ran â’ch ffôn').count()).toBe(0)
    const hidden = await showing(frameOf(2, { ...closed, scene: 'join', results: 'hidden', map: null }))
    await hidden.getByText('Caiff y canlyniadau eu dangos yn nes ymlaen.').waitFor()
    expect(await hidden.locator('.qr-code').count()).toBe(0)
    for (const page of [map, joining, hidden]) await page.context().close()
  })

  test('the letters of the groups stand inside a narrow map', async () => {
    const page = await showing(frameOf(2, { scene: 'portrait' }))
    await page.setViewportSize({ width: 1024, height: 768 })
    const outside = () =>
      page.evaluate(() => {
        const box = document.querySelector('.room-map')!.getBoundingClientRect()
        return [...document.querySelectorAll('.room-letter b')].filter((letter) => {
          const { left, right, top, bottom } = letter.getBoundingClientRect()
          return left < box.left || right > box.right || top < box.top || bottom > box.bottom
        }).length
      })
    await expect.poll(outside).toBe(0)
    await page.context().close()
  })
})

/** Runs in the page: what of the legend stands partly below its place. */
function cutInLegend(): string[] {
  return [...document.querySelectorAll('.hall-legend > section')].flatMap((section) => {
    const end = section.getBoundingClientRect().bottom
    return [...section.querySelectorAll('h3, p')].flatMap((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top < end && bottom > end + 1 ? `${element.textContent?.slice(0, 20)}: ${bottom - end} px` : []
    })
  })
}
