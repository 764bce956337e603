// Finds the browser that the tests drive. Without one they are skipped by name, except where CI=true: there a missing
// browser is a failure, so that a green run always means that the pages were looked at.
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { describe } from 'vitest'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium or Chrome on this machine; `CHROMIUM_PATH` comes first. Null when there is none. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (environment.CHROMIUM_PATH)
    return isExecutable(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : null
  const folders = ['/usr/bin', ...(environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')]
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...places, ...MAC].find(isExecutable) ?? null
}

/** Starts a headless browser; throws with the way to get one when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(HOW_TO_GET_ONE)
  // The sandbox of Chromium does not start as root, which is what CI is.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return await chromium.launch({ executablePath, args })
}

/**
 * Starts a browser that keeps its profile in an empty folder and lets frames of other sites store what is theirs; in what
 * `launchBrowser` starts, as in private windows, such frames may store nothing.
 */
export async function launchUsualBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(HOW_TO_GET_ONE)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  return await chromium.launchPersistentContext(profile, { executablePath, args, locale: 'en-GB' })
}

/** Said wherever browser tests are skipped. */
export const HOW_TO_GET_ONE =
  'No Chromium or Chrome was found. Install one (Debian, Ubuntu: sudo apt-get install chromium) or set CHROMIUM_PATH.'

const canRun = findBrowser() !== null || process.env.CI === 'true'
if (!canRun) process.stderr.write(`Browser tests are skipped. ${HOW_TO_GET_ONE}\n`)

/** `describe` for tests that need a browser. */
export const describeInBrowser = canRun ? describe : describe.skip

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
