// The built pages and service: made again when a source file changed. The build goes to a folder of its own and is
// swapped in when it is complete, so that nobody ever sees half of one.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE_FOLDERS = ['analysis', 'client', 'server']
const PARTS = ['client', 'server']

export function isBuilt(root) {
  try {
    return readFileSync(join(root, 'dist', '.stamp'), 'utf8') === sourceHash(root)
  } catch {
    return false
  }
}

/** Builds everything into dist; throws an Error with the builder's own words when it fails. Call it under the lock. */
export async function buildAll(root, say) {
  say('Building the pages and the service …')
  const startedAt = Date.now()
  const dist = join(root, 'dist')
  for (const name of readdirSync(dist).filter((name) => /^\.(fresh|old)-/.test(name))) {
    rmSync(join(dist, name), { recursive: true, force: true }) // left behind by a build that was killed
  }
  // Read before building: a file saved meanwhile makes the result stale, not wrongly fresh.
  const hash = sourceHash(root)
  const fresh = join(dist, `.fresh-${process.pid}`)
  const old = join(dist, `.old-${process.pid}`)
  mkdirSync(fresh)
  const { code, output } = await run([join(root, 'server', 'build.mjs'), fresh], root)
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`${output.trimEnd()}\nThe build failed; the lines above say why.`)
  }
  rmSync(join(dist, '.stamp'), { force: true })
  mkdirSync(old)
  for (const part of PARTS) {
    if (existsSync(join(dist, part))) renameSync(join(dist, part), join(old, part))
    if (existsSync(join(fresh, part))) renameSync(join(fresh, part), join(dist, part))
  }
  writeFileSync(join(dist, '.stamp'), hash)
  rmSync(old, { recursive: true, force: true })
  rmSync(fresh, { recursive: true, force: true })
  say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

/** One hash over every source file's name and content, and over the lock file. */
function sourceHash(root) {
  const hash = createHash('sha256')
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  add('package-lock.json')
  for (const folder of SOURCE_FOLDERS) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    for (const path of paths.sort()) add(path)
  }
  return hash.digest('hex')
}

/** In a process of its own, so that the builder's memory does not stay with the service. */
function run(parameters, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
