// Texts whose quotes are broken, as in the exports of 2024: never read silently, and read right once somebody has looked.
import { describe, expect, test } from 'vitest'
import { readExport } from '../../../server/polis/read-export.ts'
import { RefusedExport } from '../../../server/polis/refused-export.ts'
import { smallExport, writeExport } from './small-export.ts'

const HEADER = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body'
const row = (id: number, text: string) =>
  `150000000${id}000,Fri Jul 14 2017 02:40:00 GMT+0000,${id},7,${id === 4 ? '2,0' : '1,1'},1,${text}`
const comments = (first: string, second: string) => `${[HEADER, row(4, first), row(2, second)].join('\n')}\n`

function refusalOf(folder: string): RefusedExport {
  try {
    readExport(folder)
  } catch (error) {
    if (error instanceof RefusedExport) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

function textsOf(file: string): string[] {
  const folder = writeExport({ 'comments.csv': file })
  const { question, mended } = refusalOf(folder)
  expect(question).toBe('mend-quotes')
  const found = readExport(folder, { mendQuotes: true })
  expect(found.mended).toEqual(mended)
  return found.conversation.statements.map(({ text }) => text)
}

describe('texts without quotes, as the exporter of 2024 wrote them', () => {
  test('are refused with file, line and what they would be read as', () => {
    const folder = writeExport({ 'comments.csv': comments('Trees, please', 'No "cars", here\nor there') })
    const { words, mended } = refusalOf(folder)
    expect(words.en).toBe(
      'comments.csv, line 2: this row has another number of columns than the first one; a text with a comma has to be quoted. 2 lines can be mended. Look at them below, and accept that if they are read right.',
    )
    expect(words.cy).toContain('comments.csv, llinell 2: mae gan y rhes hon nifer arall o golofnau')
    expect(mended).toEqual([
      { file: 'comments.csv', line: 2, before: 'Trees, please', after: 'Trees, please' },
      {
        file: 'comments.csv',
        line: 3,
        before: 'No "cars", here\nor there',
        after: 'No "cars", here\nor there',
      },
    ])
  })

  test('are read whole, with their commas, quotes, line breaks and empty lines', () => {
    expect(textsOf(comments('"Trees", please, and "benches"', 'One,\n\n2,3 and "four"'))).toEqual([
      'One,\n\n2,3 and "four"',
      '"Trees", please, and "benches"',
    ])
  })

  test('beside others that are right as CSV keep these as they are', () => {
    expect(textsOf(comments('Trees, please', '"He said ""no"""'))).toEqual(['He said "no"', 'Trees, please'])
  })

  test('may come with returns and a byte order mark', () => {
    expect(textsOf(`\uFEFF${comments('Trees, please', 'No cars').replaceAll('\n', '\r\n')}`)).toEqual([
      'No cars',
      'Trees, please',
    ])
  })
})

describe('texts between quotes whose own quotes are not doubled', () => {
  test('lose the outer ones only', () => {
    expect(textsOf(comments('"He said "no", and left"', '"Trees, please"'))).toEqual([
      'Trees, please',
      'He said "no", and left',
    ])
  })

  test('that swallow the rows after them are found, although the file is CSV', () => {
    const folder = writeExport({ 'comments.csv': comments('"No, he said', 'maybe"') })
    expect(refusalOf(folder).words.en).toMatch(/^comments\.csv, line 2: the text of this row seems to hold/)
    const found = readExport(folder, { mendQuotes: true })
    expect(found.conversation.statements.map(({ text }) => text)).toEqual(['maybe"', '"No, he said'])
  })

  test('are mended between other columns too', () => {
    const file = [
      'comment-body,comment-id,timestamp,author-id,agrees,disagrees,moderated',
      '"Trees",4,1500000000000,7,2,0,1',
    ].join('\n')
    // Nothing in front of the text tells where a row begins.
    const folder = writeExport({ 'comments.csv': file.replace('"Trees"', '"Trees" please') })
    const { question, words } = refusalOf(folder)
    expect(question).toBeNull()
    expect(words.en).toContain('double each quote inside it')
    const between = [
      'comment-id,timestamp,comment-body,author-id,agrees,disagrees,moderated',
      '4,1500000000000,Trees, "please",7,2,0,1',
      '2,1500000001000,"fine",9,1,1,-1',
    ].join('\n')
    expect(textsOf(between)).toEqual(['fine', 'Trees, "please"'])
  })
})

test('what is wrong besides the quotes is refused all the same', () => {
  const file = comments('Trees, please', 'No, "cars"').replace(',4,7,', ',2,7,')
  const folder = writeExport({ 'comments.csv': file })
  expect(() => readExport(folder, { mendQuotes: true })).toThrow('line 3: comment-id 2 is already on line 2')
})

test('a summary whose texts are broken is mended by its keys', () => {
  const summary = smallExport['summary.csv']
    .replace('"Trees, and where to plant them"', 'Trees, "and" where\nto plant them')
    .replace('"First line\nsecond line"', 'He said "no", twice')
  const folder = writeExport({ 'summary.csv': summary })
  expect(refusalOf(folder).mended.map(({ line }) => line)).toEqual([1, 10])
  const { conversation } = readExport(folder, { mendQuotes: true })
  expect(conversation.topic).toBe('Trees, "and" where\nto plant them')
  expect(conversation.description).toBe('He said "no", twice')
})
