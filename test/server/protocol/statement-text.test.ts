import { expect, test } from 'vitest'
import { adviceOn, lengthOf, tidied, troubleWith } from '../../../server/protocol/statement-text.ts'

test('a text is stored with single spaces, composed letters and nothing invisible', () => {
  expect(tidied('  More\n\ttrees\u202e. ')).toBe('More trees.')
  expect(tidied('cafe\u0301')).toBe('café')
  expect(tidied('\u200b \ufeff')).toBe('')
})

test('an emoji and an accented letter count as one character', () => {
  expect(lengthOf('🌳é')).toBe(2)
})

test.each([
  ['', 'statement-empty'],
  ['… !?', 'statement-empty'],
  ['https://example.org/a-page', 'statement-only-links'],
  ['www.example.org https://example.org', 'statement-only-links'],
  ['12 https://example.org', 'statement-only-links'],
  ['x'.repeat(141), 'statement-too-long'],
  ['x'.repeat(140), null],
  ['See https://example.org for the plan', null],
] as const)('“%s” has the trouble %s', (text, trouble) => {
  expect(troubleWith(text, 140)).toBe(trouble)
})

test.each([
  ['More trees in the square.', []],
  ['Why are there no trees?', ['question']],
  ['Pam nad oes coed?', ['question']],
  ['Plant more trees. Close the road.', ['two-ideas']],
  ['Plant more trees in the square and close the road to all cars.', ['two-ideas']],
  ['Plannwch fwy o goed yn y sgwâr a hefyd caewch y ffordd i bob car.', ['two-ideas']],
  ['Fish and chips should stay.', []],
  ['My house at CF10 1AA is noisy.', ['postcode']],
  ['My house at sw1a1aa is noisy.', ['postcode']],
  ['Ring me on 029 2087 2087.', ['phone']],
  ['Ring me on +44 7700 900123.', ['phone']],
  ['It cost £2,400,000 in 2025 and 2026.', []],
  ['Write to jane.doe@example.org.', ['email']],
] as const)('“%s” is given the advice %j', (text, advice) => {
  expect(adviceOn(text)).toEqual(advice)
})
