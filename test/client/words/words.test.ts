// What readers meet: plurals, numbers and times in each language, and catalogues without a gap or a leftover.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fillMessage, namesIn, type Message } from '../../../server/protocol/words/message.ts'
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
  const months = Array.from({ length: 12 }, (_, i) => welsh.sayDate(Date.UTC(2026, i, 1)))
  expect(months.slice(0, 3)).toEqual(['1 Ionawr 2026', '1 Chwefror 2026', '1 Mawrth 2026'])
  const known = new Intl.DateTimeFormat('cy', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  expect(months).toEqual(Array.from({ length: 12 }, (_, i) => known.format(Date.UTC(2026, i, 1))))
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

const client = fileURLToPath(new URL('../../../client/', import.meta.url))
const server = fileURLToPath(new URL('../../../server/', import.meta.url))
const sourcePaths = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.tsx?$/.test(path),
)
/** Folders of the client that hold catalogues: the one of every page, and those of rooms that few people open. */
const catalogueFolders = sourcePaths.flatMap((path) => (path.endsWith('words/en.ts') ? [dirname(path)] : []))
/** The catalogue of every page holds what the server says as well, as it draws the page to take part; some is chosen for both. */
const serverPages = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(http\/|forms\/|protocol\/)[\w-]+\.ts$/.test(path))
  .map((path) => join(server, path))
const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))

async function cataloguesIn(folder: string) {
  const read = async (language: string) => {
    const module = (await import(join(client, folder, `${language}.ts`))) as Record<string, unknown>
    return module[language] as Readonly<Record<string, Message>>
  }
  return { en: await read('en'), cy: await read('cy') }
}

test.each(catalogueFolders)(
  'the catalogues of %s have the same keys and names in every form',
  async (folder) => {
    const { en, cy } = await cataloguesIn(folder)
    expect(Object.keys(cy)).toEqual(Object.keys(en))
    for (const [key, message] of Object.entries(en)) {
      const names = namesIn(forms(message).at(-1) ?? '').sort()
      for (const text of [...forms(message), ...forms(cy[key]!)]) {
        expect([key, namesIn(text).sort()]).toEqual([key, names])
        expect(text.trim()).not.toBe('')
      }
    }
  },
)

test.each(catalogueFolders)('every message of %s is used', async (folder) => {
  const { en } = await cataloguesIn(folder)
  const sources = [
    ...sourcePaths
      .filter((path) => !catalogueFolders.includes(dirname(path)))
      .map((path) => join(client, path)),
    ...serverPages,
  ]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  expect(Object.keys(en).filter((key) => !sources.includes(`'${key}'`))).toEqual([])
})
