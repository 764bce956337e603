// The dependencies: installed exactly as locked, and installed again when the lock file or Node's binary interface
// changes. A stamp inside node_modules remembers what was installed; it is written last, so that an interrupted
// installation is seen as none.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PROGRESS_EVERY_MS = 10_000
const LINES_OF_A_FAILURE = 25

export function isInstalled(root) {
  const stamp = join(root, 'node_modules', '.folkmoot-stamp')
  try {
    if (readFileSync(stamp, 'utf8') === wantedStamp(root)) return true
  } catch {
    // no stamp: perhaps npm was called by hand
  }
  if (!existsSync(join(root, 'node_modules')) || !installedByHand(root)) return false
  writeFileSync(stamp, wantedStamp(root))
  return true
}

/** Runs `npm ci`; throws an Error whose message says what to do when it fails. */
export async function install(root, say) {
  say('Installing the locked dependencies; the first time this takes a minute or two.')
  rmSync(join(root, 'node_modules', '.folkmoot-stamp'), { force: true })
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  const progress = setInterval(() => say(`Still installing, ${seconds()} s …`), PROGRESS_EVERY_MS)
  const { code, wasInterrupted, output } = await npmCi(root).finally(() => clearInterval(progress))
  if (wasInterrupted)
    throw new Error('The installation was interrupted. Run the same command again to finish it.')
  if (code !== 0) throw new Error(`${lastLines(output)}\n${advice(output)}`)
  writeFileSync(join(root, 'node_modules', '.folkmoot-stamp'), wantedStamp(root))
  say(`Installed in ${seconds()} s.`)
}

function wantedStamp(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.platform}-${process.arch} abi ${process.versions.modules}\n`
}

/** True when npm's own record of what it installed matches the lock file and the database binding loads. */
function installedByHand(root) {
  try {
    const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages
    const installed = read('node_modules/.package-lock.json')
    for (const [path, wanted] of Object.entries(read('package-lock.json'))) {
      if (path === '' || (!installed[path] && wanted.optional)) continue
      if (installed[path]?.integrity !== wanted.integrity) return false
    }
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Both streams of npm in the order they came; Ctrl-C reaches npm too and is waited for. */
function npmCi(root) {
  // Development dependencies hold the builder, so they are wanted even where NODE_ENV=production.
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, parameters] = npm?.endsWith('.js')
    ? [process.execPath, [npm, ...options]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', options]
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm.cmd',
    })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    let wasInterrupted = false
    const pass = (signal) => {
      wasInterrupted = true
      child.kill(signal)
    }
    process.on('SIGINT', pass).on('SIGTERM', pass)
    child.on('error', (cause) =>
      reject(new Error('npm could not be started; it comes with Node.', { cause })),
    )
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve({ code, wasInterrupted, output: Buffer.concat(chunks).toString('utf8') })
    })
  })
}

function lastLines(output) {
  return output.trimEnd().split('\n').slice(-LINES_OF_A_FAILURE).join('\n')
}

function advice(output) {
  if (/gyp ERR!|prebuild-install|node-gyp/.test(output)) {
    return (
      'The database binding better-sqlite3 has no ready-made binary for this machine and could not be compiled. Install a C++ ' +
      'toolchain and Python 3 (Debian, Ubuntu: sudo apt-get install build-essential python3; Fedora: sudo dnf install ' +
      'gcc-c++ make python3; macOS: xcode-select --install), then run the same command again.'
    )
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(output)) {
    return 'The npm registry could not be reached. Check the network connection, then run the same command again.'
  }
  if (/ENOSPC/.test(output)) return 'The disk is full. Make some room, then run the same command again.'
  return 'The dependencies could not be installed. The lines above are what npm said.'
}
