// The page to take part in a real browser against the real service: the first statement on a poor phone, the next statement after
// a vote, and what a frame of the moving map costs.
//
//   npm run bench -- page [--only first,next,map] [--rounds 5] [--json FILE]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { pages } from '../server/protocol/addresses.ts'
import { sampleConversation } from '../server/sample/sample-conversation.ts'
import { openStore } from '../server/store/open.ts'
import { launchBrowser } from '../test/e2e/browser.ts'
import { startServiceProcess } from './load/service-process.ts'
import { type FirstStatement, measureFirstStatement, type Phone } from './page/first-statement.ts'
import { measureMapFrames } from './page/map-frames.ts'
import { measureNextStatement } from './page/next-statement.ts'

const PHONE: Phone = { kilobits: 400, roundTripMs: 400, slowdown: 4 }
const VOTES = 100

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'first,next,map' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
})
const parts = values.only.split(',')
const folder = mkdtempSync(join(tmpdir(), 'folkmoot-page-'))
const sample = sampleConversation()
const store = await openStore(folder)
await store.importConversation(sample)
await store.close()
const service = await startServiceProcess(folder)
const browser = await launchBrowser()
try {
  const report = await measure(browser, `http://localhost:${service.port}${pages.takePart(sample.id)}`)
  if (values.json !== undefined) {
    mkdirSync(dirname(values.json), { recursive: true })
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
} finally {
  await browser.close()
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(browser: Browser, address: string) {
  const [cpu] = cpus()
  say(
    `${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.version}, Chromium ${browser.version()}\n`,
  )
  const report: Record<string, unknown> = {}
  if (parts.includes('first')) report.first = await firstStatements(browser, address)
  if (parts.includes('next')) report.next = await nextStatements(browser, address)
  if (parts.includes('map')) report.map = await mapFrames(browser, address)
  return report
}

async function firstStatements(browser: Browser, address: string) {
  const { kilobits, roundTripMs, slowdown } = PHONE
  await measureFirstStatement(browser, address, PHONE) // warm-up of the service
  const rounds: FirstStatement[] = []
  for (let i = 0; i < Number(values.rounds); i++)
    rounds.push(await measureFirstStatement(browser, address, PHONE))
  const of = (name: keyof (typeof rounds)[number]) =>
    at(
      0.5,
      rounds.map((round) => round[name]),
    )
  const figures = {
    readable: of('readable'),
    votable: of('votable'),
    scripted: of('scripted'),
    bytes: of('bytes'),
  }
  say(
    `First statement at ${kilobits} kbit/s, ${roundTripMs} ms, processor ${slowdown} times slower, median of ${rounds.length}`,
  )
  say(`  readable after ${whole(figures.readable)} ms (limit 1,500)`)
  say(
    `  votable after ${whole(figures.votable)} ms (limit 2,500), by script after ${whole(figures.scripted)} ms`,
  )
  say(`  ${whole(figures.bytes / 1000)} kB until then\n`)
  return figures
}

async function nextStatements(browser: Browser, address: string) {
  const times = await measureNextStatement(browser, address, VOTES)
  const figures = { median: at(0.5, times), p95: at(0.95, times) }
  say(`Vote to next statement on this machine, ${VOTES} votes`)
  say(`  median ${whole(figures.median)} ms, 95th percentile ${whole(figures.p95)} ms (limit 100)\n`)
  return figures
}

async function mapFrames(browser: Browser, address: string) {
  const cost = await measureMapFrames(browser, address, PHONE.slowdown)
  const { frames, main, script, layout, paint, painter, painterP95 } = cost
  say(
    `Map of 100 buckets and 6 outlines in motion, ${frames} frames, processor ${PHONE.slowdown} times slower`,
  )
  say(
    `  main thread ${fine(main)} ms a frame (limit 8): script ${fine(script)}, layout ${fine(layout)}, paint ${fine(paint)}`,
  )
  say(
    `  painting thread median ${fine(painter)} ms a frame, 95th percentile ${fine(painterP95)}; the slowdown does not reach it`,
  )
  return cost
}

/** The value at a share of the sorted list. */
function at(share: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}

function fine(value: number): string {
  return value.toFixed(1)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
