import { expect, test } from 'vitest'
import { changeSettings, readSetting } from '../../../server/conversation/change-settings.ts'
import { helpOf, settingNames } from '../../../server/conversation/settings.ts'

test('every setting has one sentence of help', () => {
  for (const name of settingNames) expect(helpOf(name), name).toMatch(/^[A-Z][^.]*(\.\w[^.]*)*\.$/)
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
    problems: [expect.stringMatching(/^opensAt: /)],
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
