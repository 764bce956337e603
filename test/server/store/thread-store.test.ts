import Database from 'better-sqlite3'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import { StorageUnavailable, UnusableDatabase } from '../../../server/store/store.ts'
import { openThreadStore } from '../../../server/store/thread-store.ts'
import { storeConformance } from './conformance.ts'
import { importsConformance } from './imports-conformance.ts'
import { managementConformance } from './management-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { newVote, townSquare } from './town-square.ts'

async function open(folder = temporaryFolder(), options: Parameters<typeof openThreadStore>[1] = {}) {
  let store = await openThreadStore(folder, options)
  onTestFinished(() => store.close().catch(() => {}))
  const reopen = async () => {
    await store.close()
    store = await openThreadStore(folder, options)
    return store
  }
  return { store, reopen, path: join(folder, DATABASE_NAME) }
}

storeConformance('SQLite in a thread of its own', open)
managementConformance(open)
importsConformance(open)

test('I1: a vote is in the file, for everyone to read, when its append settles', async () => {
  const { store, path } = await open()
  await store.importConversation(townSquare)
  const reader = new Database(path, { readonly: true })
  onTestFinished(() => void reader.close())
  const rows = reader.prepare('SELECT count(*) FROM vote_log').pluck()
  for (let i = 1; i <= 20; i++) {
    await store.append(newVote({ mutation: `mutation-${i}` }))
    expect(rows.get()).toBe(3 + i)
  }
})

test('I1: votes that wait when the store is closed are committed first, and settle as stored', async () => {
  const { store, path } = await open()
  await store.importConversation(townSquare)
  const appending = Promise.all(
    Array.from({ length: 500 }, (_, i) => store.append(newVote({ mutation: `mutation-${i}` }))),
  )
  await store.close()
  const outcomes = await appending
  expect(outcomes.every(({ kind }) => kind === 'stored')).toBe(true)
  const reader = new Database(path, { readonly: true })
  onTestFinished(() => void reader.close())
  expect(reader.prepare('SELECT count(*) FROM vote_log').pluck().get()).toBe(503)
  await expect(store.conversations()).rejects.toThrow(StorageUnavailable)
})

test('I6: more votes than may wait are refused at once, and counted no longer when they are answered', async () => {
  const { store } = await open(temporaryFolder(), { queueLimit: 10 })
  await store.importConversation(townSquare)
  const outcomes = await Promise.all(
    Array.from({ length: 15 }, (_, i) => store.append(newVote({ mutation: `mutation-${i}` }))),
  )
  expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(10)
  expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(5)
  expect(await store.append(newVote({ mutation: 'mutation-later' }))).toMatchObject({ kind: 'stored' })
  expect(store.waiting).toBe(0)
})

test('I7: while another process holds the lock votes are refused with a time to retry, and accepted afterwards', async () => {
  const { store, path } = await open()
  await store.importConversation(townSquare)
  const other = new Database(path)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  expect(await store.append(newVote({ mutation: 'mutation-1' }))).toMatchObject({
    kind: 'refused',
    code: 'storage-unavailable',
  })
  await expect(store.probe()).rejects.toThrow(StorageUnavailable)
  other.exec('ROLLBACK')
  expect(await store.append(newVote({ mutation: 'mutation-1' }))).toMatchObject({ sequence: 4 })
})

test('commits are told of, with their size and duration', async () => {
  const commits: number[] = []
  const { store } = await open(temporaryFolder(), {
    onCommit: (writes, durationMs) => {
      commits.push(writes)
      expect(durationMs).toBeGreaterThan(0)
    },
  })
  await store.importConversation(townSquare)
  await Promise.all(Array.from({ length: 7 }, (_, i) => store.append(newVote({ mutation: `mutation-${i}` }))))
  expect(commits.reduce((sum, writes) => sum + writes, 0)).toBe(7)
})

test('a database that cannot be used is refused with its one line', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, DATABASE_NAME), 'This is no database, though it is long enough to be looked at.')
  await expect(openThreadStore(folder)).rejects.toThrow(UnusableDatabase)
  await expect(openThreadStore(folder)).rejects.toThrow(/^The database .*folkmoot\.sqlite cannot be read/)
})

test('the answers of a large transaction are handed on over several turns of the event loop, in their order', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'thread.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     const ids = []
     parentPort.on('message', (calls) => {
       if (calls[0].method === 'close') process.exit()
       ids.push(...calls.map(({ id }) => id))
       if (ids.length === 100) parentPort.postMessage(ids.map((id) => ({ type: 'done', id, value: id })))
     })
     parentPort.postMessage([{ type: 'open' }])`,
  )
  const { store } = await open(folder, { file })
  let turns = 0
  let isCounting = true
  const count = () => {
    turns++
    if (isCounting) setImmediate(count)
  }
  const order: number[] = []
  const calls = Array.from({ length: 100 }, async () => {
    order.push(await store.lastSequence('any'))
    if (order.length === 1) count()
    const until = performance.now() + 1
    while (performance.now() < until); // what acknowledging a vote costs, and more
  })
  await Promise.all(calls)
  isCounting = false
  expect(order).toEqual(Array.from({ length: 100 }, (_, id) => id))
  expect(turns).toBeGreaterThan(3)
})

test('a thread that ends by itself leaves nobody waiting, and is told of', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'thread.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', () => process.exit(3))
     parentPort.postMessage([{ type: 'open' }])`,
  )
  const ends: unknown[] = []
  const { store } = await open(folder, { file, onEnd: (error) => ends.push(error) })
  expect(await store.append(newVote({ mutation: 'mutation-1' }))).toMatchObject({
    kind: 'refused',
    code: 'storage-unavailable',
  })
  await expect(store.conversations()).rejects.toThrow(StorageUnavailable)
  expect(ends).toHaveLength(1)
})
