// What readers meet: plurals, numbers and times in each language, and catalogues without a gap or a leftover.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cy } from '../../../client/words/cy.ts'
import { en } from '../../../client/words/en.ts'
import { fillMessage, namesIn, type Message } from '../../../client/words/message.ts'
import { wordsIn } from '../../../client/words/words.ts'

const english = wordsIn('en', { timeZone: 'Europe/London' })
const welsh = wordsIn('cy', { timeZone: 'Europe/London' })

test('English has one and many', () => {
  expect(english.say('votes', { count: 1 })).toBe('1 vote')
  expect(english.say('votes', { count: 12345 })).toBe('12,345 votes')
  expect(english.say('progress', { voted: 8, count: 46 })).toBe('8 of 46, you can stop at any time')
})

test('Welsh changes the word after the number', () => {
  const votes = [0, 1, 2, 3, 6, 7, 1234].map((count) => welsh.say('votes', { count }))
  expect(votes).toEqual([
    '0 o bleidleisiau',
    '1 bleidlais',
    '2 bleidlais',
    '3 pleidlais',
    '6 phleidlais',
    '7 o bleidleisiau',
    '1,234 o bleidleisiau',
  ])
})

test('a time of today stands alone, another day has its date', () => {
  const now = Date.UTC(2026, 2, 4, 20, 0)
  expect(english.sayTime(Date.UTC(2026, 2, 4, 14, 5), now)).toBe('14:05')
  expect(english.sayTime(Date.UTC(2026, 2, 3, 9, 5), now)).toBe('3 March 2026, 09:05')
  expect(welsh.sayTime(Date.UTC(2026, 2, 3, 9, 5), now)).toBe('3 Mawrth 2026, 09:05')
  expect(english.sayDate(now)).toBe('4 March 2026')
})

test('shares are whole percent', () => {
  expect(english.sayShare(0.237)).toBe('24%')
})

test('a missing value is a mistake that shows at once', () => {
  const rules = new Intl.PluralRules('en')
  const numbers = new Intl.NumberFormat('en')
  expect(() => fillMessage('Hello {name}', {}, rules, numbers)).toThrow('{name}')
  expect(() => fillMessage({ other: '{count}' }, {}, rules, numbers)).toThrow('count')
})

test('both catalogues have the same keys and the same names in every form', () => {
  expect(Object.keys(cy)).toEqual(Object.keys(en))
  const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))
  for (const [key, message] of Object.entries<Message>(en)) {
    const names = namesIn(forms(message).at(-1) ?? '').sort()
    for (const text of [...forms(message), ...forms(cy[key as keyof typeof cy])]) {
      expect([key, namesIn(text).sort()]).toEqual([key, names])
    }
  }
})

test('every message is used, and no text is empty', () => {
  const client = fileURLToPath(new URL('../../../client/', import.meta.url))
  const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('words'))
    .map((path) => readFileSync(join(client, path), 'utf8'))
    .join('\n')
  const unused = Object.keys(en).filter((key) => !sources.includes(`'${key}'`))
  expect(unused).toEqual([])
  for (const catalogue of [en, cy]) {
    for (const message of Object.values<Message>(catalogue)) {
      for (const text of typeof message === 'string' ? [message] : Object.values(message)) {
        expect(text.trim()).not.toBe('')
      }
    }
  }
})
