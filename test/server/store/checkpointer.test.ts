import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Checkpointer } from '../../../server/store/checkpointer.ts'
import { temporaryFolder } from './temporary-folder.ts'

function writtenDatabase() {
  const path = join(temporaryFolder(), 'some.sqlite')
  const database = new Database(path, { timeout: 0 })
  onTestFinished(() => void database.close())
  database.pragma('journal_mode = WAL')
  database.pragma('wal_autocheckpoint = 0')
  database.exec('CREATE TABLE words (word TEXT)')
  const insert = database.prepare('INSERT INTO words VALUES (?)')
  const write = () => void insert.run('x'.repeat(4000))
  return { path, write, walSize: () => statSync(`${path}-wal`).size }
}

test('I6: the write-ahead log is copied by another thread while writing goes on, and begins again', async () => {
  const { path, write, walSize } = writtenDatabase()
  const failures: unknown[] = []
  const checkpointer = new Checkpointer(path, {
    copyFrom: 100_000,
    restartFrom: 200_000,
    onFailure: (error) => failures.push(error),
  })
  onTestFinished(() => checkpointer.close())
  for (let i = 0; i < 100; i++) write()
  const before = walSize()
  const size = statSync(path).size
  checkpointer.look()
  expect(checkpointer.isCopying).toBe(true)
  while (checkpointer.isCopying) await new Promise((resolve) => setImmediate(resolve))
  expect(statSync(path).size).toBeGreaterThan(size)
  for (let i = 0; i < 50; i++) write()
  expect(walSize()).toBe(before)
  expect(failures).toEqual([])
})

test('I6: while somebody reads what the database was before, no writer is held up, and the log begins again afterwards', async () => {
  const { path, write, walSize } = writtenDatabase()
  write()
  const reader = new Database(path, { readonly: true })
  onTestFinished(() => void reader.close())
  reader.exec('BEGIN')
  const words = reader.prepare('SELECT count(*) FROM words').pluck()
  expect(words.get()).toBe(1)
  for (let i = 0; i < 2000; i++) write()
  const checkpointer = new Checkpointer(path, { copyFrom: 100_000, restartFrom: 200_000, lookEveryMs: 0 })
  onTestFinished(() => checkpointer.close())
  const copyWhileWriting = async () => {
    checkpointer.look()
    expect(checkpointer.isCopying).toBe(true)
    let written = 0
    while (checkpointer.isCopying) {
      write()
      written++
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(written).toBeGreaterThan(0)
  }
  await copyWhileWriting()
  expect(words.get()).toBe(1)
  reader.exec('COMMIT')
  checkpointer.look()
  while (checkpointer.isCopying) await new Promise((resolve) => setImmediate(resolve))
  const before = walSize()
  for (let i = 0; i < 50; i++) write()
  expect(walSize()).toBe(before)
})

test('a short write-ahead log is left alone', () => {
  const { path, write, walSize } = writtenDatabase()
  const checkpointer = new Checkpointer(path)
  onTestFinished(() => checkpointer.close())
  write()
  checkpointer.look()
  expect(walSize()).toBeGreaterThan(0)
})
