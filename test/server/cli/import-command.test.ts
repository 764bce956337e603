import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../server/store/open.ts'
import { describeOnRealData, sharedPath } from '../../shared-data.ts'
import { replaced, writeExport } from '../polis/small-export.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { runFolkmoot } from './run-folkmoot.ts'

// Two processes in a row take their time on a busy machine.
describe('folkmoot import', { timeout: 60_000 }, () => {
  test('stores a conversation and reports its counts', async () => {
    const data = temporaryFolder()
    const { code, out, err } = await runFolkmoot(['import', writeExport(), '--id', 'trees'], data)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('Imported “Trees, and where to plant them” as trees.')
    expect(out).toContain('Participants  3')
    expect(out).toContain('Statements    2 (2 with votes; 1 accepted, 0 not moderated, 1 rejected)')
    expect(out).toContain('Votes         5 (4 current, 1 replaced by a later one)')
    expect(out).toContain('All counts in the export agree with its votes.')
    const store = await openStore(data)
    expect(await store.lastSequence('trees')).toBe(5)
    expect((await store.statements('trees')).map(({ id }) => id)).toEqual([2, 4])
    await store.close()
  })

  test('reports contradictions inside the export and imports it all the same', async () => {
    const folder = writeExport({ 'summary.csv': replaced('summary.csv', 'voters,3', 'voters,4') })
    const { code, out } = await runFolkmoot(['import', folder, '--id', 'trees'], temporaryFolder())
    expect(code).toBe(0)
    expect(out).toContain('summary.csv says 4 voters; votes.csv has votes of 3.')
  })

  test('refuses a broken export with one line and imports nothing', async () => {
    const data = temporaryFolder()
    const folder = writeExport({ 'votes.csv': replaced('votes.csv', '4,11,1', '4,11,7') })
    const outcome = await runFolkmoot(['import', folder], data)
    expect(outcome).toEqual({
      code: 1,
      out: '',
      err: 'folkmoot import: votes.csv, line 6: the vote is 7, expected −1, 0 or 1. Put this line right, or export the conversation again.\n',
    })
    expect(existsSync(join(data, 'folkmoot.sqlite'))).toBe(false)
  })

  test('shows what would be mended, how to accept it, and says so in Welsh to whoever reads Welsh', async () => {
    const data = temporaryFolder()
    const folder = writeExport({
      'comments.csv': replaced('comments.csv', '"Trees, please"', 'Trees, "please"'),
    })
    const refused = await runFolkmoot(['import', folder, '--id', 'trees'], data, undefined, {
      LC_ALL: 'cy_GB.UTF-8',
    })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/^folkmoot import: comments\.csv, llinell 2: /)
    expect(refused.err).toContain('  comments.csv, line 2\n    - Trees, "please"\n    + Trees, "please"\n')
    expect(refused.err).toContain('folkmoot import … --mend-quotes\n')
    const { code, out } = await runFolkmoot(['import', folder, '--id', 'trees', '--mend-quotes'], data)
    expect(code).toBe(0)
    expect(out).toContain('The quotes of 1 texts were mended:')
  })

  test('says in one line which file cannot be read', async () => {
    const folder = writeExport({ 'votes.csv': null })
    mkdirSync(join(folder, 'votes.csv'))
    const { code, err } = await runFolkmoot(['import', folder, '--id', 'trees'], temporaryFolder())
    expect(code).toBe(1)
    expect(err).toMatch(/^folkmoot import: votes\.csv: .*\n$/)
  })

  test('lets an old address lead to the conversation that came first, and says so', async () => {
    const data = temporaryFolder()
    await runFolkmoot(['import', writeExport(), '--id', 'first'], data)
    const { code, out } = await runFolkmoot(['import', writeExport(), '--id', 'second'], data)
    expect(code).toBe(0)
    expect(out).toContain('The old address /2abc leads to first already, and goes on leading there.')
    const store = await openStore(data)
    expect(await store.exchange.conversationAt('2abc')).toBe('first')
    await store.close()
  })

  test('refuses an id that is taken and changes nothing', async () => {
    const data = temporaryFolder()
    await runFolkmoot(['import', writeExport(), '--id', 'trees'], data)
    const second = await runFolkmoot(['import', writeExport(), '--id', 'trees'], data)
    expect(second.code).toBe(1)
    expect(second.err).toBe(
      'folkmoot import: there already is a conversation “trees”; nothing was changed. Choose another name with --id\n',
    )
    const store = await openStore(data)
    expect(await store.lastSequence('trees')).toBe(5)
    await store.close()
  })
})

describeOnRealData('folkmoot import of real conversations', () => {
  test('takes the paths as the caller means them', async () => {
    const data = temporaryFolder()
    const folder = sharedPath('data/polis-open-data')
    const { code, out } = await runFolkmoot(['import', './london.youth.policing'], data, folder)
    expect(code).toBe(0)
    expect(out).toContain('Participants  26')
    expect(out).toContain('Statements    39 (36 with votes; 36 accepted, 0 not moderated, 3 rejected)')
  })

  test.each([
    { name: 'vtaiwan.uberx', voters: '1,921', comments: '197', votes: '49,997' },
    { name: '15-per-hour-seattle', voters: '339', comments: '54', votes: '2,995' },
    { name: 'brexit-consensus', voters: '204', comments: '50', votes: '5,312' },
    { name: 'scoop-hivemind.ubi', voters: '234', comments: '70', votes: '7,174' },
    { name: 'scoop-hivemind.taxes', voters: '334', comments: '148', votes: '17,379' },
    { name: 'london.youth.policing', voters: '26', comments: '36', votes: '640' },
  ])('$name has the counts of its summary', async ({ name, voters, comments, votes }) => {
    const data = temporaryFolder()
    const { code, out } = await runFolkmoot(['import', sharedPath(`data/polis-open-data/${name}`)], data)
    expect(code).toBe(0)
    expect(out).toContain(`as ${name}.`)
    expect(out).toContain(`Participants  ${voters}\n`)
    expect(out).toContain(`${comments} with votes`)
    expect(out).toContain(`Votes         ${votes} (`)
    const store = await openStore(data)
    expect(await store.lastSequence(name)).toBe(Number(votes.replace(',', '')))
    await store.close()
  })
})
