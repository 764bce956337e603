// Finds the real conversations that the conformance tests read, and skips by name where they are not at hand; in CI
// they must be there.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'vitest'

const root = resolve(
  process.env['FOLKMOOT_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared'),
  'data',
)

/** Path of a folder or file of the shared data. */
export function sharedPath(...parts: string[]): string {
  return resolve(root, ...parts)
}

const isThere = existsSync(root)
const isRequired = process.env['CI'] === 'true'

/** A suite on the shared data: skipped, by name, where the data is absent, but not in CI. */
export function describeShared(name: string, body: () => void): void {
  if (isThere || isRequired) describe(name, body)
  else describe.skip(name, () => test('needs the shared data', () => {}))
}
