// The figures of an export as an Excel workbook, a sheet for each table. Texts are written as texts, so that none of them can
// be taken for a formula.
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Cell } from './csv-text.ts'
import type { ExportFile } from './export-file.ts'

/** Name of the sheet for each file. */
const SHEETS: Readonly<Record<string, string>> = {
  'summary.csv': 'Summary',
  'comments.csv': 'Statements',
  'comment-groups.csv': 'Votes by group',
  'statements.csv': 'Shown',
  'representative.csv': 'What groups stand for',
  'consensus.csv': 'Agreed by all groups',
  'moderation.csv': 'Moderation',
}

/** Characters that no XML may hold. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The workbook of an export of results. */
export async function workbookOf(files: readonly ExportFile[]): Promise<Buffer> {
  const sheets = files.flatMap(({ name, table }) => {
    const sheet = SHEETS[name]
    return sheet === undefined || table === undefined ? [] : [{ sheet, data: dataOf(table()) }]
  })
  return writeExcelFile(sheets).toBuffer()
}

function dataOf(rows: Iterable<readonly Cell[]>): SheetData {
  return Array.from(rows, (cells) =>
    cells.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'number') return { value: cell, type: Number }
      if (typeof cell === 'boolean') return { value: Number(cell), type: Number }
      return { value: cell.replace(UNWRITABLE, ''), type: String }
    }),
  )
}
