import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { openStore } from '../../../server/store/open.ts'
import { readExport } from '../../../server/polis/read-export.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { describeOnRealData, sharedPath } from '../../shared-data.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { exportedFiles, publishMap, storeWithMap } from './published-conversation.ts'

const sample = sampleConversation()

async function mapAndLog(folder: string, id: string) {
  const store = await openStore(folder)
  const log = await store.readLog(id, 0, 1_000_000)
  const map = (await store.newestSnapshot(id))!
  const statements = await store.statements(id)
  await store.close()
  return {
    votes: [log.participants, log.statements, log.values],
    statements: statements.map(({ createdAtMs: _, ...rest }) => rest),
    snapshot: { ...(JSON.parse(map.snapshot) as object), publishedAt: 0 },
    components: map.components,
  }
}

function writeFiles(files: ReadonlyMap<string, string>): string {
  const folder = join(temporaryFolder(), 'export')
  mkdirSync(folder)
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  return folder
}

async function roundTrip(folder: string, id: string) {
  const written = writeFiles(await exportedFiles(folder, id, 'everything'))
  const found = readExport(written, { id })
  const second = temporaryFolder()
  await storeWithMap(second, found.conversation)
  return { written, found, second }
}

describe('the owner’s export of the sample', () => {
  test('imported again it has the same votes in the same order, the same statements and the same map', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, sample)
    const { found, second } = await roundTrip(folder, sample.id)
    expect(found.mismatches).toEqual([])
    expect(await mapAndLog(second, sample.id)).toEqual(await mapAndLog(folder, sample.id))
  })

  test('a withdrawn vote, a waiting and a merged statement survive the way out and in', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, sample, async (store) => {
      const person = { conversation: sample.id, participant: null, tokenHash: 'hash', timeMs: 1.8e12 }
      const first = await store.append({ ...person, statement: 1, vote: 1, mutation: 'a' })
      if (first.kind !== 'stored') throw new Error(first.code)
      await store.append({ ...person, statement: 2, vote: -1, mutation: 'b' })
      await store.append({ ...person, statement: 1, vote: null, mutation: 'c' })
      const facts = { participant: null, tokenHash: 'hash', timeMs: 1.8e12, isOnlyRetry: false }
      await store.participation.addStatement({
        ...facts,
        conversation: sample.id,
        text: 'More benches.',
        isWaiting: true,
        mutation: 'd',
      })
      await store.participation.decide(sample.id, 3, { moderation: -1, reason: null, mergedInto: 2 })
    })
    const { second } = await roundTrip(folder, sample.id)
    const [before, after] = [await mapAndLog(folder, sample.id), await mapAndLog(second, sample.id)]
    expect(after).toEqual(before)
    expect(after.statements.filter(({ isWaiting }) => isWaiting)).toHaveLength(1)
    expect(after.statements.find(({ id }) => id === 3)?.mergedInto).toBe(2)
  })

  test('what was reworded and split is known as such afterwards, and nothing is made up for a statement that was merged', async () => {
    const folder = temporaryFolder()
    const changes = new Map<number, object>([
      [1, { moderation: -1, replacedAs: 'reword' }],
      [2, { derivedFrom: 1 }],
      [3, { moderation: -1, replacedAs: 'split' }],
      [4, { derivedFrom: 3 }],
      [5, { moderation: -1, mergedInto: 4 }],
    ])
    const statements = sample.statements.map((each) => ({ ...each, ...changes.get(each.id) }))
    await storeWithMap(folder, { ...sample, statements })
    const { second } = await roundTrip(folder, sample.id)
    const after = await mapAndLog(second, sample.id)
    expect(after).toEqual(await mapAndLog(folder, sample.id))
    const lineage = [1, 2, 3, 4, 5].map((id) => {
      const { replacedAs, derivedFrom, mergedInto } = after.statements.find((each) => each.id === id)!
      return [replacedAs, derivedFrom, mergedInto]
    })
    expect(lineage).toEqual([
      ['reword', null, null],
      [null, 1, null],
      ['split', null, null],
      [null, 3, null],
      ['merge', null, 4],
    ])
  })

  test('its files parse under strict settings, with CRLF at the end of every row', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, sample)
    for (const [name, text] of await exportedFiles(folder, sample.id, 'everything')) {
      if (!name.endsWith('.csv')) continue
      const rows = parse(text, { record_delimiter: '\r\n' }) as string[][]
      expect(rows.length, name).toBeGreaterThan(name === 'moderation.csv' ? 0 : 1)
      expect(text.endsWith('\r\n'), name).toBe(true)
    }
  })
})

describeOnRealData('the owner’s export of a real conversation', { timeout: 90_000 }, () => {
  test.each([
    'vtaiwan.uberx',
    '15-per-hour-seattle',
    'brexit-consensus',
    'scoop-hivemind.ubi',
    'scoop-hivemind.taxes',
    'london.youth.policing',
  ])('%s: import, export, import gives the same counts, votes and map', async (id) => {
    const folder = temporaryFolder()
    await storeWithMap(folder, readExport(sharedPath(`data/polis-open-data/${id}`), { id }).conversation)
    const { written, found, second } = await roundTrip(folder, id)
    expect(found.mismatches).toEqual([])
    expect(await mapAndLog(second, id)).toEqual(await mapAndLog(folder, id))
    const { code, out } = await runFolkmoot(['reproduce', written], folder)
    expect(out).toContain('The published result is the same to the last bit.')
    expect(code).toBe(0)
  })

  test('vtaiwan.uberx: its open data give the published result again, to the last bit', async () => {
    const id = 'vtaiwan.uberx'
    const folder = temporaryFolder()
    const { conversation } = readExport(sharedPath(`data/polis-open-data/${id}`), { id })
    await storeWithMap(folder, conversation)
    const written = writeFiles(await exportedFiles(folder, id, 'open-data'))
    const { code, out } = await runFolkmoot(['reproduce', written], folder)
    expect(out).toContain('The published result is the same to the last bit.')
    expect(code).toBe(0)
  })

  test('a changed vote is named by its statement', async () => {
    const id = 'brexit-consensus'
    const folder = temporaryFolder()
    await storeWithMap(folder, readExport(sharedPath(`data/polis-open-data/${id}`), { id }).conversation)
    const written = writeFiles(await exportedFiles(folder, id, 'everything'))
    const log = join(written, 'vote-log.csv')
    const lines = readFileSync(log, 'utf8').split('\r\n')
    const changed = lines.findLastIndex((line) => line.endsWith(',1'))
    const statement = lines[changed]!.split(',')[2]
    lines[changed] = lines[changed]!.replace(/,1$/, ',-1')
    writeFileSync(log, lines.join('\r\n'))
    const { code, out } = await runFolkmoot(['reproduce', written, '--json'], folder)
    expect(code).toBe(1)
    const found = JSON.parse(out) as { altered: string[]; differences: { part: string; statement: number }[] }
    expect(found.altered).toEqual(['vote-log.csv'])
    expect(
      found.differences.filter(({ part }) => part === 'everybody: agrees').map((each) => each.statement),
    ).toEqual([Number(statement)])
  })
})

test('words of a statement and settings that were changed in an export are named one by one', async () => {
  const folder = temporaryFolder()
  await storeWithMap(folder, sample)
  for (const kind of ['everything', 'open-data'] as const) {
    const written = writeFiles(await exportedFiles(folder, sample.id, kind))
    const comments = join(written, 'comments.csv')
    const { id, text } = sample.statements[2]!
    writeFileSync(comments, readFileSync(comments, 'utf8').replace(text, `Not: ${text}`))
    const method = join(written, 'method.json')
    const document = JSON.parse(readFileSync(method, 'utf8')) as { settings: object }
    const settings = { ...document.settings, opensAt: 8, strictModeration: true }
    writeFileSync(method, JSON.stringify({ ...document, settings }))
    const { code, out, err } = await runFolkmoot(['reproduce', written], folder)
    expect(code).toBe(1)
    expect(out).toContain('The setting opensAt is 8 in method.json; the map was made with 7.')
    expect(out).toContain('The setting strictModeration is true in method.json; the map was made with false.')
    expect(out).toContain(`Statement ${id}: its words in comments.csv are not those that were exported.`)
    expect(out).toContain('comments.csv is not the file that method.json lists.')
    expect(out).toContain('snapshot.json: opensAt is not what was published.')
    expect(out.match(/its words/g)).toHaveLength(1)
    expect(err).toBe('folkmoot reproduce: 5 things differ\n')
  }
})

test('votes that came after the map are in the owner’s export, and the map of before follows from it', async () => {
  const folder = temporaryFolder()
  await storeWithMap(folder, sample)
  const store = await openStore(folder)
  await store.append({
    conversation: sample.id,
    participant: null,
    tokenHash: 'late',
    statement: 1,
    vote: 1,
    mutation: 'm',
    timeMs: 1.9e12,
  })
  await store.close()
  const files = await exportedFiles(folder, sample.id, 'everything')
  expect(files.get('votes.csv')!.trim().split('\r\n')).toHaveLength(sample.votes.values.length + 2)
  const { code } = await runFolkmoot(['reproduce', writeFiles(files)], folder)
  expect(code).toBe(0)
  const again = await openStore(folder)
  await publishMap(again, sample.id, 2)
  await again.close()
})
