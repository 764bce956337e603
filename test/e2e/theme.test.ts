// A conversation in the colours of a council, in light and in dark, on the page to take part and on the projector.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { emptySquare, townSquare } from '../server/store/town-square.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import {
  removeDataFolder,
  runCommand,
  startServer,
  temporaryDataFolder,
  type RunningServer,
} from './running-server.ts'

describeInBrowser('a theme', () => {
  const dataFolder = temporaryDataFolder()
  const set = (...settings: string[]) =>
    runCommand(
      ...['settings', 'town-square', '--data-dir', dataFolder],
      ...settings.flatMap((setting) => ['--set', setting]),
    )
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const store = await openStore(dataFolder)
    await store.importConversation(townSquare)
    await store.importConversation(emptySquare)
    await store.close()
    await set(
      'themeAccent=#7a1f5c',
      'themeAccentDark=#f0a6d4',
      'themeGround=#f4f1f6',
      'themeRadius=0',
      'themeFonts=serif',
    )
    server = await startServer(dataFolder, '--no-sample')
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDataFolder(dataFolder)
  })

  test.each([
    ['light', 'rgb(122, 31, 92)', '#f4f1f6'],
    ['dark', 'rgb(240, 166, 212)', '#14181b'],
  ] as const)(
    'colours, fonts and corners in %s, and axe finds nothing',
    async (colorScheme, accent, ground) => {
      const context = await browser.newContext({ locale: 'en-GB', colorScheme })
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
      for (const path of ['/c/town-square', '/p/town-square']) {
        await page.goto(server.origin + path)
        await page.locator('h1').waitFor()
        const looks = await page.evaluate(() => {
          const probe = document.createElement('a')
          probe.style.color = 'var(--accent)'
          document.body.append(probe)
          const root = getComputedStyle(document.documentElement)
          const { fontFamily } = root
          const ground = root.getPropertyValue('--ground')
          const { color } = getComputedStyle(probe)
          probe.remove()
          return { color, ground, fontFamily }
        })
        expect(looks).toEqual({
          color: accent,
          ground,
          fontFamily: 'serif, system-ui, sans-serif',
        })
      }
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${server.origin}/c/town-square`)
        await page.locator('.statement').waitFor()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      }
      expect(troubles).toEqual([])
      await context.close()
    },
  )

  test('a conversation without a theme asks for no further stylesheet', async () => {
    const html = await (await fetch(`${server.origin}/c/empty-square`)).text()
    expect(html).not.toContain('theme.css')
    expect((await fetch(`${server.origin}/api/conversations/empty-square/theme.css`)).status).toBe(404)
  })

  test('the stylesheet is kept by its mark for ever, and a theme that cannot be read is refused with the pair', async () => {
    const html = await (await fetch(`${server.origin}/c/town-square`)).text()
    const address = /href="([^"]*theme\.css[^"]*)"/.exec(html)![1]!
    const sheet = await fetch(server.origin + address)
    expect(sheet.headers.get('Cache-Control')).toContain('immutable')
    await expect(set('themeAccent=#f2c14e')).rejects.toThrow(
      'In the light theme the accent colour (#f2c14e) on the surface (#ffffff) has a contrast of 1.67 : 1',
    )
  })
})
