// Finds the real public conversations that tests run on. They are not part of the project: `FOLKMOOT_SHARED` names the
// folder, else it is `shared` beside the project. Where it is absent the tests are skipped by name, except where
// CI=true: there it is a failure.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe } from 'vitest'

const folder = resolve(process.env.FOLKMOOT_SHARED ?? join(import.meta.dirname, '../../shared'))

/** Path of something in the shared data, as in `sharedPath('data/polis-open-data/vtaiwan.uberx')`. */
export function sharedPath(path: string): string {
  return join(folder, path)
}

/** Whether the shared data is there. */
export const hasSharedData = existsSync(sharedPath('data'))

/** `describe` for tests that need the shared data. */
export const describeOnRealData = hasSharedData || process.env.CI === 'true' ? describe : describe.skip
