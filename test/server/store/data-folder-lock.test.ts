import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { lockDataFolder } from '../../../server/store/data-folder-lock.ts'
import { UnusableDatabase } from '../../../server/store/store.ts'
import { temporaryFolder } from './temporary-folder.ts'

function startService(dataFolder: string): ChildProcess {
  const main = join(packageRoot, 'dist/server/main.js')
  const flags = ['--port', '0', '--no-sample', '--data-dir', dataFolder]
  const child = spawn(process.execPath, [main, ...flags], { env: { PATH: process.env.PATH } })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test('a data folder is locked once, and free again after the release', () => {
  const folder = temporaryFolder()
  const lock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(UnusableDatabase)
  lock.release()
  lockDataFolder(folder).release()
})

test('a second service on the same data folder ends with one clear line, and the first goes on', async () => {
  const folder = temporaryFolder()
  const first = startService(folder)
  await once(first.stdout!, 'data')
  const second = startService(folder)
  let said = ''
  second.stderr!.on('data', (text) => (said += String(text)))
  const [code] = (await once(second, 'close')) as [number | null]
  expect(code).toBe(1)
  expect(said).toBe(
    `Another Folkmoot service is running on the data folder ${folder}. ` +
      'Stop it first, or choose another folder with --data-dir.\n',
  )
  expect(first.exitCode).toBeNull()
})

test('a service that was killed leaves no lock behind', async () => {
  const folder = temporaryFolder()
  const first = startService(folder)
  await once(first.stdout!, 'data')
  first.kill('SIGKILL')
  await once(first, 'close')
  const second = startService(folder)
  const [greeting] = (await once(second.stdout!, 'data')) as [Buffer]
  expect(String(greeting)).toMatch(/^Folkmoot is ready/)
})
