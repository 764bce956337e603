import { expect, onTestFinished, test } from 'vitest'
import { Exports } from '../../../server/export/exports.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { storeWithMap } from './published-conversation.ts'

const order = {
  conversation: townSquare.id,
  kind: 'results',
  file: null,
  formulaSafe: false,
  url: '',
} as const

test('one network reads one export at a time, and leaves a place to others', async () => {
  const dataFolder = temporaryFolder()
  await storeWithMap(dataFolder, townSquare)
  const exports = new Exports({ dataFolder, onFailure: () => {} })
  onTestFinished(() => exports.close())
  const start = (network: string) => exports.start(order, { isStaff: false, network })
  const first = await start('192.0.2.1')
  if (typeof first === 'string') throw new Error(`Expected an export, got ${first}.`)
  expect(await start('192.0.2.1')).toBe('busy')
  const other = await start('192.0.2.2')
  expect(other).toHaveProperty('stream')
  await first.stream.cancel()
  expect(await start('192.0.2.1')).toHaveProperty('stream')
})

test('an export that is read too slowly ends, and its place is free again', async () => {
  const dataFolder = temporaryFolder()
  await storeWithMap(dataFolder, townSquare)
  const failures: unknown[] = []
  const exports = new Exports({ dataFolder, onFailure: (error) => failures.push(error), longestMs: 4_000 })
  onTestFinished(() => exports.close())
  const slow = await exports.start(order, { isStaff: false, network: '192.0.2.1' })
  if (typeof slow === 'string') throw new Error(`Expected an export, got ${slow}.`)
  // Nothing is read until there is no thread any more.
  await expect.poll(() => exports.running, { timeout: 30_000 }).toBe(0)
  await expect(new Response(slow.stream).arrayBuffer()).rejects.toThrow('too slowly')
  expect(await exports.start(order, { isStaff: false, network: '192.0.2.1' })).toHaveProperty('stream')
  expect(failures).toEqual([])
})
