// The real service in a process of its own, started from dist, and what Linux says of the process.
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { packageRoot } from '../../server/package-root.ts'

const main = join(packageRoot, 'dist/server/main.js')
const TICKS_PER_SECOND = 100
const STARTS_WITHIN_MS = 60_000

/** A service that is running. */
export interface ServiceProcess {
  readonly pid: number
  readonly port: number
  /** Ends the service as Ctrl-C would (or as the signal does) and resolves with its exit code, null for a kill. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the service on a free port; rejects with its own words when it does not come up. */
export async function startServiceProcess(
  dataFolder: string,
  flags: readonly string[] = [],
  nodeFlags: readonly string[] = [],
): Promise<ServiceProcess> {
  const parameters = [...nodeFlags, main, '--port', '0', '--data-dir', dataFolder, '--no-sample', ...flags]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const port = await portOf(child, exited)
  return {
    pid: child.pid!, // it has started
    port,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return exited
    },
  }
}

async function portOf(child: ChildProcess, exited: Promise<number | null>): Promise<number> {
  let said = ''
  const port = new Promise<number>((resolve) => {
    child.stderr!.setEncoding('utf8').on('data', (text) => (said += text))
    child.stdout!.setEncoding('utf8').on('data', (text) => {
      said += text
      const found = /http:\/\/localhost:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
  })
  const ended = exited.then((code) => Promise.reject(new Error(`The service ended with ${code}: ${said}`)))
  const started = new AbortController()
  const late = wait(STARTS_WITHIN_MS, undefined, { signal: started.signal }).then(() => {
    child.kill('SIGKILL')
    throw new Error(`The service did not come up: ${said}`)
  })
  for (const failure of [ended, late]) failure.catch(() => {}) // heard of in the race, or not wanted any more
  try {
    return await Promise.race([port, ended, late])
  } finally {
    started.abort()
  }
}

/** What a process has used so far; null on systems without /proc. */
export interface ProcessUse {
  readonly cpuSeconds: number
  readonly residentMb: number
  readonly largestResidentMb: number
}

/** What the process has used since its start. */
export function processUse(pid: number): ProcessUse | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      residentMb: megabytes('VmRSS'),
      largestResidentMb: megabytes('VmHWM'),
    }
  } catch {
    return null
  }
}
