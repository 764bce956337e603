import { parse } from 'csv-parse/sync'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import yauzl from 'yauzl'
import { describe, expect, test } from 'vitest'
import { fileNames } from '../../../server/export/export-files.ts'
import { csvCell } from '../../../server/export/csv-text.ts'
import type { Components } from '../../../server/protocol/snapshot.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import type { ImportedConversation } from '../../../server/store/imported-conversation.ts'
import { openStore } from '../../../server/store/open.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { exportedFiles, storeWithMap } from './published-conversation.ts'

const sample: ImportedConversation = sampleConversation()

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
}

async function sampleFiles(kind: 'results' | 'open-data' | 'everything') {
  const folder = temporaryFolder()
  await storeWithMap(folder, sample)
  return exportedFiles(folder, sample.id, kind)
}

describe('an export of results', () => {
  test('has the columns of Polis in their order', async () => {
    const files = await sampleFiles('results')
    const header = (name: string) => files.get(name)!.split('\r\n')[0]
    expect([...files.keys()]).toEqual(fileNames.results)
    expect(header('comments.csv')).toBe(
      'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    )
    expect(header('comment-groups.csv')).toBe(
      'comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,' +
        'group-a-votes,group-a-agrees,group-a-disagrees,group-a-passes,' +
        'group-b-votes,group-b-agrees,group-b-disagrees,group-b-passes,' +
        'group-c-votes,group-c-agrees,group-c-disagrees,group-c-passes',
    )
    const summary = parse(files.get('summary.csv')!, { record_delimiter: '\r\n' }) as string[][]
    expect(summary.map(([key]) => key)).toEqual([
      'topic',
      'url',
      'voters',
      'voters-in-conv',
      'commenters',
      'comments',
      'groups',
      'conversation-description',
      'vote-convention',
    ])
    expect(summary.at(-1)?.[1]).toBe('agree=+1;disagree=-1;pass=0;format=polis-export/1')
  })

  test('counts the current votes, agree as +1', async () => {
    const rows = rowsOf((await sampleFiles('results')).get('comments.csv')!)
    const current = new Map<string, number>()
    const { participants, statements, values } = sample.votes
    values.forEach((value, i) => current.set(`${participants[i]} ${statements[i]}`, value))
    const agrees = [...current].filter(([key, value]) => value === 1 && key.endsWith(' 0')).length
    expect(rows.find((row) => row['comment-id'] === '0')?.agrees).toBe(String(agrees))
  })

  test('tells of no author, of no number of fewer than five people, and of no rejected text', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, townSquare, async (store) => {
      await store.participation.decide('town-square', 1, { moderation: -1, reason: null, mergedInto: null })
    })
    const files = await exportedFiles(folder, 'town-square', 'results')
    expect(rowsOf(files.get('comments.csv')!)).toEqual([
      expect.objectContaining({ 'comment-id': '0', 'author-id': '', agrees: '', disagrees: '' }),
      expect.objectContaining({ 'comment-id': '5', 'author-id': '', agrees: '', disagrees: '' }),
    ])
    expect([...files.values()].some((text) => text.includes('No cars.'))).toBe(false)
  })

  test('tells nothing by the difference of two files: of those outside the groups all or at least five', async () => {
    const folder = temporaryFolder()
    // Two people too few to be grouped vote on the first statement only.
    const { participants, statements, values, timesMs } = sample.votes
    const [first] = sample.statements
    await storeWithMap(folder, {
      ...sample,
      votes: {
        participants: Uint32Array.of(...participants, 90_001, 90_002),
        statements: Uint32Array.of(...statements, first!.id, first!.id),
        values: Int8Array.of(...values, 1, -1),
        timesMs: Float64Array.of(...timesMs, timesMs.at(-1)!, timesMs.at(-1)!),
      },
    })
    const files = await exportedFiles(folder, sample.id, 'results')
    const agrees = new Map(
      rowsOf(files.get('comments.csv')!).map((row) => [row['comment-id'], row['agrees']]),
    )
    for (const row of rowsOf(files.get('comment-groups.csv')!)) {
      expect(agrees.get(row['comment-id'])).toBe(row['total-agrees'])
      const told = ['a', 'b', 'c'].reduce((sum, group) => sum + Number(row[`group-${group}-votes`]), 0)
      const rest = Number(row['total-votes']) - told
      expect([row['comment-id'], rest === 0 || rest >= 5]).toEqual([row['comment-id'], true])
    }
  })

  test('tells of groups what the published components tell, and hides in both what could be worked out', async () => {
    const folder = temporaryFolder()
    // Few votes on the first statements, so that cells of all small sizes occur.
    const kept = new Map(sample.statements.slice(0, 12).map(({ id }, place) => [id, 12 + 2 * place]))
    const left = Array.from(sample.votes.values.keys()).filter((entry) => {
      const room = kept.get(sample.votes.statements[entry]!)
      if (room !== undefined) kept.set(sample.votes.statements[entry]!, room - 1)
      return room === undefined || room > 0
    })
    await storeWithMap(folder, {
      ...sample,
      votes: {
        participants: Uint32Array.from(left, (entry) => sample.votes.participants[entry]!),
        statements: Uint32Array.from(left, (entry) => sample.votes.statements[entry]!),
        values: Int8Array.from(left, (entry) => sample.votes.values[entry]!),
        timesMs: Float64Array.from(left, (entry) => sample.votes.timesMs[entry]!),
      },
    })
    const files = await exportedFiles(folder, sample.id, 'results')
    const rows = new Map(rowsOf(files.get('comment-groups.csv')!).map((row) => [row['comment-id'], row]))
    const { statements, groups } = JSON.parse(files.get('components.json')!) as Components
    const hidden: unknown[] = []
    statements.forEach((statement, place) => {
      const row = rows.get(String(statement))!
      for (const { letter, votes, agrees } of groups) {
        const told = [row[`group-${letter.toLowerCase()}-votes`], row[`group-${letter.toLowerCase()}-agrees`]]
        expect([statement, letter, votes[place], agrees[place]]).toEqual([
          statement,
          letter,
          ...told.map(Number),
        ])
        if (told[0] === '') hidden.push([statement, letter])
      }
    })
    expect(hidden.length).toBeGreaterThan(4)
  })

  test('lists the other files with their hashes in method.json', async () => {
    const files = await sampleFiles('results')
    const method = JSON.parse(files.get('method.json')!) as {
      files: { name: string; sha256: string; bytes: number }[]
      log: { sequence: number; hash: string }
    }
    expect(method.files.map(({ name }) => name)).toEqual(fileNames.results.slice(0, -1))
    for (const { name, sha256, bytes } of method.files) {
      const text = files.get(name)!
      expect(sha256).toBe(createHash('sha256').update(text).digest('hex'))
      expect(bytes).toBe(Buffer.byteLength(text))
    }
    expect(method.log.sequence).toBe(sample.votes.values.length)
    expect(files.get('method.json')).not.toContain('identitySecret')
  })
})

describe('an export of open data', () => {
  test('has everybody once, under other numbers, in another order each time, without times and authors', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, sample)
    const first = await exportedFiles(folder, sample.id, 'open-data')
    const second = await exportedFiles(folder, sample.id, 'open-data')
    const people = rowsOf(first.get('participant-votes.csv')!)
    expect(people.map(({ participant }) => Number(participant))).toEqual(people.map((_, place) => place))
    expect(people.every((row) => row['n-comments'] === '')).toBe(true)
    expect(first.get('participant-votes.csv')).not.toBe(second.get('participant-votes.csv'))
    expect(new Set(rowsOf(first.get('votes.csv')!).map(({ timestamp }) => timestamp)).size).toBe(1)
    const authors = new Set(rowsOf(first.get('comments.csv')!).map((row) => row['author-id']))
    expect([...authors]).toEqual([String(people.length)])
    expect(first.has('vote-log.csv')).toBe(false)
  })

  test('is refused where the conversation did not declare it', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, sample)
    const target = join(temporaryFolder(), 'out')
    const { code, err } = await runFolkmoot(['export', sample.id, target, '--kind', 'open-data'], folder)
    expect(code).toBe(1)
    expect(err).toContain('did not declare open data before voting began')
  })
})

describe('texts that spreadsheets take for formulas', () => {
  const hostile = ['=1+1', '@SUM(A1)', '\t=1+1', '+44 7700', '-2+3', '\r=cmd', ' =1', '＝1+1', '"=1']
  test.each(hostile.slice(0, 8))('%j is inert in the safe style and untouched in the other', (text) => {
    const cell = (formulaSafe: boolean) =>
      (parse(`${csvCell(text, { formulaSafe })}\n`, { record_delimiter: '\n' }) as string[][])[0]![0]
    expect(cell(true)).toBe(`'${text}`)
    expect(cell(false)).toBe(text)
  })

  test('votes of −1 stay numbers', () => {
    expect(csvCell(-1, { formulaSafe: true })).toBe('-1')
  })

  test('an export in the safe style has no cell that begins a formula', async () => {
    const folder = temporaryFolder()
    const statements = hostile.map((text, id) => ({ ...sample.statements[0]!, id, text }))
    await storeWithMap(folder, { ...townSquare, topic: '=topic', statements })
    const files = await exportedFiles(folder, townSquare.id, 'everything', { formulaSafe: true })
    for (const [name, text] of files) {
      if (!name.endsWith('.csv')) continue
      const cells = (parse(text, { record_delimiter: '\r\n', relax_column_count: true }) as string[][]).flat()
      expect(
        cells.filter((cell) => /^[\s]*[=+@]/.test(cell)),
        name,
      ).toEqual([])
    }
  })
})

describe('folkmoot export', { timeout: 90_000 }, () => {
  test('writes a folder, a zip and a workbook', async () => {
    const data = temporaryFolder()
    await storeWithMap(data, sample)
    const out = temporaryFolder()
    const folder = await runFolkmoot(['export', sample.id, join(out, 'folder')], data)
    expect(folder.err).toBe('')
    expect(folder.out).toContain(`Wrote ${fileNames.results.length} files of high-street (results)`)
    expect(readFileSync(join(out, 'folder/summary.csv'), 'utf8')).toContain('topic,')
    await runFolkmoot(['export', sample.id, join(out, 'all.zip'), '--kind', 'everything'], data)
    expect(await namesIn(join(out, 'all.zip'))).toEqual(fileNames.everything)
    const store = await openStore(data)
    const audited = await store.staff.auditLog({ conversation: sample.id }, null, 10)
    await store.close()
    expect(audited.map(({ name, action, subject }) => [name, action, subject])).toEqual([
      ['command line', 'export-everything', 'full export'],
    ])
    const book = await runFolkmoot(['export', sample.id, join(out, 'results.xlsx')], data)
    expect(book.code).toBe(0)
    expect(await namesIn(join(out, 'results.xlsx'))).toContain('xl/worksheets/sheet6.xml')
  })

  test('reproduces what it wrote as a zip', async () => {
    const data = temporaryFolder()
    await storeWithMap(data, sample)
    const zip = join(temporaryFolder(), 'all.zip')
    await runFolkmoot(['export', sample.id, zip, '--kind', 'everything'], data)
    const { code, out } = await runFolkmoot(['reproduce', zip], data)
    expect(out).toContain('The published result is the same to the last bit.')
    expect(code).toBe(0)
    const second = temporaryFolder()
    expect((await runFolkmoot(['import', zip], second)).out).toContain('as high-street.')
    const store = await openStore(second)
    expect(await store.lastSequence(sample.id)).toBe(sample.votes.values.length)
    await store.close()
  })
})

function namesIn(zip: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    yauzl.open(zip, { lazyEntries: false }, (error, archive) => {
      if (error) return reject(error)
      const names: string[] = []
      archive.on('entry', ({ fileName }: { fileName: string }) => names.push(fileName))
      archive.on('end', () => resolve(names))
      archive.on('error', reject)
    })
  })
}
