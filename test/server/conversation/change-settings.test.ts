import { expect, test } from 'vitest'
import { changeSettings, readSetting } from '../../../server/conversation/change-settings.ts'
import { helpOf, settingNames } from '../../../server/conversation/settings.ts'

test('every setting has one sentence of help in each language', () => {
  for (const name of settingNames) {
    expect(helpOf(name), name).toMatch(/^[A-Z][^.]*(\.\w[^.]*)*\.$/)
    expect(helpOf(name, 'cy'), name).toMatch(/^\p{Lu}.*\.$/u)
    expect(helpOf(name, 'cy'), name).not.toBe(helpOf(name))
  }
})

test('what is not allowed is said in words of each language, whatever it is', () => {
  for (const name of settingNames) {
    const changed = changeSettings({}, { [name]: { no: 'setting' } })
    expect(changed, name).toEqual({
      problems: [
        { setting: name, words: { en: expect.stringMatching(/^\p{Lu}.*\.$/u), cy: expect.any(String) } },
      ],
    })
  }
})

test('open data cannot be declared once somebody has voted, but can be taken back', () => {
  expect(changeSettings({}, { openData: true })).toHaveProperty('stored', { openData: true })
  expect(changeSettings({}, { openData: true }, { hasVotes: true })).toHaveProperty('problems')
  expect(changeSettings({ openData: true }, { opensAt: 9 }, { hasVotes: true })).toHaveProperty('stored')
  expect(changeSettings({ openData: true }, { openData: false }, { hasVotes: true })).toHaveProperty(
    'stored',
    {},
  )
})

test('a schedule that ends before it begins is refused, whichever of its parts was changed', () => {
  const stored = { votingFrom: '2026-03-04T09:00' }
  expect(changeSettings(stored, { votingUntil: '2026-03-04T09:00' })).toMatchObject({
    problems: [{ setting: 'votingUntil', words: { en: expect.stringContaining('before it opens') } }],
  })
  expect(changeSettings({ votingUntil: '2026-03-01T09:00' }, stored)).toMatchObject({
    problems: [{ setting: 'votingFrom' }],
  })
  expect(changeSettings(stored, { votingUntil: '2026-03-04T09:01' })).toHaveProperty('stored')
})

test('only what differs from the defaults is stored', () => {
  expect(changeSettings({}, {})).toMatchObject({ stored: {}, settings: { opensAt: 7 } })
  expect(changeSettings({}, { opensAt: 9 })).toMatchObject({
    stored: { opensAt: 9 },
    settings: { opensAt: 9 },
  })
  expect(changeSettings({ opensAt: 9 }, { opensAt: 7 })).toMatchObject({ stored: {} })
  expect(changeSettings({ opensAt: 9 }, { opensAt: undefined })).toMatchObject({ stored: {} })
})

test('of several changes none is made when one is not allowed, and the sentence names it', () => {
  expect(changeSettings({}, { opensAt: 3, strictModeration: true })).toEqual({
    problems: [
      {
        setting: 'opensAt',
        words: { en: 'Give a whole number from 7 to 1,000.', cy: 'Rhowch rif cyfan o 7 i 1,000.' },
      },
    ],
  })
})

test('an origin is written as browsers write it', () => {
  const allowed = (text: string) => 'stored' in changeSettings({}, { origins: [text] })
  expect(allowed('https://www.example.org')).toBe(true)
  expect(allowed('http://localhost:3000')).toBe(true)
  for (const text of [
    'www.example.org',
    'https://www.example.org/',
    'https://a.org/path',
    'null',
    '*',
    'https:',
  ])
    expect(allowed(text), text).toBe(false)
})

test('a value in one line is read as the setting means it', () => {
  expect(readSetting('opensAt', '20')).toBe(20)
  expect(readSetting('strictModeration', 'true')).toBe(true)
  expect(readSetting('origins', 'https://a.example')).toEqual(['https://a.example'])
  expect(readSetting('origins', 'https://a.example, https://b.example')).toEqual([
    'https://a.example',
    'https://b.example',
  ])
  expect(readSetting('origins', '')).toEqual([])
  expect(readSetting('pinned', '3, 7')).toEqual([3, 7])
  expect(readSetting('pinned', '3')).toEqual([3])
  expect(readSetting('opensAt', 'many')).toBe('many')
})
