import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hashOfRecoveryCode, newCodeKey } from '../../../server/staff/one-time-codes.ts'
import { isPassword } from '../../../server/staff/passwords.ts'
import { SignIn } from '../../../server/staff/sign-in.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { codeAt } from './code-now.ts'
import { addPerson, PASSWORD, testStaff } from './staff-store.ts'

const attempt = { email: 'mair@example.org', password: PASSWORD, code: undefined, address: '192.0.2.1' }
const QUARTER_MS = 15 * 60 * 1000

test('the right password signs in, a wrong one and an unknown address are refused alike', async () => {
  const all = await testStaff()
  const account = await addPerson(all)
  const { signIn } = all.staff
  expect(await signIn.signIn(attempt)).toEqual({ account, isStrong: false })
  const refused = { refusal: 'sign-in-wrong' }
  expect(await signIn.signIn({ ...attempt, password: 'another password' })).toEqual(refused)
  expect(await signIn.signIn({ ...attempt, email: 'nobody@example.org' })).toEqual(refused)
})

test('where there is no account a password is checked all the same, and none is right', async () => {
  expect(await isPassword(null, 'nobody has this password')).toBe(false)
})

test('ten failures lock an account for a quarter of an hour, from every address and for the right password too', async () => {
  const all = await testStaff()
  await addPerson(all)
  const { signIn } = all.staff
  const wrong = (i: number) => ({ ...attempt, password: 'wrong', address: `192.0.2.${i}` })
  for (let i = 0; i < 9; i++) expect(await signIn.signIn(wrong(i))).toEqual({ refusal: 'sign-in-wrong' })
  expect(await signIn.signIn(wrong(9))).toEqual({ refusal: 'sign-in-locked' })
  expect(await signIn.signIn({ ...attempt, address: '198.51.100.1' })).toEqual({ refusal: 'sign-in-locked' })
  expect(await all.store.staff.auditLog({}, null, 10)).toMatchObject([
    { name: 'Mair', code: 'sign-in-locked' },
  ])
  all.clock.nowMs += QUARTER_MS
  expect(await signIn.signIn(attempt)).toMatchObject({ isStrong: false })
})

test('an account that there is not is locked in the same words', async () => {
  const { staff } = await testStaff()
  const answers = []
  for (let i = 0; i < 11; i++) {
    const outcome = await staff.signIn.signIn({
      ...attempt,
      email: 'nobody@example.org',
      address: `192.0.2.${i}`,
    })
    answers.push('refusal' in outcome ? outcome.refusal : 'in')
  }
  expect(answers.slice(8)).toEqual(['sign-in-wrong', 'sign-in-locked', 'sign-in-locked'])
})

test('ten failures from one address lock it for every account', async () => {
  const all = await testStaff()
  await addPerson(all)
  const { signIn } = all.staff
  for (let i = 0; i < 10; i++) await signIn.signIn({ ...attempt, email: `person-${i}@example.org` })
  expect(await signIn.signIn(attempt)).toEqual({ refusal: 'sign-in-locked' })
  expect(await signIn.signIn({ ...attempt, address: '198.51.100.1' })).toMatchObject({ isStrong: false })
})

test('of a hundred tries at once no more than ten are looked at', async () => {
  const all = await testStaff()
  await addPerson(all)
  const tries = Array.from({ length: 100 }, (_, i) =>
    all.staff.signIn.signIn({ ...attempt, password: 'wrong', address: `192.0.2.${i}` }),
  )
  const answers = await Promise.all(tries)
  expect(
    answers.filter((answer) => 'refusal' in answer && answer.refusal === 'sign-in-locked').length,
  ).toBeGreaterThanOrEqual(90)
})

test('signing in oneself does not wash an address clean', async () => {
  const all = await testStaff()
  await addPerson(all)
  const { signIn } = all.staff
  for (let i = 0; i < 9; i++) await signIn.signIn({ ...attempt, email: `person-${i}@example.org` })
  expect(await signIn.signIn(attempt)).toMatchObject({ isStrong: false })
  await signIn.signIn({ ...attempt, email: 'person-9@example.org' })
  expect(await signIn.signIn(attempt)).toEqual({ refusal: 'sign-in-locked' })
})

test.each([
  ['of now', 0, true],
  ['of a clock that is half a minute slow', -30_000, true],
  ['of a clock that is half a minute fast', 30_000, true],
  ['of a clock that is a minute and a half slow', -90_000, false],
  ['of a clock that is a minute and a half fast', 90_000, false],
])('a one-time code %s', async (_, skewMs, isTaken) => {
  const all = await testStaff()
  const codeKey = newCodeKey()
  await addPerson(all, { codeKey })
  const code = codeAt(codeKey, all.clock.nowMs + skewMs)
  const outcome = await all.staff.signIn.signIn({ ...attempt, code })
  expect(outcome).toMatchObject(isTaken ? { isStrong: true } : { refusal: 'code-wrong' })
})

test('a one-time code is asked for after the right password only, and taken once', async () => {
  const all = await testStaff()
  const codeKey = newCodeKey()
  await addPerson(all, { codeKey })
  const { signIn } = all.staff
  expect(await signIn.signIn({ ...attempt, password: 'wrong' })).toEqual({ refusal: 'sign-in-wrong' })
  expect(await signIn.signIn(attempt)).toEqual({ refusal: 'code-wanted' })
  const code = codeAt(codeKey, all.clock.nowMs)
  const both = await Promise.all([signIn.signIn({ ...attempt, code }), signIn.signIn({ ...attempt, code })])
  expect(both.filter((outcome) => 'account' in outcome)).toHaveLength(1)
  // Nor is the code before it, which somebody may have looked at over a shoulder.
  const before = codeAt(codeKey, all.clock.nowMs - 30_000)
  expect(await signIn.signIn({ ...attempt, code: before })).toEqual({ refusal: 'code-wrong' })
})

test('guessing one-time codes locks the account', async () => {
  const all = await testStaff()
  await addPerson(all, { codeKey: newCodeKey() })
  const answers = []
  for (let i = 0; i < 10; i++) {
    // Asking for the code in between forgets nothing.
    await all.staff.signIn.signIn({ ...attempt, address: `192.0.2.${i}` })
    const outcome = await all.staff.signIn.signIn({ ...attempt, code: '000000', address: `192.0.2.${i}` })
    answers.push('refusal' in outcome ? outcome.refusal : 'in')
  }
  expect(answers.at(-1)).toBe('sign-in-locked')
})

test('a recovery code stands in for a one-time code once, however it is typed', async () => {
  const all = await testStaff()
  await addPerson(all, { codeKey: newCodeKey(), recoveryHashes: [hashOfRecoveryCode('k7mw3-q9xhd')] })
  expect(await all.staff.signIn.signIn({ ...attempt, code: ' K7MW3 q9xhd' })).toMatchObject({
    isStrong: true,
  })
  expect(await all.staff.signIn.signIn({ ...attempt, code: 'k7mw3-q9xhd' })).toEqual({
    refusal: 'code-wrong',
  })
})

test('starting the service again unlocks nobody, and what is stored names nobody', async () => {
  const folder = temporaryFolder()
  const clock = { nowMs: Date.UTC(2026, 2, 4) }
  const open = async () => {
    const store = await openStore(folder)
    return { store, signIn: new SignIn(store.staff, () => clock.nowMs) }
  }
  const first = await open()
  await addPerson(first)
  for (const email of [attempt.email, 'nobody@example.org']) {
    for (let i = 0; i < 10; i++) {
      await first.signIn.signIn({ ...attempt, email, password: 'wrong', address: `192.0.2.${i}` })
      clock.nowMs += 1_000
    }
    clock.nowMs += 60_000
  }
  await first.store.close()
  const stored = readFileSync(join(folder, DATABASE_NAME), 'latin1')
  expect(stored).not.toContain('nobody@example.org')
  expect(stored).not.toContain('192.0.2.')

  const again = await open()
  onTestFinished(() => again.store.close())
  for (const email of [attempt.email, 'nobody@example.org']) {
    const elsewhere = { ...attempt, email, address: '198.51.100.1' }
    expect(await again.signIn.signIn(elsewhere)).toEqual({ refusal: 'sign-in-locked' })
  }
  clock.nowMs += QUARTER_MS
  expect(await again.signIn.signIn(attempt)).toMatchObject({ isStrong: false })
})

test('one who changes the last digits of an IPv6 address stays one', async () => {
  const all = await testStaff()
  await addPerson(all)
  const from = (i: number) => ({ email: `person-${i}@example.org`, address: `2001:db8:1:2::${i}` })
  for (let i = 1; i <= 10; i++) await all.staff.signIn.signIn({ ...attempt, ...from(i) })
  const next = { ...attempt, address: '2001:db8:1:2::99' }
  expect(await all.staff.signIn.signIn(next)).toEqual({ refusal: 'sign-in-locked' })
})
