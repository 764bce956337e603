import { expect, test } from 'vitest'
import { acceptedSeeds, readSeeds } from '../../../server/facilitate/read-seeds.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, known: string[] = [], limit = 140) => readSeeds(bytes(text), known, limit)
/** `line verdict text` for each row. */
const short = (rows: ReturnType<typeof readSeeds>) =>
  typeof rows === 'string' ? rows : rows.map(({ line, verdict, text }) => `${line} ${verdict} ${text}`)

test('lines are statements as they stand, commas, semicolons and quotation marks included', () => {
  expect(short(read('More trees, please.\nNo cars; no vans.\n\nHe said “no”.\n'))).toEqual([
    '1 ok More trees, please.',
    '2 ok No cars; no vans.',
    '3 empty ',
    '4 ok He said “no”.',
  ])
})

test('a table with a heading gives the column under it, whichever separator and mark it has', () => {
  const expected = ['2 ok More trees, please.', '3 ok No cars.']
  expect(short(read('\ufeffstatement,author\r\n"More trees, please.",A\r\nNo cars.,B\r\n'))).toEqual(expected)
  expect(short(read('id;Text;x\n1;More trees, please.;\n2;No cars.;\n'))).toEqual(expected)
  expect(short(read('datganiad\tx\nMore trees, please.\t1\nNo cars.\t2'))).toEqual(expected)
})

test('trailing commas and quoted texts make a table of lines without a heading', () => {
  expect(short(read('More trees.,,\nNo cars.,,\n'))).toEqual(['1 ok More trees.', '2 ok No cars.'])
  expect(short(read('"More\ntrees, please."\nNo ""cars"".\n"A ""quiet"" street."'))).toEqual([
    '1 ok More trees, please.',
    '3 ok No ""cars"".',
    '4 ok A "quiet" street.',
  ])
})

test('each row says why it would not be stored, and of what it is a duplicate', () => {
  const rows = read(`No cars.\nno CARS\nMore trees!\n${'x'.repeat(150)}\nhttps://example.org\n!!!`, [
    'More trees.',
  ])
  expect(rows).toMatchObject([
    { line: 1, verdict: 'ok' },
    { line: 2, verdict: 'duplicate', sameAs: 1 },
    { line: 3, verdict: 'duplicate', sameAs: null },
    { line: 4, verdict: 'too-long', over: 10 },
    { line: 5, verdict: 'only-links' },
    { line: 6, verdict: 'empty' },
  ])
})

test('what is no text is refused: binary, other encodings, an image', () => {
  expect(readSeeds(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), [], 140)).toBe('seeds-not-text')
  expect(readSeeds(Uint8Array.from([...bytes('caf'), 0xe9, 10]), [], 140)).toBe('seeds-not-text')
  expect(readSeeds(bytes('abc\u0000def'), [], 140)).toBe('seeds-not-text')
})

test('UTF-16 with its mark, as spreadsheets write it, is read', () => {
  const text = '\ufeffStrydoedd tŷ\nA oes heddwch?'
  expect(short(readSeeds(new Uint8Array(Buffer.from(text, 'utf16le')), [], 140))).toEqual([
    '1 ok Strydoedd tŷ',
    '2 ok A oes heddwch?',
  ])
})

test('5,000 rows are read, one more is refused, and so is too large a file', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => `Statement number ${i} is about the square.`)
  const rows = read(lines.join('\n'))
  expect(rows).toHaveLength(5_000)
  expect(short(rows).at(-1)).toBe('5000 ok Statement number 4999 is about the square.')
  expect(read([...lines, 'One more.'].join('\n'))).toBe('seeds-too-large')
  expect(readSeeds(new Uint8Array(5 * 1024 * 1024 + 1), [], 140)).toBe('seeds-too-large')
})

test('an opened quotation mark that never closes is said, and nothing is taken', () => {
  expect(read('statement\n"More trees.\nNo cars.\n')).toBe('seeds-broken')
})

test('what is saved is judged again', () => {
  expect(acceptedSeeds([' More  trees. ', 'more trees', '', 'No cars.'], ['No cars'], 140)).toEqual([
    'More trees.',
  ])
})
