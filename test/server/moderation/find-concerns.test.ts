// What the checks tell moderators of, in English and Welsh, and what they leave alone.
import { expect, test } from 'vitest'
import { builtInLists } from '../../../server/moderation/built-in-lists.ts'
import { findConcerns } from '../../../server/moderation/find-concerns.ts'
import { guessLanguage } from '../../../server/moderation/guess-language.ts'
import { isHeld, showsUnseen } from '../../../server/moderation/modes.ts'
import { foldText, patternOf } from '../../../server/moderation/word-list.ts'

const words = patternOf(['bloody', 'uffern*', 'hen ddyn', 'tŵp'])

test.each([
  ['See https://example.org/parking for why.', ['link']],
  ['Gweler www.cyngor.cymru am fwy.', ['link']],
  ['Read about it on ourtown.wales', ['link']],
  ['Write to ann.jones@example.org', ['email']],
  ['Ffoniwch fi ar 029 2087 2087', ['phone']],
  ['Close the road at CF10 1AA', ['postcode']],
  ['The bins at 12 Mill Lane are never emptied', ['address']],
  ['Mae’r biniau yn 4a Heol y Bryn yn llawn', ['address']],
  ['Cllr Evans should resign', ['name']],
  ['Dylai’r Cynghorydd Evans ymddiswyddo', ['name']],
  ['This bloody car park', ['word']],
  ['Mae’n uffernol yma', ['word']],
  ['Nid hen ddyn ydw i', ['word']],
  ['Mae hyn yn dwp, TWP iawn', ['word']],
])('“%s” is told of', (text, expected) => {
  expect(findConcerns(text, words)).toEqual(expected)
})

test.each([
  'The bloodyish colour is ugly', // a listed word ends where the letters end
  'Parking should cost 2.50 an hour, 4.00 after 18:00.',
  'There should be 20 mile per hour zones',
  'Dylai fod mwy o goed yn y sgwâr.',
  'Miss no chance to plant trees',
  'We need e.g. benches etc.by the river',
])('“%s” is not', (text) => {
  expect(findConcerns(text, words)).toEqual([])
})

test('an empty list flags nothing', () => {
  expect(patternOf([])).toBeNull()
  expect(patternOf(['*', ' '])).toBeNull()
})

test('a word of the list stands for itself, whatever signs it holds', () => {
  expect(patternOf(['c++', 'a.b'])!.test(foldText('I like C++ a lot'))).toBe(true)
  expect(patternOf(['a.b'])!.test('axb')).toBe(false)
})

test('the built-in words are all found by themselves', () => {
  const pattern = patternOf(builtInLists.words)!
  for (const word of builtInLists.words)
    expect(pattern.test(foldText(`Oh ${word.replace('*', '')}!`))).toBe(true)
})

test.each([
  ['The buses should be free for everyone under 18.', 'en'],
  ['More trees.', 'en'],
  ['Dylai fod bysiau am ddim i bawb dan 18 oed.', 'cy'],
  ['Mwy o goed.', 'cy'],
  ['Mae angen gwell llwybrau beicio yn y dref.', 'cy'],
  ['Rhaid cadw’r llyfrgell ar agor.', 'cy'],
  ['12345', null],
  ['', null],
])('“%s” is taken for %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language)
})

test('only where anyone may write and moderation is not strict are statements shown unseen', () => {
  const shown = (settings: Record<string, unknown>) => showsUnseen(settings)
  expect(shown({})).toBe(false)
  expect(shown({ whoWrites: 'approval' })).toBe(false)
  expect(shown({ whoWrites: 'anyone' })).toBe(true)
  expect(shown({ whoWrites: 'anyone', strictModeration: true })).toBe(false)
})

test('personal data and listed words hold a statement, links and names do not', () => {
  expect(isHeld('Ring me on 029 2087 2087', null)).toBe(true)
  expect(isHeld('This bloody car park', words)).toBe(true)
  expect(isHeld('See https://example.org', words)).toBe(false)
  expect(isHeld('Cllr Evans is right', words)).toBe(false)
})
