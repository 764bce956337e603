import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openStore, DATABASE_NAME } from '../../../server/store/open.ts'
import type { NewAccount, NewSession } from '../../../server/store/staff-store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { emptySquare, townSquare } from './town-square.ts'

const OWNER = { role: 'owner', conversation: null }
const HOST = { role: 'host', conversation: 'town-square' }

const mair: NewAccount = {
  name: 'Mair',
  email: 'mair@example.org',
  passwordHash: 'a hash',
  codeKey: null,
  codeStep: 0,
  recoveryHashes: ['one', 'two'],
  issuer: null,
  subject: null,
  createdAtMs: 1,
}
const session: NewSession = {
  id: 'session-1',
  tokenHash: 'token-1',
  account: 1,
  device: 'Firefox, Linux',
  isStrong: false,
  createdAtMs: 100,
}
const entry = {
  timeMs: 5,
  account: 1,
  name: 'Mair',
  role: 'owner',
  action: 'manage-staff',
  conversation: null,
  code: null,
  subject: 'invited Ifan',
  detail: { grants: [HOST] },
}

async function open() {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close().catch(() => {}))
  await store.importConversation(townSquare)
  return { folder, store, staff: store.staff }
}

test('an account comes back with what it may do, by number, address and subject', async () => {
  const { staff } = await open()
  expect(await staff.addAccount({ ...mair, issuer: 'https://login', subject: '7' }, [OWNER, HOST])).toEqual({
    account: 1,
  })
  const found = await staff.account(1)
  expect(found).toMatchObject({ name: 'Mair', isLinked: true, grants: [OWNER, HOST] })
  expect(await staff.accountByEmail('mair@example.org')).toEqual(found)
  expect(await staff.accountBySubject('https://login', '7')).toEqual(found)
  expect(await staff.accountBySubject('https://other', '7')).toBeNull()
  expect(await staff.accounts()).toEqual([found])
})

test('an address and a subject belong to one account', async () => {
  const { staff } = await open()
  await staff.addAccount({ ...mair, issuer: 'i', subject: 's' }, [])
  expect(await staff.addAccount(mair, [])).toEqual({ refusal: 'email-taken' })
  const other = { ...mair, email: 'other@example.org', issuer: 'i', subject: 's' }
  expect(await staff.addAccount(other, [])).toEqual({ refusal: 'subject-taken' })
  expect(await staff.accounts()).toHaveLength(1)
})

test('the number of an account that is gone is not given again', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [])
  expect(await staff.removeAccount(1)).toBe('done')
  expect(await staff.addAccount(mair, [])).toEqual({ account: 2 })
})

test('a role in a conversation that there is not is refused, and nothing changes', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [HOST])
  expect(await staff.setGrants(1, [{ role: 'host', conversation: 'nowhere' }])).toBe('unknown-conversation')
  expect((await staff.account(1))?.grants).toEqual([HOST])
})

test('of two owners who are demoted at once one stays', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [OWNER])
  await staff.addAccount({ ...mair, email: 'second@example.org' }, [OWNER])
  const outcomes = await Promise.all([staff.setGrants(1, [HOST]), staff.setGrants(2, [])])
  expect([...outcomes].sort()).toEqual(['done', 'last-owner'])
})

test('a half minute is taken once, and none before it afterwards', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [])
  const taken = await Promise.all([10, 10, 9, 11].map((step) => staff.takeCodeStep(1, step)))
  expect(taken).toEqual([true, false, false, true])
})

test('a recovery code is taken once', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [])
  expect(await Promise.all([staff.takeRecoveryCode(1, 'one'), staff.takeRecoveryCode(1, 'one')])).toEqual([
    true,
    false,
  ])
  expect(await staff.recoveryCodesLeft(1)).toBe(1)
  await staff.changeAccount(1, { recoveryHashes: ['three', 'four', 'five'] })
  expect(await staff.takeRecoveryCode(1, 'two')).toBe(false)
  expect(await staff.recoveryCodesLeft(1)).toBe(3)
})

test('a session is found while it is young and used, and goes with its account', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [])
  await staff.addSession(session)
  expect(await staff.session('token-1', 99, 99)).toEqual({
    id: 'session-1',
    account: 1,
    device: 'Firefox, Linux',
    isStrong: false,
    createdAtMs: 100,
    seenAtMs: 100,
  })
  expect(await staff.session('token-1', 100, 99)).toBeNull()
  await staff.touchSession('session-1', 200, 99, 99)
  expect(await staff.session('token-1', 99, 199)).toMatchObject({ seenAtMs: 200 })
  expect(await staff.session('token-1', 99, 200)).toBeNull()
  await staff.removeAccount(1)
  expect(await staff.session('token-1', 0, 0)).toBeNull()
})

test('sessions that are over are forgotten when another is used', async () => {
  const { staff } = await open()
  await staff.addAccount(mair, [])
  await staff.addSession(session)
  await staff.addSession({ ...session, id: 'session-2', tokenHash: 'token-2', createdAtMs: 5_000 })
  await staff.touchSession('session-2', 6_000, 1_000, 1_000)
  expect((await staff.sessions(null, 0, 0)).map(({ id }) => id)).toEqual(['session-2'])
})

test('roles in a conversation go with it, and what was done in it stays in the audit log', async () => {
  const { staff, store } = await open()
  await store.importConversation(emptySquare)
  await staff.record({ ...entry, conversation: 'empty-square' })
  await staff.addAccount(mair, [{ role: 'host', conversation: 'empty-square' }])
  expect(await store.management.purge('empty-square')).toBe(true)
  expect((await staff.account(1))?.grants).toEqual([])
  expect(await staff.auditLog({ conversation: 'empty-square' }, null, 10)).toHaveLength(1)
})

test('entries of the audit log can be neither changed nor taken away, nor replaced', async () => {
  const { folder, staff } = await open()
  await staff.record(entry)
  const database = new Database(join(folder, DATABASE_NAME))
  onTestFinished(() => void database.close())
  database.pragma('recursive_triggers = ON')
  const sentences = [
    "UPDATE audit_log SET name = 'nobody'",
    'DELETE FROM audit_log',
    `INSERT OR REPLACE INTO audit_log (number, time_ms, name, action, subject) VALUES (1, 1, 'x', 'y', 'z')`,
  ]
  for (const sentence of sentences) expect(() => database.prepare(sentence).run()).toThrow('append-only')
  expect(await staff.auditLog({}, null, 10)).toEqual([{ number: 1, ...entry }])
})

test('the audit log is there after a restart, the account that did it or not', async () => {
  const { folder, staff, store } = await open()
  await staff.addAccount(mair, [])
  await staff.record(entry)
  await staff.removeAccount(1)
  await store.close()
  const again = await openStore(folder)
  expect(await again.staff.auditLog({ account: 1, text: 'IFAN' }, null, 10)).toMatchObject([{ name: 'Mair' }])
  await again.close()
  rmSync(folder, { recursive: true, force: true })
})
