import { expect, test } from 'vitest'
import { objectionTo } from '../../../server/staff/password-rules.ts'

test.each([
  ['short', 'password-too-short'],
  ['elevenchars', 'password-too-short'],
  ['x'.repeat(201), 'password-too-long'],
  ['qwerty123456', 'password-common'],
  ['Qwerty123456', 'password-common'],
  ['Liverpool2026!', 'password-common'],
  ['password password', 'password-common'],
  ['passwordpassword', 'password-common'],
  ['aaaaaaaaaaaaaa', 'password-common'],
  ['abababababab', 'password-common'],
  ['123123123123123', 'password-common'],
  ['abcdefghijklmnop', 'password-common'],
  ['987654321098', 'password-common'],
  ['folkmoot2026!!', 'password-common'],
  ['Mair Evans 2026', 'password-common'],
  ['mair@example.org', 'password-common'],
])('%s is refused: %s', (password, code) => {
  expect(objectionTo(password, ['Mair Evans', 'mair@example.org'])).toBe(code)
})

test.each([
  'four words without sense',
  'tractor umbrella 17 haze',
  'Llanfairpwllgwyngyll!',
  'kT9#vQ2$wL5z',
  'äöü ÄÖÜ 木木木 xyz',
])('%s is taken', (password) => {
  expect(objectionTo(password, ['Mair Evans', 'mair@example.org'])).toBeNull()
})
