import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'

/** Vitest's global setup: the tests start real processes and real pages, so dist has to be of the sources under test. */
export default async function buildFirst(): Promise<void> {
  const { stderr } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, '../server/build.mjs'),
  ])
  process.stderr.write(stderr)
}
