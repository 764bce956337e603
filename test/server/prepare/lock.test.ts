import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withLock } from '../../../server/prepare/lock.mjs'
import { temporaryFolder } from '../store/temporary-folder.ts'

test('two that want to work at once work one after the other', async () => {
  const root = temporaryFolder()
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(`${name} ends`)
  }
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  await Promise.all([withLock(root, say, work('first')), withLock(root, say, work('second'))])
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  expect(said).toEqual(['Another command is installing or building; waiting for it to finish.'])
})

test('the lock is free again after work that failed', async () => {
  const root = temporaryFolder()
  const failing = withLock(root, () => {}, () => Promise.reject(new Error('no network'))) // prettier-ignore
  await expect(failing).rejects.toThrow('no network')
  expect(existsSync(join(root, 'dist/.lock'))).toBe(false)
})

test('the lock of a process that was killed is taken over', async () => {
  const root = temporaryFolder()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist/.lock'), String(pid))
  expect(await withLock(root, () => {}, () => Promise.resolve('done'))).toBe('done') // prettier-ignore
})
