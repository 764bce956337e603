import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { UnusableDatabase } from '../../../server/store/store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { townSquare } from './town-square.ts'

test('a database made by a newer version is refused with one line and left untouched', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  await store.importConversation(townSquare)
  await store.close()
  const path = join(folder, DATABASE_NAME)
  const database = new Database(path)
  database.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)")
  database.close()
  const before = readFileSync(path)
  await expect(openStore(folder)).rejects.toThrow(
    /^The database .* was made by a newer version of Folkmoot\. .*$/,
  )
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file that is no database is refused and left untouched', async () => {
  const folder = temporaryFolder()
  const path = join(folder, DATABASE_NAME)
  writeFileSync(
    path,
    'a shopping list, long enough to be looked at as the header of a database, and then some more text',
  )
  await expect(openStore(folder)).rejects.toThrow(UnusableDatabase)
  expect(readFileSync(path, 'utf8')).toMatch(/^a shopping list/)
})

test('a data folder that cannot be made is refused with its name', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'data'), '')
  await expect(openStore(join(folder, 'data', 'deeper'))).rejects.toThrow(
    /The data folder .*deeper cannot be made/,
  )
})

test('the data folder is made with the folders above it', async () => {
  const folder = join(temporaryFolder(), 'a', 'b')
  await (await openStore(folder)).close()
  expect(readFileSync(join(folder, DATABASE_NAME)).subarray(0, 15).toString()).toBe('SQLite format 3')
})

test('what is made is for its owner alone, and a folder that is there keeps its mode', async () => {
  const parent = temporaryFolder()
  const modeOf = (path: string) => statSync(path).mode & 0o777
  const fresh = join(parent, 'fresh')
  await (await openStore(fresh)).close()
  expect(modeOf(fresh)).toBe(0o700)
  const known = join(parent, 'known')
  mkdirSync(known)
  const before = modeOf(known)
  const store = await openStore(known)
  await store.importConversation(townSquare)
  for (const name of readdirSync(known).filter((each) => each.startsWith(DATABASE_NAME))) {
    expect([name, modeOf(join(known, name))]).toEqual([name, 0o600])
  }
  expect(readdirSync(known)).toContain(`${DATABASE_NAME}-wal`)
  await store.close()
  expect(modeOf(known)).toBe(before)
})
