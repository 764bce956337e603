import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as otherWork } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { storeConformance } from './conformance.ts'
import { importsConformance } from './imports-conformance.ts'
import { managementConformance } from './management-conformance.ts'
import { largeSquare } from './large-square.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { newVote, townSquare } from './town-square.ts'

async function open(folder = temporaryFolder()) {
  let store = await openStore(folder)
  onTestFinished(() => store.close().catch(() => {}))
  const reopen = async () => {
    await store.close()
    store = await openStore(folder)
    return store
  }
  return { store, reopen, path: join(folder, DATABASE_NAME) }
}

storeConformance('SQLite', open)
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

test('I4: an entry of the log can be neither changed, nor replaced, nor deleted', async () => {
  const { store, path } = await open()
  await store.importConversation(townSquare)
  const database = new Database(path)
  onTestFinished(() => void database.close())
  database.pragma('recursive_triggers = ON')
  for (const change of [
    'UPDATE vote_log SET vote = -1',
    'DELETE FROM vote_log',
    'REPLACE INTO vote_log SELECT * FROM vote_log',
    // Nor lose only a part of what it says, nor its place and its hashes with it, nor find something else in its place.
    'UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL',
    'UPDATE vote_log SET vote = NULL',
    "UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL, salt = NULL, commitment = 'x'",
    "UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL, salt = NULL, hash = 'x'",
    'UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL, salt = NULL, emptied = 1',
    'UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL, salt = NULL, sequence = sequence + 100',
    "UPDATE vote_log SET salt = 'x'",
  ]) {
    expect(() => database.exec(change)).toThrow('append-only')
  }
})

test('the database is written ahead of itself (WAL)', async () => {
  const { path } = await open()
  const database = new Database(path)
  onTestFinished(() => void database.close())
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
})

test('I7: while another process holds the lock votes are refused with a time to retry, and accepted afterwards', async () => {
  const { store, path } = await open()
  await store.importConversation(townSquare)
  const other = new Database(path)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  expect(await store.append(newVote({ mutation: 'mutation-1' }))).toEqual({
    kind: 'refused',
    code: 'storage-unavailable',
    retryAfterMs: 1000,
  })
  other.exec('ROLLBACK')
  expect(await store.append(newVote({ mutation: 'mutation-1' }))).toMatchObject({
    sequence: 4,
    isRepeat: false,
  })
})

test('I6: more votes than the queue holds are refused', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, { queueLimit: 10 })
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  const outcomes = await Promise.all(
    Array.from({ length: 15 }, (_, i) => store.append(newVote({ mutation: `mutation-${i}` }))),
  )
  expect(outcomes.filter((outcome) => outcome.kind === 'stored')).toHaveLength(10)
  expect(outcomes.filter((outcome) => outcome.kind === 'refused')).toHaveLength(5)
})

test('after a purge nothing of the conversation is in the file, the log is append-only again, and the start finds no damage', async () => {
  const { store, path, reopen } = await open()
  await store.importConversation(townSquare)
  await store.append(newVote({ mutation: 'a-vote-of-the-square' }))
  await store.management.purge(townSquare.id)
  const again = await reopen()
  expect(await again.conversations()).toEqual([])
  await again.close()
  const database = new Database(path)
  onTestFinished(() => void database.close())
  database.pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(path).includes('a-vote-of-the-square')).toBe(false)
  const triggers = database.prepare(
    "SELECT count(*) FROM sqlite_master WHERE name = 'vote_log_loses_no_entry'",
  )
  expect(triggers.pluck().get()).toBe(1)
})

test('a write that fails half-way leaves nothing, and what is written in the same transaction is stored', async () => {
  const { store, reopen } = await open()
  await store.importConversation(townSquare)
  const file = { name: 'report.json', type: 'application/json', sha256: 'x', bytes: new Uint8Array(1) }
  const version = { number: 1, publishedAtMs: 1, sequence: 3, logHash: 'x', files: [file, file] }
  const [before, published, after] = await Promise.allSettled([
    store.append(newVote({ mutation: 'mutation-before' })),
    store.reports.publish(townSquare.id, version),
    store.append(newVote({ mutation: 'mutation-after', tokenHash: 'token-hash-2' })),
  ])
  expect(published.status).toBe('rejected')
  expect(before).toMatchObject({ value: { kind: 'stored', sequence: 4 } })
  expect(after).toMatchObject({ value: { kind: 'stored', sequence: 5 } })
  const again = await reopen()
  expect(await again.reports.versions(townSquare.id)).toEqual([])
  expect(await again.lastSequence(townSquare.id)).toBe(5)
})

test('I6: while a large conversation is deleted votes are stored in between, and nobody sees any more of it', async () => {
  const { store } = await open()
  await store.importConversation(townSquare)
  await store.importConversation(largeSquare(60_000))
  let isPurged = false
  const purging = store.management.purge('large-square').then((done) => {
    isPurged = true
    return done
  })
  let votes = 0
  while (!isPurged) {
    expect(await store.append(newVote({ mutation: `mutation-${votes}` }))).toMatchObject({
      sequence: 4 + votes,
    })
    votes++
    expect(await store.conversation('large-square')).toBe(null)
  }
  expect(await purging).toBe(true)
  expect(votes).toBeGreaterThan(1)
  expect((await store.conversations()).map(({ id }) => id)).toEqual([townSquare.id])
})

test('while a conversation is being deleted its name can be used at once', async () => {
  const { store, path } = await open()
  await store.importConversation(largeSquare(60_000))
  const deletion = store.management.purge('large-square')
  while ((await store.conversation('large-square')) !== null) await otherWork()
  expect(await store.importConversation({ ...townSquare, id: 'large-square' })).toMatchObject({
    kind: 'imported',
  })
  expect(await deletion).toBe(true)
  expect(await store.lastSequence('large-square')).toBe(3)
  expect(countsIn(path)).toEqual({ votes: 3, conversations: 1 })
})

test('what a deletion leaves that is broken off is removed at the next start', async () => {
  const { store, path } = await open()
  await store.importConversation(largeSquare(60_000))
  const broken = store.management.purge('large-square').catch(() => false)
  while ((await store.conversation('large-square')) !== null) await otherWork()
  await store.close()
  expect(await broken).toBe(false)
  const again = await openStore(dirname(path))
  onTestFinished(() => again.close())
  expect(await again.conversations()).toEqual([])
  expect(countsIn(path)).toEqual({ votes: 0, conversations: 0 })
})

function countsIn(path: string) {
  const database = new Database(path, { readonly: true })
  onTestFinished(() => void database.close())
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  return { votes: count('vote_log'), conversations: count('conversation') }
}
