// The figures of a report as CSV: strict, with the numbers of report.json, and nothing in it that a spreadsheet would compute.
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { ReportFacts } from '../../../server/report/facts.ts'
import { reportFile } from '../../../server/report/report-files.ts'
import { largeFacts } from './large-facts.ts'

async function rowsOf(name: string, facts: ReportFacts): Promise<Record<string, string>[]> {
  const file = await reportFile(name, facts, {}, () => {
    throw new Error('Figures are the same in every language.')
  })
  return parse(String(file!.body), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
}

test('statements.csv and groups.csv hold the numbers of report.json, and nothing for hidden ones', async () => {
  const facts = largeFacts()
  const [first, ...others] = facts.statements
  const hidden = { ...facts, statements: [{ ...first!, all: null, groups: [null] }, ...others] }
  const rows = await rowsOf('statements.csv', hidden)
  expect(rows).toHaveLength(facts.statements.length)
  expect(rows[0]).toMatchObject({ statement: String(first!.id), agrees: '', passes: '', votes: '' })
  for (const [index, { id, text, all }] of others.entries()) {
    const { agrees, disagrees, votes } = all!
    expect(rows[index + 1]).toMatchObject({
      statement: String(id),
      text,
      agrees: String(agrees),
      disagrees: String(disagrees),
      passes: String(votes - agrees - disagrees),
      votes: String(votes),
    })
  }
  const groups = await rowsOf('groups.csv', hidden)
  expect(groups).toHaveLength(facts.statements.length * facts.groups.length)
  expect(groups[0]).toMatchObject({ group: 'A', agrees: '', votes: '' })
})

test.each(['=1+1', '@SUM(A1)', '\t=1+1', '-2+3', ' =1', '＝1+1', '%0A', '|cmd'])(
  'the text %j is no formula in statements.csv',
  async (text) => {
    const facts = largeFacts()
    const statements = [{ ...facts.statements[0]!, text }]
    const [row] = await rowsOf('statements.csv', { ...facts, statements })
    expect(row!.text).toBe(`'${text}`)
  },
)
