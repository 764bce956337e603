// A conversation that opens while people wait for it, and the images in its description.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { photograph } from '../server/media/photographs.ts'
import { emptySquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'

/** One red pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describeInBrowser('an upcoming conversation', () => {
  const dataFolder = temporaryDataFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(emptySquare)
    await store.participation.changeConversation(emptySquare.id, { isOpen: false, closedAs: 'upcoming' })
    await store.close()
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test('opens by itself on every page that waits for it, and can be voted on at once', async () => {
    const page = await browser.newPage({ locale: 'en-GB' })
    await page.goto(`${server.origin}/c/${emptySquare.id}`)
    await page.getByText('Voting has not opened yet').waitFor()
    await page.locator('.write').waitFor({ state: 'detached' })
    await runCommand('state', emptySquare.id, 'open', '--data-dir', dataFolder)
    await page.locator('.answer[aria-disabled=false]').first().click()
    await page.getByText('1 of 3, you can stop at any time').waitFor()
    await page.close()
  })

  test('shows the images of its background with their words, and asks nobody else for them', async () => {
    const file = join(dataFolder, 'square.png')
    writeFileSync(file, Buffer.from(PIXEL, 'base64'))
    const where = ['--data-dir', dataFolder]
    const line = await runCommand(
      'images',
      emptySquare.id,
      '--add',
      file,
      '--alt',
      'The square today',
      ...where,
    )
    // A photograph that lies on its side is shown upright, whatever its format calls that.
    const sideways = await Promise.all(
      (['jpeg', 'png', 'avif'] as const).map(async (type) => {
        const photo = join(dataFolder, `photo.${type}`)
        writeFileSync(photo, photograph(`image/${type}`))
        return runCommand('images', emptySquare.id, '--add', photo, '--alt', `Photo ${type}`, ...where)
      }),
    )
    const purpose = {
      question: 'What now?',
      influence: 'consult',
      decides: 'The council.',
      canChange: 'Much.',
      next: 'An answer.',
      background: `${line.trim()}\n\n${sideways.join('\n')}\n\n![Elsewhere](https://elsewhere.example/x.png)`,
    } as const
    const document = join(dataFolder, 'purpose.json')
    writeFileSync(document, JSON.stringify({ en: purpose }))
    await runCommand('purpose', emptySquare.id, document, ...where)
    const page = await browser.newPage({ locale: 'en-GB' })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await expect
      .poll(async () => {
        await page.goto(`${server.origin}/c/${emptySquare.id}`)
        return page.locator('.purpose-more').count()
      })
      .toBe(2)
    await page.locator('.purpose-more summary').first().click()
    const image = page.getByRole('img', { name: 'The square today' })
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(1)
    for (const type of ['jpeg', 'png', 'avif']) {
      const photo = page.getByRole('img', { name: `Photo ${type}` })
      await photo.scrollIntoViewIfNeeded()
      const size = () =>
        photo.evaluate((each) => [
          (each as HTMLImageElement).naturalWidth,
          (each as HTMLImageElement).naturalHeight,
        ])
      await expect.poll(size).toEqual([4, 8])
    }
    await page.getByRole('link', { name: 'Elsewhere' }).waitFor()
    expect(new Set(asked)).toEqual(new Set([server.origin]))
    await page.close()
  })
})
