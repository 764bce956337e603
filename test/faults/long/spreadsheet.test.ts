// Exports as LibreOffice reads them: it opens each file and saves it as CSV again, and every cell has to be what we wrote.
import { parse } from 'csv-parse/sync'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeExport } from '../../../server/export/write-export.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import { observe } from '../../../server/store/read-only.ts'
import { exportedFiles, storeWithMap } from '../../server/export/published-conversation.ts'
import { temporaryFolder } from '../../server/store/temporary-folder.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const sample = sampleConversation()
const hostile = ['=1+1', '@SUM(A1:A9)', '-2+3', '\t=1+1', 'two\nlines, "quoted"', 'Ŵyau: 1/2']
/** Plain files are for programs: there a text that is a formula is one for spreadsheets too. */
const harmless = hostile.slice(4)

function conversationWith(texts: readonly string[]) {
  const statements = sample.statements.map((statement, index) => ({
    ...statement,
    text: texts[index] ?? statement.text,
  }))
  return { ...sample, statements }
}

/** Opens the files in LibreOffice; what it saved, by name. */
function opened(paths: readonly string[], inputFilter: readonly string[]): ReadonlyMap<string, string> {
  const folder = temporaryFolder()
  const out = join(folder, 'out')
  // Commas, quotes, UTF-8; cells with their whole content and not as they are shown; every sheet into a file of its own.
  const saved = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const parameters = [profile, '--headless', ...inputFilter, '--convert-to', saved, '--outdir', out, ...paths]
  execFileSync('soffice', parameters, { stdio: 'ignore', timeout: 300_000 })
  return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}

/** Rows of a CSV; numbers as numbers, since spreadsheets write them in their own way. */
function cellsOf(text: string): (string | number)[][] {
  const rows = parse(text, { relax_column_count: true, bom: true }) as string[][]
  return rows.map((row) => {
    const cells = row.map((cell) => (/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(cell) ? Number(cell) : cell))
    while (cells.at(-1) === '') cells.pop() // a sheet is as wide as its widest row
    return cells
  })
}

describe.skipIf(!hasOffice)('LibreOffice', () => {
  for (const formulaSafe of [false, true]) {
    test(`opens every CSV${formulaSafe ? ', formula-safe,' : ''} with the same cells`, async () => {
      const folder = temporaryFolder()
      await storeWithMap(folder, conversationWith(formulaSafe ? hostile : harmless))
      const files = await exportedFiles(folder, sample.id, 'results', { formulaSafe })
      const tables = [...files].filter(([name]) => name.endsWith('.csv'))
      const given = join(folder, 'given')
      mkdirSync(given)
      for (const [name, text] of tables) writeFileSync(join(given, name), text)
      const read = opened(
        tables.map(([name]) => join(given, name)),
        ['--infilter=CSV:44,34,76,1'],
      )
      expect(tables.length).toBeGreaterThan(5)
      for (const [name, text] of tables) {
        const back = [...read].find(([each]) => each.startsWith(name.replace('.csv', '')))
        expect([name, cellsOf(back?.[1] ?? '')]).toEqual([name, cellsOf(text)])
      }
    })
  }

  test('opens the workbook with the same cells', async () => {
    const folder = temporaryFolder()
    await storeWithMap(folder, conversationWith(hostile))
    const files = await exportedFiles(folder, sample.id, 'results')
    const observed = observe(join(folder, DATABASE_NAME))
    const parts: Uint8Array[] = []
    try {
      const order = { conversation: sample.id, kind: 'results', file: 'results.xlsx', url: '' } as const
      for await (const part of (await writeExport(observed.store, { ...order, formulaSafe: false }, 0))!) {
        parts.push(part)
      }
    } finally {
      await observed.close()
    }
    const path = join(folder, 'results.xlsx')
    writeFileSync(path, Buffer.concat(parts))
    const read = opened([path], [])
    for (const [name, sheet] of [
      ['comments', 'Statements'],
      ['comment-groups', 'Votes by group'],
      ['statements', 'Shown'],
      ['representative', 'What groups stand for'],
      ['consensus', 'Agreed by all groups'],
    ]) {
      const back = [...read].find(([each]) => each.endsWith(`-${sheet}.csv`))
      expect([name, cellsOf(back?.[1] ?? '')]).toEqual([name, cellsOf(files.get(`${name}.csv`)!)])
    }
  })
})
