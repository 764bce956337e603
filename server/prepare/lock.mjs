// One process at a time may install or build; the others wait and then find the work done. The lock is a file that
// names its holder, so that the lock of a process that was killed is recognised and taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LOOK_AGAIN_MS = 200

/** Runs `work` while holding the project's lock; the lock is freed however `work` ends. */
export async function withLock(root, say, work) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const path = join(root, 'dist', '.lock')
  let waiting = false
  while (!take(path)) {
    if (!waiting) say('Another command is installing or building; waiting for it to finish.')
    waiting = true
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  const release = () => rmSync(path, { force: true })
  process.on('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (isHeld(path)) return false
  // Renaming is atomic, so of several processes that see the dead lock only one removes it.
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    rmSync(aside)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return false
}

function isHeld(path) {
  let holder
  try {
    holder = Number(readFileSync(path, 'utf8'))
  } catch {
    return false // released since
  }
  if (!(holder > 0)) return true // created this instant, the number not yet written
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM' // alive, but somebody else's
  }
}
