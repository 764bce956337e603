import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { storeConformance } from './conformance.ts'
import { importsConformance } from './imports-conformance.ts'
import { managementConformance } from './management-conformance.ts'
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
