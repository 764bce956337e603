// How pages are looked at for accessibility: the looks in which they are, and what holds in each.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Both languages and both schemes, on a phone, on a desk, and on a desk at 400 % zoom (1280 × 1024 pixels). */
export const looks = [
  { language: 'en', colorScheme: 'light', width: 320, height: 640 },
  { language: 'en', colorScheme: 'dark', width: 1440, height: 900 },
  { language: 'cy', colorScheme: 'light', width: 320, height: 640 },
  { language: 'cy', colorScheme: 'dark', width: 1440, height: 900 },
  { language: 'en', colorScheme: 'dark', width: 320, height: 256 },
  { language: 'cy', colorScheme: 'light', width: 768, height: 1024 },
] as const
export type Look = (typeof looks)[number]

export function nameOf({ language, colorScheme, width, height }: Look): string {
  return `${language}, ${colorScheme}, ${width} × ${height}`
}

/** Opens a page in a look, in a browser context of its own. */
export async function openIn(
  browser: Browser,
  address: string,
  { language, colorScheme, width, height }: Look,
  use: (page: Page, context: BrowserContext) => Promise<void>,
  cookies: Parameters<BrowserContext['addCookies']>[0] = [],
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale: language === 'cy' ? 'cy' : 'en-GB',
  })
  await context.addCookies(cookies)
  try {
    const page = await context.newPage()
    await page.goto(`${address}?lang=${language}`)
    await page.locator('h1').first().waitFor()
    await use(page, context)
  } finally {
    await context.close()
  }
}

/** No violation of the rules, nothing wider than the screen, one h1, and the language said. */
export async function isAccessible(page: Page, { language, width }: Look): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
  expect(found).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
}
