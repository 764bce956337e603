// The screen of the hall while the map moves: frames a second in Chromium without a graphics card, at 4K and at 1080p, with 100
// marks in six groups that all move all the time. The page is the built one; what it is told is made up here.
//   npm run bench -- projector [--seconds 10]
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { StageFrame } from '../server/protocol/stage.ts'
import { sampleConversation } from '../server/sample/sample-conversation.ts'
import { seededRandom } from '../server/sample/seeded-random.ts'
import { startService } from '../server/service.ts'
import { cpuTimes } from './projector/cpu-times.ts'
import { findBrowser } from '../test/e2e/browser.ts'

const GROUPS = 6
const MARKS = 100
/** Sights come faster than a hall would see them, so that the map never comes to rest. */
const EVERY_MS = 1_500
const WARM_UP_MS = 3_000

const asked = process.argv.indexOf('--seconds')
const seconds = asked < 0 ? 10 : Number(process.argv[asked + 1])
const random = seededRandom(1)
let version = 1
function frame(): StageFrame {
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const [x, y] = [3 * Math.cos(group), 3 * Math.sin(group)]
    const length = Math.floor(MARKS / GROUPS) + Number(group < MARKS % GROUPS)
    return {
      letter: 'ABCDEF'[group]!,
      share: 0.15,
      marks: Array.from({ length }, (): [number, number] => [x + 2 * random(), y + 2 * random()]),
      representative: [{ statement: group, direction: 'agree' as const, share: 0.9 }],
    }
  })
  return {
    version: version++,
    now: Date.now(),
    conversation: {
      id: 'hall',
      topic: 'What should become of the hall?',
      state: 'open',
      isSample: false,
      isRehearsal: false,
    },
    isDirected: true,
    scene: 'map',
    code: 'BCDFGH',
    takePart: '/c/hall',
    people: 800,
    votes: 9_000,
    opensAt: 7,
    results: 'shown',
    map: { people: 800, publishedAt: Date.now(), groups, others: 0.1, consensus: [], isDistinct: true },
    isFrozen: false,
    replay: null,
    letter: null,
    statement: null,
    word: '',
    countdown: null,
    texts: groups.map((_, at) => [
      at,
      `A statement that group ${at + 1} agrees with, long enough for two lines.`,
    ]),
  }
}

const dataFolder = mkdtempSync(join(tmpdir(), 'folkmoot-bench-'))
const service = await startService({
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  prepare: async (store) => void (await store.importConversation({ ...sampleConversation(), id: 'hall' })),
  onFailure: (where, error) => process.stderr.write(`${where}: ${String(error)}\n`),
})
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu'],
})
process.stdout.write(
  `Chromium ${browser.version()} without a graphics card, ${cpus().length} cores, ${MARKS} marks\n`,
)
for (const [width, height] of [
  [3840, 2160],
  [1920, 1080],
] as const) {
  version = 1
  const screen = await browser.newPage({ viewport: { width, height } })
  await screen.route('**/stage?*', async (route) => {
    if (version > 1) await pause(EVERY_MS)
    await route.fulfill({ json: frame() }).catch(() => undefined) // the page may be closed by then
  })
  await screen.goto(`http://127.0.0.1:${service.port}/p/hall`)
  await screen.waitForSelector('.room-map canvas')
  await screen.waitForTimeout(WARM_UP_MS)
  const before = cpuTimes()
  // As text, because the browser's names are not known here.
  const gaps = (await screen.evaluate(`new Promise((resolve) => {
    const gaps = []
    let last
    const begun = performance.now()
    requestAnimationFrame(function tick(now) {
      if (last !== undefined) gaps.push(now - last)
      last = now
      if (now - begun < ${seconds * 1000}) requestAnimationFrame(tick)
      else resolve(gaps)
    })
  })`)) as number[]
  const spent = [...cpuTimes()]
    .map(([kind, ms]) => ({ kind, ms: (ms - (before.get(kind) ?? 0)) / gaps.length }))
    .filter(({ ms }) => ms >= 0.1)
  gaps.sort((one, other) => one - other)
  const at = (share: number) => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))]!
  const rate = 1000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)
  process.stdout.write(
    `${width} × ${height}: ${rate.toFixed(1)} frames a second; a frame takes ${at(0.5).toFixed(1)} ms (median), ` +
      `${at(0.95).toFixed(1)} ms (95 %), ${at(0.99).toFixed(1)} ms (99 %)\n` +
      spent.map(({ kind, ms }) => `  processor time of a frame, ${kind}: ${ms.toFixed(1)} ms\n`).join(''),
  )
  await screen.close()
}
await browser.close()
await service.close()
rmSync(dataFolder, { recursive: true, force: true })
