// `npm run screenshot`: the picture of the map in the README, taken of the sample consultation in a real browser.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { prepare, root } from '../../server/prepare.mjs'

const PICTURE = join(root, 'client/opinion-map.png')
const LARGEST_BYTES = 150_000

await prepare()
const dataFolder = mkdtempSync(join(tmpdir(), 'folkmoot-picture-'))
const service = spawn(process.execPath, [
  join(root, 'dist/server/main.js'),
  '--port',
  '0',
  '--data-dir',
  dataFolder,
])
try {
  const origin = await new Promise((resolve, reject) => {
    service.stdout.setEncoding('utf8').on('data', (text) => resolve(/http:\/\/localhost:\d+/.exec(text)?.[0]))
    service.on('exit', () => reject(new Error('The service did not start.')))
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({
    viewport: { width: 1080, height: 700 },
    locale: 'en-GB',
    colorScheme: 'light',
  })
  await page.goto(`${origin}/p/high-street`)
  await page.getByRole('img', { name: /Map with \d opinion groups/ }).waitFor()
  await page.locator('.room-letter b').first().waitFor()
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  // Without the footer, whose address is that of this machine.
  const figure = await page.locator('.projector-main').boundingBox()
  await page.screenshot({
    path: PICTURE,
    clip: { x: 0, y: 0, width: 1080, height: figure.y + figure.height + 12 },
  })
  await browser.close()
  const { size } = statSync(PICTURE)
  process.stdout.write(`${PICTURE}: ${Math.round(size / 1000)} kB\n`)
  if (size > LARGEST_BYTES) throw new Error(`The picture has ${size} bytes, more than ${LARGEST_BYTES}.`)
} finally {
  service.kill()
  rmSync(dataFolder, { recursive: true, force: true })
}
