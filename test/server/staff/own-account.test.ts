import { expect, test } from 'vitest'
import { newCodeKey } from '../../../server/staff/one-time-codes.ts'
import { codeAt } from './code-now.ts'
import { addPerson, PASSWORD, testStaff } from './staff-store.ts'

const NEXT = 'tractor umbrella 17 haze'

async function signedInPerson(grants: Parameters<typeof addPerson>[2] = []) {
  const all = await testStaff()
  const account = await addPerson(all, {}, grants)
  const begin = async () => all.staff.sessions.begin({ account, device: '', isStrong: false })
  const token = await begin()
  const other = await begin()
  const member = (await all.staff.sessions.member(token))!
  return { ...all, ...all.staff, account, token, other, member }
}

test('another password needs the present one, follows the rules, and ends all other sessions', async () => {
  const { ownAccount, sessions, member, token, other } = await signedInPerson()
  const refused = async (current: string, next: string) =>
    (await ownAccount.changePassword(member, { current, next }))?.refusal
  expect(await refused('wrong', NEXT)).toBe('password-wrong')
  expect(await refused(PASSWORD, 'short')).toBe('password-too-short')
  expect(await sessions.member(other)).not.toBeNull()
  expect(await refused(PASSWORD, NEXT)).toBeUndefined()
  expect(await sessions.member(other)).toBeNull()
  expect(await sessions.member(token)).not.toBeNull()
})

test('guessing the present password in an open session locks the account', async () => {
  const { ownAccount, member } = await signedInPerson()
  const answers = []
  for (let i = 0; i < 11; i++)
    answers.push((await ownAccount.changePassword(member, { current: 'wrong', next: NEXT }))?.refusal)
  expect(answers.slice(9)).toEqual(['password-wrong', 'sign-in-locked'])
})

test('an owner who sets up one-time codes gets the held-back roles in the same session', async () => {
  const { ownAccount, sessions, member, token, clock } = await signedInPerson([
    { role: 'owner', conversation: null },
  ])
  expect(member).toMatchObject({ grants: [], needsCodes: true })
  const key = newCodeKey()
  const set = { password: PASSWORD, key, code: codeAt(key, clock.nowMs) }
  expect(await ownAccount.setUpCodes(member, { ...set, code: '000000' })).toEqual({ refusal: 'code-wrong' })
  expect(await ownAccount.setUpCodes(member, set)).toHaveProperty('recoveryCodes.length', 10)
  expect(await sessions.member(token)).toMatchObject({ grants: [{ role: 'owner' }], needsCodes: false })
  expect(await ownAccount.removeCodes(member, PASSWORD)).toEqual({ refusal: 'owner-needs-codes' })
})

test('the code that proved the key is used up by it', async () => {
  const { ownAccount, signIn, member, clock } = await signedInPerson()
  const key = newCodeKey()
  const code = codeAt(key, clock.nowMs)
  await ownAccount.setUpCodes(member, { password: PASSWORD, key, code })
  const attempt = { email: 'mair@example.org', password: PASSWORD, address: '' }
  expect(await signIn.signIn({ ...attempt, code })).toEqual({ refusal: 'code-wrong' })
  clock.nowMs += 30_000
  expect(await signIn.signIn({ ...attempt, code: codeAt(key, clock.nowMs) })).toMatchObject({
    isStrong: true,
  })
})

test('a session ends after twelve hours without use, and after a week in any case', async () => {
  const { sessions, token, clock } = await signedInPerson()
  const HOUR_MS = 60 * 60 * 1000
  clock.nowMs += 11 * HOUR_MS
  expect(await sessions.member(token)).not.toBeNull()
  clock.nowMs += 11 * HOUR_MS
  expect(await sessions.member(token)).not.toBeNull()
  for (let hours = 22; hours < 7 * 24 - 11; hours += 11) {
    clock.nowMs += 11 * HOUR_MS
    await sessions.member(token)
  }
  clock.nowMs += 11 * HOUR_MS
  expect(await sessions.member(token)).toBeNull()
})
