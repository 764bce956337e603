// A file of votes that is larger than what may be held of it: it is read piece by piece.
import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readVotes } from '../../server/polis/read-votes.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { times } from './how-often.ts'

const MEGABYTES = times(80, 600)
const MEGABYTE = 1e6

test(`I6: ${MEGABYTES} MB of votes are read within 64 MB`, () => {
  const path = join(temporaryFolder(), 'votes.csv')
  writeFileSync(path, 'timestamp,datetime,comment-id,voter-id,vote,note\n')
  const row = `1500000000000,Fri Jul 14 02:40:00 UTC 2017,7,11,-1,${'x'.repeat(940)}\n`
  const block = Buffer.from(row.repeat(1000))
  const file = openSync(path, 'a')
  for (let written = 0; written < MEGABYTES * MEGABYTE; written += block.length) writeSync(file, block)
  closeSync(file)
  expect(statSync(path).size).toBeGreaterThan(MEGABYTES * MEGABYTE)
  const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
  const before = held()
  let most = 0
  const votes = readVotes(path, 'votes.csv', { onShare: () => (most = Math.max(most, held() - before)) })
  expect(votes.values.length).toBeGreaterThan(MEGABYTES * 990)
  expect(votes.values.every((value) => value === -1)).toBe(true)
  expect(most).toBeLessThan(64 * MEGABYTE)
})
