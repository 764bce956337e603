import { expect, test } from 'vitest'
import { firstOwnerToken } from '../../../server/staff/first-owner.ts'
import { newCodeKey } from '../../../server/staff/one-time-codes.ts'
import { openStaff } from '../../../server/staff/staff.ts'
import { codeAt } from './code-now.ts'
import { addPerson, PASSWORD, testStaff } from './staff-store.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const OWNER = { role: 'owner', conversation: null }
const use = { name: 'Ifan', email: 'ifan@example.org', password: PASSWORD, codes: null }

test('an invitation makes one account, with its roles, and works once', async () => {
  const { staff, store } = await testStaff()
  const grants = [{ role: 'host', conversation: 'town-square' }]
  const { token } = await staff.links.make('invitation', { name: 'Ifan', grants })
  expect(await staff.links.look(token)).toMatchObject({
    kind: 'invitation',
    name: 'Ifan',
    grants,
    needsCodes: false,
  })
  const used = await staff.links.use({ ...use, token })
  expect(used).toMatchObject({ kind: 'invitation', isStrong: false, recoveryCodes: [] })
  expect(await store.staff.accountByEmail('ifan@example.org')).toMatchObject({ name: 'Ifan', grants })
  expect(await staff.links.look(token)).toBe('link-used')
  expect(await staff.links.use({ ...use, token, email: 'other@example.org' })).toEqual({
    refusal: 'link-used',
  })
})

test('of two who use one invitation at once one gets an account', async () => {
  const { staff, store } = await testStaff()
  const { token } = await staff.links.make('invitation', { name: 'Ifan', grants: [] })
  const both = await Promise.all(
    ['a', 'b', 'c'].map((name) => staff.links.use({ ...use, token, email: `${name}@example.org` })),
  )
  expect(both.filter((outcome) => 'account' in outcome)).toHaveLength(1)
  expect(both.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'link-used')).toHaveLength(2)
  expect(await store.staff.accounts()).toHaveLength(1)
})

test('a link is good for seven days', async () => {
  const { staff, clock } = await testStaff()
  const { token } = await staff.links.make('invitation', { grants: [] })
  clock.nowMs += WEEK_MS - 1
  expect(await staff.links.look(token)).toMatchObject({ kind: 'invitation' })
  clock.nowMs += 1
  expect(await staff.links.look(token)).toBe('link-expired')
  expect(await staff.links.use({ ...use, token })).toEqual({ refusal: 'link-expired' })
})

test('what is refused does not use the link up', async () => {
  const { staff, store } = await testStaff()
  await addPerson({ store }, { email: 'ifan@example.org' })
  const { token } = await staff.links.make('invitation', { grants: [] })
  expect(await staff.links.use({ ...use, token, password: 'short' })).toEqual({
    refusal: 'password-too-short',
  })
  expect(await staff.links.use({ ...use, token })).toEqual({ refusal: 'email-taken' })
  expect(await staff.links.use({ ...use, token, email: 'new@example.org' })).toHaveProperty('account')
})

test('a token that was never made, and one that was taken back, lead nowhere', async () => {
  const { staff, store } = await testStaff()
  expect(await staff.links.look('nothing')).toBe('link-unknown')
  const { token } = await staff.links.make('invitation', { name: 'Ifan', grants: [] })
  const [invitation] = await store.staff.invitations()
  expect(await store.staff.removeLink(invitation!.id)).toBe(true)
  expect(await staff.links.use({ ...use, token })).toEqual({ refusal: 'link-unknown' })
})

test('an owner has to prove one-time codes, and gets ten recovery codes', async () => {
  const { staff, store, clock } = await testStaff()
  const { token } = await staff.links.make('owner')
  expect(await staff.links.use({ ...use, token })).toEqual({ refusal: 'owner-needs-codes' })
  const key = newCodeKey()
  expect(await staff.links.use({ ...use, token, codes: { key, code: '000000' } })).toEqual({
    refusal: 'code-wrong',
  })
  expect(await staff.links.use({ ...use, token, codes: { key: 'AAAA', code: '000000' } })).toEqual({
    refusal: 'code-wrong',
  })
  const used = await staff.links.use({ ...use, token, codes: { key, code: codeAt(key, clock.nowMs) } })
  expect(used).toMatchObject({ isStrong: true })
  expect('recoveryCodes' in used && new Set(used.recoveryCodes).size).toBe(10)
  expect((await store.staff.accountByEmail('ifan@example.org'))?.grants).toEqual([OWNER])
})

test('each start makes a fresh link while there is no owner, and none afterwards', async () => {
  const { staff, store } = await testStaff()
  const first = await firstOwnerToken(store.staff)
  const second = await firstOwnerToken(store.staff)
  expect(await staff.links.look(first!)).toBe('link-unknown')
  const key = newCodeKey()
  const nowMs = Date.now()
  const real = openStaff(store)
  expect(
    await real.links.use({ ...use, token: second!, codes: { key, code: codeAt(key, nowMs) } }),
  ).toHaveProperty('account')
  expect(await firstOwnerToken(store.staff)).toBeNull()
})

test('a reset link gives another password and ends the sessions', async () => {
  const { staff, store } = await testStaff()
  const account = await addPerson({ store })
  const session = await staff.sessions.begin({ account, device: '', isStrong: false })
  const made = await staff.links.makeReset(account)
  expect(
    await staff.links.use({ ...use, token: made!.token, password: 'another four word password' }),
  ).toMatchObject({ account })
  expect(await staff.sessions.member(session)).toBeNull()
  const attempt = { email: 'mair@example.org', code: undefined, address: '' }
  expect(await staff.signIn.signIn({ ...attempt, password: PASSWORD })).toEqual({ refusal: 'sign-in-wrong' })
  expect(await staff.signIn.signIn({ ...attempt, password: 'another four word password' })).toMatchObject({
    account,
  })
})
