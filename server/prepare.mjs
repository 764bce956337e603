// Makes a clone ready to run: the locked dependencies installed, the pages and the service built. Every command comes
// through here first, so it has to cost next to nothing when there is nothing to do, and needs nothing but Node.
//
// No static import of anything that an old Node could not read: the version is checked before the rest is loaded.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Installs and builds whatever is missing or stale; resolves when the project can run. Says what it does on stderr and
 * is silent when it does nothing. On a failure it prints what to do about it and exits with 1.
 */
export async function prepare({ build = true } = {}) {
  requireNode()
  const { withLock } = await import('./prepare/lock.mjs')
  const { isInstalled, install } = await import('./prepare/installation.mjs')
  const { isBuilt, buildAll } = await import('./prepare/built.mjs')
  try {
    if (isInstalled(root) && (!build || isBuilt(root))) return
    await withLock(root, say, async () => {
      if (!isInstalled(root)) await install(root, say)
      if (build && !isBuilt(root)) await buildAll(root, say)
    })
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}

/** A plain line on stderr, which a pipe on stdout never sees. */
function say(line) {
  process.stderr.write(`${line}\n`)
}

function requireNode() {
  const wanted = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).engines.node.replace('>=', '')
  const [needMajor, needMinor] = wanted.split('.').map(Number)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  say(
    `Folkmoot needs Node ${wanted} or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  )
  process.exit(1)
}
