import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { describe, expect, test } from 'vitest'
import { oldAddressesIn } from '../../../server/polis/old-addresses.ts'
import { readExport } from '../../../server/polis/read-export.ts'
import { readColumns, readVoteTable } from '../../../server/polis/read-vote-table.ts'
import { unpack } from '../../../server/polis/unpack.ts'
import { describeOnRealData, sharedPath } from '../../shared-data.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { smallExport, writeExport } from './small-export.ts'

async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const parts: Buffer[] = []
  await pipeline(
    zip.outputStream,
    new Writable({ write: (part: Buffer, _, done) => (parts.push(part), done()) }),
  )
  const path = join(temporaryFolder(), 'export.zip')
  writeFileSync(path, Buffer.concat(parts))
  return path
}

describe('a zip', () => {
  test('is unpacked without its folders, and only its data files', async () => {
    const folder = temporaryFolder()
    const files = Object.fromEntries(
      Object.entries(smallExport).map(([name, text]) => [`deep/${name}`, text]),
    )
    await unpack(await zipOf({ ...files, '__MACOSX/deep/._votes.csv': 'x', 'readme.html': '<p>' }), folder)
    expect(readExport(folder, { id: 'x' }).participants).toBe(3)
  })

  test('that unpacks to more than its limit is refused before the disk is full', async () => {
    const bomb = await zipOf({ 'votes.csv': Buffer.alloc(4_000_000) })
    await expect(
      unpack(bomb, temporaryFolder(), { mostPerFile: 1_000_000, most: 2_000_000 }),
    ).rejects.toThrow('export.zip: votes.csv is too large when unpacked')
    const many = await zipOf({
      'a.csv': Buffer.alloc(900_000),
      'b.csv': Buffer.alloc(900_000),
      'c.csv': Buffer.alloc(900_000),
    })
    await expect(
      unpack(many, temporaryFolder(), { mostPerFile: 1_000_000, most: 2_000_000 }),
    ).rejects.toThrow('c.csv is too large')
  })

  test('with two files of one name, of no use, or that is no zip is refused', async () => {
    await expect(
      unpack(await zipOf({ 'a/votes.csv': '1', 'b/votes.csv': '2' }), temporaryFolder()),
    ).rejects.toThrow('it holds votes.csv twice')
    await expect(unpack(await zipOf({ 'readme.html': '' }), temporaryFolder())).rejects.toThrow(
      'no CSV and no JSON file',
    )
    await expect(
      unpack(await zipOf({ 'export.zip': 'PK', 'readme.txt': 'x' }), temporaryFolder()),
    ).rejects.toThrow('it holds another zip, export.zip, and no CSV or JSON file; unpack the outer one first')
    await expect(
      unpack(await zipOf({ 'votes.csv': '1', 'VOTES.csv': '2' }), temporaryFolder()),
    ).rejects.toThrow('it holds VOTES.csv twice')
    const path = join(temporaryFolder(), 'no.zip')
    writeFileSync(path, 'not a zip')
    await expect(unpack(path, temporaryFolder())).rejects.toThrow('no.zip: it is no zip that can be read')
  })

  test('with a name that leads out of its folder is refused', async () => {
    const path = await zipOf({ 'aa/votes.csv': 'x' })
    const bytes = Buffer.from((await import('node:fs')).readFileSync(path))
    for (let at = bytes.indexOf('aa/'); at >= 0; at = bytes.indexOf('aa/', at + 1)) bytes.write('../', at)
    writeFileSync(path, bytes)
    await expect(unpack(path, temporaryFolder())).rejects.toThrow(/export\.zip: .*(relative path|\.\.)/)
  })
})

test('a file of more than 2 GB is refused with its size and a question', () => {
  const folder = writeExport()
  truncateSync(join(folder, 'votes.csv'), 2 ** 31)
  expect(() => readExport(folder)).toThrow(
    'votes.csv: it has 2,148 MB, at most 2,000 MB are read. Is it the export of one conversation?',
  )
})

describe('any table of votes', () => {
  const read = (text: string, columns = 'participant=who,statement=question,vote=answer') => {
    const path = join(temporaryFolder(), 'survey.csv')
    writeFileSync(path, text)
    return readVoteTable(path, 'survey.csv', {
      id: 'survey',
      topic: 'survey',
      columns: readColumns(columns)!,
      nowMs: 1000,
    })
  }

  test('is read by the columns that are named, with votes in words or numbers', () => {
    const { statements, votes } = read(
      'when,who,question,answer\n2026-03-04T10:00:00Z,ann,"Trees, please",Yes\n2026-03-04T09:00:00Z,bob,"Trees, please",-1\n2026-03-04T11:00:00Z,ann,No cars,Pass\n2026-03-04T11:00:00Z,bob,No cars,\n',
      'participant=who, statement=question, vote=answer, time=when',
    )
    expect(statements.map(({ id, text }) => [id, text])).toEqual([
      [0, 'Trees, please'],
      [1, 'No cars'],
    ])
    expect([...votes.participants]).toEqual([1, 0, 0])
    expect([...votes.values]).toEqual([-1, 1, 0])
  })

  test('with another word, or without a column, is refused with the line', () => {
    expect(() => read('who,question,answer\nann,Trees,maybe\n')).toThrow(
      'survey.csv, line 2: answer is “maybe”, expected agree, disagree or pass, or 1, −1 or 0',
    )
    expect(() => read('who,question\nann,Trees\n')).toThrow(
      'survey.csv, line 1: the column answer is missing',
    )
    expect(readColumns('participant=who')).toBeNull()
  })
})

test('only addresses as Polis has them lead on', () => {
  expect(oldAddressesIn('https://pol.is/2demo')).toEqual(['2demo'])
  expect(oldAddressesIn('https://pol.is/report/r7abcdef')).toEqual(['report/r7abcdef'])
  for (const url of ['', 'https://pol.is/', 'https://moot.example/c/x', 'javascript:alert(1)']) {
    expect(oldAddressesIn(url), url).toEqual([])
  }
})

describe('JSON of the Polis API', () => {
  const comments = [
    {
      txt: 'Trees',
      tid: 0,
      pid: 0,
      created: '1500000000000',
      mod: 1,
      is_meta: false,
      is_seed: true,
      agree_count: 2,
      disagree_count: 1,
    },
  ]
  const votes = [-1, -1, 1].map((vote, pid) => ({ pid, tid: 0, vote, modified: '1500000001000' }))
  const write = (files: Readonly<Record<string, unknown>>) => {
    const folder = join(temporaryFolder(), 'dump')
    mkdirSync(folder)
    for (const [name, document] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(document))
    return folder
  }

  test('with agree = −1 is refused with a question, and read when it is answered', () => {
    const folder = write({
      'comments.json': comments,
      'votes.json': votes,
      'conversation.json': { topic: 'T', conversation_id: '2demo' },
    })
    expect(() => readExport(folder)).toThrow('votes.json: the votes are inverted')
    const { conversation, mismatches } = readExport(folder, { invert: true })
    expect(mismatches).toEqual([])
    expect(conversation.topic).toBe('T')
    expect(conversation.oldAddresses).toEqual(['2demo'])
  })

  test('with a broken entry is refused with its place', () => {
    const folder = write({ 'comments.json': comments, 'votes.json': [{ ...votes[0], vote: 7 }] })
    expect(() => readExport(folder, { invert: true })).toThrow(/^votes\.json: entry 1, vote: /)
  })
})

describeOnRealData('JSON dumps of real conversations', () => {
  test.each(['below-100-ptpts', '50ptpt-3gp-strict-no-meta', '150ptpt-3gp-no-strict-no-meta'])(
    '%s is read',
    (name) => {
      const { participants, conversation } = readExport(sharedPath(`data/polis-results/${name}`))
      expect(participants).toBeGreaterThan(20)
      expect(conversation.statements.length).toBeGreaterThan(20)
      expect(conversation.topic).not.toBe('')
    },
  )
})
