import { describe, expect, test } from 'vitest'
import { describeOnRealData, sharedPath } from '../../shared-data.ts'
import { replaced, writeExport } from '../polis/small-export.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { runFolkmoot } from './run-folkmoot.ts'

describe('folkmoot analyse', () => {
  test('prints one JSON object with the ids of the export', async () => {
    const { code, out, err } = await runFolkmoot(['analyse', writeExport(), '--json'], temporaryFolder())
    expect(err).toBe('')
    expect(code).toBe(0)
    const result = JSON.parse(out)
    expect(result).toMatchObject({
      participants: 3,
      statements: 2,
      votes: 4,
      voteEvents: 5,
      grouped: 3,
      statementIds: [2, 4],
      means: [0, 0.5],
    })
    expect(Object.keys(result.positions)).toEqual(['7', '9', '11'])
    expect(result.timing).toEqual({
      loadMs: expect.any(Number),
      ingestMs: expect.any(Number),
      refreshMs: expect.any(Number),
    })
  })

  test('says in words when there are too few votes for groups', async () => {
    const none = { 'votes.csv': 'timestamp,datetime,comment-id,voter-id,vote\n' }
    const { code, out } = await runFolkmoot(['analyse', writeExport(none)], temporaryFolder())
    expect(code).toBe(0)
    expect(out).toContain('0 people cast 0 votes on 0 statements.')
    expect(out).toContain('There are not enough votes yet for opinion groups.')
  })

  test('gives the same result for a conversation of the database as for the export it came from', async () => {
    const data = temporaryFolder()
    const folder = writeExport()
    await runFolkmoot(['import', folder, '--id', 'trees'], data)
    const stored = JSON.parse((await runFolkmoot(['analyse', 'trees', '--json'], data)).out)
    const exported = JSON.parse((await runFolkmoot(['analyse', folder, '--json'], data)).out)
    expect(stored.components).toEqual(exported.components)
    expect(Object.values(stored.positions)).toEqual(Object.values(exported.positions))
    expect(stored.statementIds).toEqual(exported.statementIds)
  })

  test('refuses a broken export with one line', async () => {
    const folder = writeExport({ 'comments.csv': replaced('comments.csv', ',moderated', ',moderation') })
    expect(await runFolkmoot(['analyse', folder], temporaryFolder())).toEqual({
      code: 1,
      out: '',
      err: 'folkmoot analyse: comments.csv, line 1: the column moderated is missing. Put this line right, or export the conversation again.\n',
    })
  })

  test('refuses a name that is neither a folder nor a conversation', async () => {
    const { code, out, err } = await runFolkmoot(['analyse', 'nowhere'], temporaryFolder())
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^folkmoot analyse: there is no folder and no conversation called “nowhere” .*\n$/)
  })
})

describeOnRealData('folkmoot analyse on real conversations', () => {
  test('says what the groups of vTaiwan’s UberX consultation stand for', async () => {
    const { code, out } = await runFolkmoot(
      ['analyse', sharedPath('data/polis-open-data/vtaiwan.uberx')],
      temporaryFolder(),
    )
    expect(code).toBe(0)
    expect(out).toContain('1,921 people cast 49,443 votes on 197 statements.')
    expect(out).toContain('Group B, ')
    expect(out).toContain('What people say whatever their group')
  })

  test('assigns everybody who is grouped and places everybody, by the ids of the export', async () => {
    const words = [
      'analyse',
      sharedPath('data/polis-open-data/scoop-hivemind.taxes'),
      '--json',
      '--reference',
    ]
    const result = JSON.parse((await runFolkmoot(words, temporaryFolder())).out)
    expect(result).toMatchObject({ participants: 334, statements: 148, voteEvents: 17379 })
    expect(Object.keys(result.positions)).toHaveLength(334)
    expect(Object.keys(result.assignments)).toHaveLength(result.grouped)
    const sizes = result.groups.map(({ size }: { size: number }) => size)
    expect(sizes.reduce((sum: number, size: number) => sum + size, 0)).toBe(result.grouped)
    expect(Object.keys(result.representative)).toHaveLength(result.groups.length)
    expect(Object.keys(result.groupInformedConsensus)).toHaveLength(148)
    expect(Object.keys(result.priorities)).toHaveLength(148)
  })
})
