import { spawn } from 'node:child_process'
import { join } from 'node:path'

const command = join(import.meta.dirname, '../../../server/folkmoot.mjs')

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the real command in a process of its own, with a data folder of the test. */
export function runFolkmoot(
  words: readonly string[],
  dataFolder: string,
  cwd?: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...words], {
      cwd,
      env: { ...process.env, DATA_DIR: dataFolder, npm_lifecycle_event: undefined, ...environment },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
