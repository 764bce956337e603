import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { newCodeKey, stepOfCode } from '../../../server/staff/one-time-codes.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { KEY_NAME, keysIn, SecretKey } from '../../../server/store/secret-key.ts'
import { UNREADABLE } from '../../../server/store/staff-store.ts'
import { codeAt } from '../staff/code-now.ts'
import { addPerson } from '../staff/staff-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

const freshKey = () => randomBytes(32).toString('base64')
const email = 'mair@example.org'

async function withStore<T>(
  folder: string,
  secretKey: string | null,
  use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const store = await openStore(folder, { secretKey })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** The column as it lies on the disk. */
function stored(folder: string): string {
  const database = new Database(join(folder, DATABASE_NAME))
  try {
    return String(database.prepare('SELECT code_key FROM staff_account').pluck().get())
  } finally {
    database.close()
  }
}

test('a key of one-time codes is sealed by a file for its owner alone, and comes back as it was', async () => {
  const folder = temporaryFolder()
  const codeKey = newCodeKey()
  await withStore(folder, null, (store) => addPerson({ store }, { codeKey }))
  expect(statSync(join(folder, KEY_NAME)).mode & 0o777).toBe(0o600)
  expect(stored(folder)).toMatch(/^v1\./)
  expect(readFileSync(join(folder, DATABASE_NAME), 'latin1')).not.toContain(codeKey)
  expect(await withStore(folder, null, (store) => store.staff.accountByEmail(email))).toMatchObject({
    codeKey,
  })
})

test('keys that an older version left plain are sealed at the start', async () => {
  const folder = temporaryFolder()
  const codeKey = newCodeKey()
  await withStore(folder, null, (store) => addPerson({ store }, { codeKey }))
  const database = new Database(join(folder, DATABASE_NAME))
  database.prepare('UPDATE staff_account SET code_key = ?').run(codeKey)
  database.close()
  await withStore(folder, null, async (store) => {
    expect(await store.staff.accountByEmail(email)).toMatchObject({ codeKey })
    expect(await store.staff.sealCodeKeys()).toEqual({ unreadable: 0 })
    expect(await store.staff.accountByEmail(email)).toMatchObject({ codeKey })
  })
  expect(stored(folder)).toMatch(/^v1\./)
})

test('a new key put before the old one takes its place, and then the old one may go', async () => {
  const folder = temporaryFolder()
  const codeKey = newCodeKey()
  const [old, fresh] = [freshKey(), freshKey()]
  await withStore(folder, old, (store) => addPerson({ store }, { codeKey }))
  await withStore(folder, `${fresh},${old}`, (store) => store.staff.sealCodeKeys())
  expect(await withStore(folder, fresh, (store) => store.staff.account(1))).toMatchObject({ codeKey })
  expect(existsSync(join(folder, KEY_NAME))).toBe(false)
})

test('without the key no code is right, nothing is lost, and the key put back opens it again', async () => {
  const folder = temporaryFolder()
  const codeKey = newCodeKey()
  await withStore(folder, null, (store) => addPerson({ store }, { codeKey }))
  const kept = readFileSync(join(folder, KEY_NAME))
  rmSync(join(folder, KEY_NAME))
  await withStore(folder, null, async (store) => {
    expect(await store.staff.sealCodeKeys()).toEqual({ unreadable: 1 })
    expect(await store.staff.account(1)).toMatchObject({ codeKey: UNREADABLE })
  })
  expect(stepOfCode(UNREADABLE, codeAt(codeKey, 0), 0)).toBeNull()
  writeFileSync(join(folder, KEY_NAME), kept)
  expect(await withStore(folder, null, (store) => store.staff.account(1))).toMatchObject({ codeKey })
})

test('what was sealed for one account, or changed, opens for no other', () => {
  const key = new SecretKey('', freshKey())
  const sealed = key.seal('secret', email)
  expect(key.open(sealed, email)).toBe('secret')
  expect(key.open(sealed, 'another@example.org')).toBeNull()
  expect(key.open(`${sealed.slice(0, -2)}AA`, email)).toBeNull()
  expect(key.open(sealed.slice(0, 20), email)).toBeNull()
  expect(key.seal('secret', email)).not.toBe(sealed)
})

test('what is no key stops the start, in words that do not repeat it', async () => {
  expect(() => keysIn('too-short')).toThrow('32 bytes in base64')
  const folder = temporaryFolder()
  writeFileSync(join(folder, KEY_NAME), 'my secret words')
  const refused = openStore(folder)
  await expect(refused).rejects.toThrow(`The secret key ${join(folder, KEY_NAME)} cannot be used`)
  await expect(refused).rejects.not.toThrow('my secret words')
})
