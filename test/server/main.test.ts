import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../server/package-root.ts'
import { temporaryFolder } from './store/temporary-folder.ts'

function start(...flags: string[]) {
  const main = join(packageRoot, 'dist/server/main.js')
  const child = spawn(process.execPath, [main, '--data-dir', temporaryFolder(), ...flags], {
    env: { PATH: process.env.PATH },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** All that a process prints until it ends, and its exit code. */
async function finished(child: ChildProcess) {
  const printed = { out: '', err: '' }
  child.stdout!.on('data', (text) => (printed.out += String(text)))
  child.stderr!.on('data', (text) => (printed.err += String(text)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...printed }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the service with 0, after it said where everything is',
  async (signal) => {
    const child = start('--port', '0', '--no-sample')
    const ending = finished(child)
    await once(child.stdout!, 'data')
    child.kill(signal)
    const { code, out, err } = await ending
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toMatch(/^Folkmoot is ready/)
    expect(out).toMatch(/Take part: +http:\/\/localhost:\d+\/\n/)
    expect(out).toMatch(/Facilitator's page: http:\/\/localhost:\d+\/facilitate\n/)
    expect(out).toMatch(/Data is kept in: +\/.*folkmoot-/)
  },
)

test('a port in use is one line that says how to choose another', async () => {
  const other = createServer().listen(0)
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo // listening on TCP
  const { code, out, err } = await finished(start('--port', String(port), '--no-sample'))
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toBe(
    `Port ${port} is in use already. Choose another one, such as: npm start -- --port ${port + 1}\n`,
  )
})

test('a bad value is one line', async () => {
  const { code, err } = await finished(start('--port', 'high'))
  expect(code).toBe(1)
  expect(err).toBe('--port is "high", but must be a number from 0 to 65535.\n')
})

test('--help prints the usage', async () => {
  const { code, out } = await finished(start('--help'))
  expect(code).toBe(0)
  expect(out).toContain('--data-dir FOLDER')
})
