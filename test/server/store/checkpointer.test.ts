import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Checkpointer } from '../../../server/store/checkpointer.ts'
import { temporaryFolder } from './temporary-folder.ts'

function writtenDatabase() {
  const path = join(temporaryFolder(), 'some.sqlite')
  const database = new Database(path)
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

test('a short write-ahead log is left alone', () => {
  const { path, write, walSize } = writtenDatabase()
  const checkpointer = new Checkpointer(path)
  onTestFinished(() => checkpointer.close())
  write()
  checkpointer.look()
  expect(walSize()).toBeGreaterThan(0)
})
