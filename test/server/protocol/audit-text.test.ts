import { expect, test } from 'vitest'
import { sceneNames } from '../../../server/protocol/stage.ts'
import { auditCodesThatSay, auditText } from '../../../server/protocol/staff/audit-text.ts'
import { cy } from '../../../server/protocol/staff/audit-words/cy.ts'
import { en } from '../../../server/protocol/staff/audit-words/en.ts'
import { namesIn } from '../../../server/protocol/words/message.ts'

const line = (code: string | null, detail: Record<string, unknown> | null = null, subject = '') => ({
  code,
  subject,
  detail,
})

test('every line has words in both languages, which need the same', () => {
  expect(Object.keys(cy)).toEqual(Object.keys(en))
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect([key, namesIn(cy[key]).sort()]).toEqual([key, namesIn(en[key]).sort()])
    expect(cy[key].trim()).not.toBe('')
  }
})

test('one line is read in either language, with roles, settings and numbers in its words', () => {
  const roles = line('changed-roles', {
    account: 3,
    name: 'Ifan',
    from: [],
    to: [
      { role: 'host', conversation: 'town-square' },
      { role: 'viewer', conversation: null },
    ],
  })
  expect(auditText(roles, 'en')).toEqual({
    text: 'Changed the roles of Ifan from nothing to host in town-square, viewer everywhere',
    language: 'en',
    more: [['account', '3']],
  })
  expect(auditText(roles, 'cy').text).toBe(
    'Newidiodd rolau Ifan o dim i gwesteiwr yn town-square, gwyliwr ym mhobman',
  )
  const setting = line('changed-setting', { setting: 'opensAt', from: 7, to: 20 })
  expect(auditText(setting, 'en')).toMatchObject({
    text: 'Changed the setting “The map opens at”',
    more: [
      ['from', '7'],
      ['to', '20'],
    ],
  })
  expect(auditText(setting, 'cy').more.map(([name]) => name)).toEqual(['o', 'i'])
})

test('what was directed and what was written is told in words', () => {
  const choice = (part: string, choice: string) =>
    auditText(line('directed-stage', { part, choice }), 'cy').text
  expect(choice('scene', 'statement')).toBe('Ar y sgrin, golygfa: un datganiad')
  expect(choice('scene', 'word')).toBe('Ar y sgrin, golygfa: gair gan y gwesteiwr')
  expect(choice('countdown', '300')).toBe('Ar y sgrin, cyfrif i lawr: 5:00')
  expect(choice('replay', 'fast')).toBe('Ar y sgrin, twf y map: ddwywaith mor gyflym')
  const scenes = sceneNames.map((scene) => choice('scene', scene).split(': ')[1])
  expect(scenes.filter((words) => sceneNames.some((name) => name === words && name !== 'map'))).toEqual([])
  const setting = (name: string) => auditText(line('changed-setting', { setting: name }), 'en').text
  expect(setting('purpose.cy')).toBe('Changed the setting “Purpose, in Welsh”')
  expect(setting('questions')).toBe('Changed the setting “Questions about people”')
  expect(auditText(line('made-screen-link', { number: 2, name: '' }), 'cy').more).toEqual([['rhif', '2']])
})

test('many statements are named up to twenty', () => {
  const statements = Array.from({ length: 23 }, (_, id) => id)
  expect(auditText(line('accept', { statements: [7] }), 'en').text).toBe('Accepted: statement 7')
  expect(auditText(line('accept', { statements }), 'en').text).toMatch(
    /^Accepted: statements 0, 1, .*, 19 and 3 more$/,
  )
})

test('lines of before are shown as they were written, in English', () => {
  const old = line(null, { from: 7, to: 20 }, 'setting opensAt')
  expect(auditText(old, 'cy')).toMatchObject({ text: 'setting opensAt', language: 'en' })
})

test('a line of a later version, or one that lacks something, is still a line', () => {
  expect(auditText(line('not-known-yet', { a: 1 }), 'en')).toMatchObject({ text: 'not-known-yet' })
  expect(auditText(line('invited'), 'en').text).toBe('Invited – as –')
  expect(auditText(line('value-open'), 'en').text).toBe('value-open')
})

test('what the words of a language say is found, and not what they leave open', () => {
  expect(auditCodesThatSay('PASSWORD', 'en')).toEqual(['changed-password', 'made-reset-link'])
  expect(auditCodesThatSay('gyfrinair', 'cy')).toEqual(['changed-password', 'made-reset-link'])
  expect(auditCodesThatSay('name', 'en')).toEqual([])
})
