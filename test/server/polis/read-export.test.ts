import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readExport } from '../../../server/polis/read-export.ts'
import { describeOnRealData, sharedPath } from '../../shared-data.ts'
import { replaced, smallExport, writeExport, type ExportFile } from './small-export.ts'

describe('a small export', () => {
  test('is read with its ids, texts and moderation', () => {
    const { conversation } = readExport(writeExport(), { id: 'trees' })
    expect(conversation).toMatchObject({
      id: 'trees',
      topic: 'Trees, and where to plant them',
      description: 'First line\nsecond line',
      isOpen: true,
      isSample: false,
      createdAtMs: 1500000000000,
    })
    expect(conversation.statements).toEqual([
      {
        id: 2,
        text: 'He said "no"',
        author: 9,
        createdAtMs: 1500000001000,
        moderation: -1,
        isMeta: false,
        isSeed: false,
      },
      {
        id: 4,
        text: 'Trees, please',
        author: 7,
        createdAtMs: 1500000000000,
        moderation: 1,
        isMeta: false,
        isSeed: false,
      },
    ])
  })

  test('has its votes in the order of time, ties in the order of the file', () => {
    const { votes } = readExport(writeExport()).conversation
    expect([...votes.timesMs]).toEqual([
      1500000001000, 1500000003000, 1500000003000, 1500000004000, 1500000005000,
    ])
    expect([...votes.participants]).toEqual([9, 7, 11, 7, 7])
    expect([...votes.statements]).toEqual([2, 4, 4, 4, 2])
    expect([...votes.values]).toEqual([1, 1, 1, 0, -1])
  })

  test('takes its name from the folder', () => {
    const folder = writeExport()
    expect(readExport(folder).conversation.id).toBe(basename(folder).toLowerCase())
  })

  test('without contradictions reports none', () => {
    expect(readExport(writeExport())).toMatchObject({ participants: 3, votedStatements: 2, mismatches: [] })
  })

  test('may be written with a byte order mark, with returns and without a last line end', () => {
    const votes = `\uFEFF${smallExport['votes.csv'].trimEnd().replaceAll('\n', '\r\n')}`
    const plain = readExport(writeExport(), { id: 'a' }).conversation
    expect(readExport(writeExport({ 'votes.csv': votes }), { id: 'a' }).conversation).toEqual(plain)
  })

  test('may have quoted votes, other columns and another order of columns', () => {
    const votes = smallExport['votes.csv']
      .trimEnd()
      .split('\n')
      .map((line, index) => {
        const [timestamp, datetime, comment, voter, vote] = line.split(',')
        return [`"${datetime}"`, vote, voter, index === 0 ? 'important' : '0', comment, timestamp].join(',')
      })
    const plain = readExport(writeExport(), { id: 'a' }).conversation
    expect(readExport(writeExport({ 'votes.csv': votes.join('\n') }), { id: 'a' }).conversation).toEqual(
      plain,
    )
  })

  test('of a newer exporter has times in seconds, meta and seed statements, and unknown authors', () => {
    const comments = [
      'timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body',
      '1500000000,4,,2,0,1,false,true,Trees',
      '1500000001,2,-1,1,1,0,true,false,Age',
    ].join('\n')
    const { statements } = readExport(writeExport({ 'comments.csv': comments })).conversation
    expect(statements).toMatchObject([
      { id: 2, author: null, createdAtMs: 1500000001000, isMeta: true, isSeed: false },
      { id: 4, author: null, createdAtMs: 1500000000000, isMeta: false, isSeed: true },
    ])
  })

  test('without any vote is a conversation without votes', () => {
    const none = { 'votes.csv': 'timestamp,datetime,comment-id,voter-id,vote\n' }
    expect(readExport(writeExport(none)).conversation.votes.values).toHaveLength(0)
  })

  test('with every vote turned is recognised as inverted, and read right when told so', () => {
    const turned = smallExport['votes.csv'].replaceAll(/,(-?1)$/gm, (_, vote) => `,${-Number(vote)}`)
    const folder = writeExport({ 'votes.csv': turned })
    expect(() => readExport(folder)).toThrow('the votes are inverted')
    expect(readExport(folder, { invert: true }).conversation.votes).toEqual(
      readExport(writeExport()).conversation.votes,
    )
  })

  test('is reported where its counts contradict its votes', () => {
    const { mismatches } = readExport(
      writeExport({
        'summary.csv': replaced('summary.csv', 'voters,3', 'voters,5'),
        'comments.csv': replaced('comments.csv', '4,7,2,0,1', '4,7,3,0,1'),
      }),
    )
    expect(mismatches.map(({ en }) => en)).toEqual([
      'summary.csv says 5 voters; votes.csv has votes of 3.',
      'comments.csv counts other votes than votes.csv on 1 statement: 4 (3 agrees and 0 disagrees; votes.csv: 2 and 0).',
    ])
  })
})

describe('an export is refused with file, line and reason', () => {
  const cases: [string, ExportFile, string | Buffer | null, string][] = [
    ['without votes', 'votes.csv', null, 'there is no votes.csv'],
    [
      'with a missing column',
      'votes.csv',
      replaced('votes.csv', 'voter-id', 'voter'),
      'votes.csv, line 1: the column voter-id is missing',
    ],
    [
      'with a bad number of a vote',
      'votes.csv',
      replaced('votes.csv', '2,9,1', '2,9x,1'),
      'votes.csv, line 3: “9x” is not a whole number',
    ],
    [
      'with an empty number',
      'votes.csv',
      replaced('votes.csv', '2,9,1', '2,,1'),
      'votes.csv, line 3: “” is not a whole number',
    ],
    [
      'with a vote of 2',
      'votes.csv',
      replaced('votes.csv', '2,9,1', '2,9,2'),
      'votes.csv, line 3: the vote is 2, expected −1, 0 or 1',
    ],
    [
      'with a row too short',
      'votes.csv',
      replaced('votes.csv', '2,9,1', '2,9'),
      'votes.csv, line 3: expected 5 columns',
    ],
    [
      'with a row too long',
      'votes.csv',
      replaced('votes.csv', '2,9,1', '2,9,1,1'),
      'votes.csv, line 3: expected 5 columns',
    ],
    [
      'with an empty line between votes',
      'votes.csv',
      replaced('votes.csv', '2,9,1', '2,9,1\n'),
      'votes.csv, line 4: the line is empty',
    ],
    [
      'with a vote on an unknown statement',
      'votes.csv',
      replaced('votes.csv', ',4,11,1', ',5,11,1'),
      'votes.csv, line 6: a vote on the statement 5, which comments.csv does not have',
    ],
    [
      'with seconds among milliseconds',
      'votes.csv',
      replaced('votes.csv', '1500000004000', '1500000004'),
      'votes.csv, line 4: the timestamp 1500000004 is not in the same unit',
    ],
    [
      'with an id that is too large',
      'votes.csv',
      replaced('votes.csv', ',4,11,1', ',4,4294967296,1'),
      'votes.csv, line 6: the voter-id 4294967296 is out of range',
    ],
    [
      'with a duplicate statement',
      'comments.csv',
      replaced('comments.csv', ',2,9,', ',4,9,'),
      'comments.csv, line 3: comment-id 4 is already on line 2',
    ],
    [
      'with a bad count',
      'comments.csv',
      replaced('comments.csv', '2,9,1,1', '2,9,one,1'),
      'comments.csv, line 3: agrees is “one”',
    ],
    [
      'with an unknown moderation',
      'comments.csv',
      replaced('comments.csv', '1,1,-1,', '1,1,-2,'),
      'comments.csv, line 3: moderated is “-2”, expected a whole number from -1 to 1',
    ],
    [
      'with an empty statement',
      'comments.csv',
      replaced('comments.csv', '"Trees, please"', ''),
      'comments.csv, line 2: the comment-body is empty',
    ],
    [
      'with a quote never closed',
      'comments.csv',
      replaced('comments.csv', '"He said ""no"""', '"He said no'),
      'comments.csv, line 3: a quote is opened and never closed',
    ],
    [
      'with a text with a comma and no quotes',
      'comments.csv',
      replaced('comments.csv', '"Trees, please"', 'Trees, please'),
      'comments.csv, line 2: this row has another number of columns',
    ],
    [
      'that is not UTF-8',
      'comments.csv',
      Buffer.from(replaced('comments.csv', 'He said', 'H\u00e9 said'), 'latin1'),
      'comments.csv, line 3: byte 206 of the file is 0xE9, which is no UTF-8. Save the file as UTF-8.',
    ],
    [
      'without a topic',
      'summary.csv',
      replaced('summary.csv', 'topic,', 'subject,'),
      'summary.csv: the row “topic”',
    ],
    [
      'with a bad count in the summary',
      'summary.csv',
      replaced('summary.csv', 'voters,3', 'voters,three'),
      'summary.csv, line 4: voters is “three”',
    ],
    [
      'that declares the other sign',
      'summary.csv',
      `${smallExport['summary.csv']}vote-convention,agree=-1;disagree=+1;pass=0\n`,
      'summary.csv, line 11: the votes are declared with agree=-1',
    ],
  ]

  test.each(cases)('%s', (_, file, content, message) => {
    expect(() => readExport(writeExport({ [file]: content }))).toThrow(message)
  })
})

describeOnRealData('real exports', () => {
  const conversations = [
    { name: 'vtaiwan.uberx', voters: 1921, comments: 197, votes: 49997 },
    { name: '15-per-hour-seattle', voters: 339, comments: 54, votes: 2995 },
    { name: 'brexit-consensus', voters: 204, comments: 50, votes: 5312 },
    { name: 'scoop-hivemind.ubi', voters: 234, comments: 70, votes: 7174 },
    { name: 'scoop-hivemind.taxes', voters: 334, comments: 148, votes: 17379 },
    { name: 'london.youth.policing', voters: 26, comments: 36, votes: 640 },
  ]

  test.each(conversations)('$name has the counts of its summary', ({ name, voters, comments, votes }) => {
    const found = readExport(sharedPath(`data/polis-open-data/${name}`))
    expect(found.conversation.id).toBe(name)
    expect(found.participants).toBe(voters)
    expect(found.votedStatements).toBe(comments)
    expect(found.conversation.votes.values).toHaveLength(votes)
    expect(found.mismatches).toEqual([])
  })

  test('with every vote turned is recognised as inverted', () => {
    const folder = sharedPath('data/polis-open-data/brexit-consensus')
    expect(() => readExport(folder, { invert: true })).toThrow('the votes are inverted')
  })
})
