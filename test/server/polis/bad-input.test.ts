// Files as somebody might bring them who means no good, or whose exporter did not: each is refused with file, line and what to do,
// or read as it was meant.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareParticipants } from '../../../server/polis/compare-counts.ts'
import { currentVotes } from '../../../server/polis/current-votes.ts'
import { readExport } from '../../../server/polis/read-export.ts'
import { RefusedExport } from '../../../server/polis/refused-export.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { type ExportFile, replaced, smallExport, writeExport } from './small-export.ts'

function refusal(read: () => unknown): RefusedExport {
  try {
    read()
  } catch (error) {
    if (error instanceof RefusedExport) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('is refused with file, line and remedy, in both languages:', () => {
  const cases: [string, ExportFile, string | Buffer | null, RegExp][] = [
    ['no summary', 'summary.csv', null, /there is no summary\.csv; .* Export the conversation again/],
    ['no statements', 'comments.csv', null, /there is no comments\.csv; .* Export the conversation again/],
    ['no votes', 'votes.csv', null, /there is no votes\.csv; .* Export the conversation again/],
    ['an empty file of votes', 'votes.csv', '', /^votes\.csv, line 1: the columns timestamp, .* are missing/],
    [
      'votes parted by semicolons',
      'votes.csv',
      smallExport['votes.csv'].replaceAll(',', ';'),
      /^votes\.csv, line 1: its columns are parted by “;”, expected commas\. Save the file as CSV with commas/,
    ],
    [
      'statements parted by tabs',
      'comments.csv',
      smallExport['comments.csv'].replaceAll(',', '\t'),
      /^comments\.csv, line 1: its columns are parted by “Tab”, expected commas\. Save the file as CSV with commas/,
    ],
    [
      'votes on an unknown statement',
      'votes.csv',
      replaced('votes.csv', ',4,11,1', ',5,11,1'),
      /^votes\.csv, line 6: a vote on the statement 5, .* Add the statement to comments\.csv/,
    ],
    [
      'seconds among milliseconds of votes',
      'votes.csv',
      replaced('votes.csv', '1500000004000', '1500000004'),
      /^votes\.csv, line 4: .* Times have to be all in seconds or all in milliseconds/,
    ],
    [
      'seconds among milliseconds of statements',
      'comments.csv',
      replaced('comments.csv', '1500000001000', '1500000001'),
      /^comments\.csv, line 3: .* Times have to be all in seconds or all in milliseconds/,
    ],
    [
      'a statement that is there twice',
      'comments.csv',
      replaced('comments.csv', ',2,9,', ',4,9,'),
      /^comments\.csv, line 3: comment-id 4 is already on line 2\. Leave one of the two lines out/,
    ],
    [
      'an id next to the largest whole number',
      'votes.csv',
      replaced('votes.csv', ',4,11,1', ',4,9007199254740993,1'),
      /^votes\.csv, line 6: “9007199254740993” is not a whole number/,
    ],
    [
      'a negative id',
      'votes.csv',
      replaced('votes.csv', ',4,11,1', ',4,-11,1'),
      /^votes\.csv, line 6: the voter-id -11 is out of range; expected 0 to 4294967295/,
    ],
    [
      'a NUL byte in a text',
      'comments.csv',
      replaced('comments.csv', 'Trees, please', 'Trees\0 please'),
      /^comments\.csv, line 2: byte \d+ of the file is 0, .* UTF-16/,
    ],
    [
      'UTF-16',
      'votes.csv',
      Buffer.from(smallExport['votes.csv'], 'utf16le'),
      /^votes\.csv, line 1: byte 2 of the file is 0/,
    ],
    [
      'a line of six million characters',
      'votes.csv',
      replaced('votes.csv', 'Fri Jul 14 02:40:04 UTC 2017', 'x'.repeat(6_000_000)),
      /^votes\.csv, line 4: the line has more than 1,048,576 characters/,
    ],
    [
      'more statements than a conversation may have',
      'comments.csv',
      `${smallExport['comments.csv']}${Array.from({ length: 20_000 }, (_, id) => `1500000000000,,${id + 10},,0,0,1,S${id}`).join('\n')}`,
      /^comments\.csv, line 10002: it holds more than 10,000 statements/,
    ],
    [
      'a column that is there twice',
      'votes.csv',
      replaced('votes.csv', 'datetime', 'vote'),
      /^votes\.csv, line 1: the column vote is there twice/,
    ],
  ]

  test.each(cases)('%s', (_, file, content, message) => {
    const folder = writeExport({ [file]: content })
    const { words } = refusal(() => readExport(folder))
    expect(words.en).toMatch(message)
    expect(words.cy).not.toBe(words.en)
  })

  test('a participant who is there twice, whatever else the two rows say', () => {
    const matrix = [
      'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,2,4',
      '7,"anna, of the park",0,1,2,0,1,-1,0',
      '9,ben,1,1,1,1,0,1,',
      '7,other,0,1,2,0,1,-1,0',
    ].join('\n')
    const folder = writeExport({ 'participants-votes.csv': matrix })
    const { words } = refusal(() =>
      compareParticipants(folder, currentVotes(readExport(folder).conversation.votes)),
    )
    expect(words.en).toBe(
      'participants-votes.csv, line 4: participant 7 is already on line 2. Leave one of the two lines out, or export the conversation again.',
    )
  })

  test('text that is not UTF-8, which may be taken for Windows-1252 once somebody says so', () => {
    const text = replaced('comments.csv', 'Trees, please', 'Caf\u00e9s \u2013 please').replace(
      '\u2013',
      '\x96',
    )
    const folder = writeExport({ 'comments.csv': Buffer.from(text, 'latin1') })
    const { words, question } = refusal(() => readExport(folder))
    expect(question).toBe('windows-1252')
    expect(words.en).toMatch(/^comments\.csv, line 2: byte 138 of the file is 0xE9, .*“.*Cafés – please.*”/)
    const { conversation } = readExport(folder, { encoding: 'windows-1252' })
    expect(conversation.statements.map(({ text }) => text)).toContain('Cafés – please')
  })

  test('votes that are inverted in one file only', () => {
    const votes = smallExport['votes.csv'].replace(/,(-?1)$/gm, (_, vote: string) =>
      vote === '1' ? ',-1' : ',1',
    )
    const { words, question } = refusal(() => readExport(writeExport({ 'votes.csv': votes })))
    expect(question).toBe('invert')
    expect(words.en).toContain('If agree is −1 in this file, say so, and every vote is turned.')
  })
})

describe('is read as it was meant:', () => {
  const texts = (file: string) =>
    readExport(writeExport({ 'comments.csv': file })).conversation.statements.map(({ text }) => text)

  test('formulas, text from right to left and marks of direction stay what people wrote', () => {
    const file = smallExport['comments.csv']
    for (const text of ['=HYPERLINK(1)', '@SUM(A1)', 'المزيد من الأشجار', 'a\u202Eb', '\t+1', '<b>&amp;']) {
      expect(texts(file.replace('"Trees, please"', `"${text}"`))[1]).toBe(text.trim())
    }
  })

  test('lines that end in one way and in the other, in all files', () => {
    const mixed = (text: string) =>
      text
        .split('\n')
        .map((line, at) => (at % 2 ? `${line}\r\n` : `${line}\n`))
        .join('')
    const folder = writeExport({
      'votes.csv': mixed(smallExport['votes.csv'].trimEnd()),
      'participants-votes.csv': mixed(smallExport['participants-votes.csv'].trimEnd()),
    })
    const found = readExport(folder)
    expect(found.conversation.votes.values).toHaveLength(5)
    expect(compareParticipants(folder, currentVotes(found.conversation.votes))).toEqual([])
  })

  test('byte order marks in front of every file', () => {
    const changes = Object.entries(smallExport).map(([name, text]) => [name, `\uFEFF${text}`])
    const folder = writeExport(Object.fromEntries(changes) as Record<ExportFile, string>)
    expect(readExport(folder).mismatches).toEqual([])
  })

  test('columns in another order, with others between them, and quotes around some cells', () => {
    const votes = [
      'vote,weight,"voter-id",comment-id,note,timestamp',
      '-1,1,7,2,"a, b",1500000005000',
      '1,1,"9",2,"say ""no""",1500000001000',
      '0,1,7,4,,1500000004000',
    ].join('\n')
    const { conversation } = readExport(writeExport({ 'votes.csv': votes }))
    expect([...conversation.votes.participants]).toEqual([9, 7, 7])
    expect([...conversation.votes.values]).toEqual([1, 0, -1])
  })

  test('a name of a file that leads elsewhere is never looked for', () => {
    const folder = writeExport()
    const other = temporaryFolder()
    copyFileSync(join(folder, 'votes.csv'), join(other, 'votes.csv'))
    rmSync(join(folder, 'votes.csv'))
    writeFileSync(
      join(folder, 'method.json'),
      JSON.stringify({ files: [{ name: join(other, 'votes.csv') }] }),
    )
    expect(refusal(() => readExport(folder)).words.en).toContain('there is no votes.csv')
  })
})
