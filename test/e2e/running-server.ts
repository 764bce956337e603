// The built service as a real process on a free port, with its data in a temporary folder.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface RunningServer {
  /** `http://localhost:<port>` without a trailing slash. */
  readonly origin: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** Everything that it has written to its console so far. */
  console(): string
  /** Ends it with the signal (SIGTERM by default) and answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** A fresh data folder; give it to `startServer` and remove it with `removeDataFolder`. */
export function temporaryDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'folkmoot-e2e-'))
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Runs `folkmoot` with these arguments to its end; throws with its output when it fails. */
export async function runCommand(...words: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'server/folkmoot.mjs'), ...words], { cwd: root })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`folkmoot ${words.join(' ')} ended with ${code}:\n${output}`)
  return output
}

/** Starts the built service and answers once it says where it listens. */
export async function startServer(dataFolder: string, ...flags: string[]): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/server/main.js'), '--port', '0', '--data-dir', dataFolder, ...flags],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/localhost:(\d+)/.exec(output)
      if (address) resolve(address[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) =>
      reject(new Error(`The service ended with ${code} before it listened:\n${output}`)),
    )
  })
  return {
    origin,
    dataFolder,
    process: child,
    console: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const ended = once(child, 'exit') as Promise<[number | null]>
      child.kill(signal)
      return (await ended)[0]
    },
  }
}
