// comments.csv: one row for each statement. Older exports have eight columns, newer ones say besides whether a statement
// is metadata or a seed.
import type { ImportedStatement } from '../store/imported-conversation.ts'
import {
  type CsvRow,
  type CsvTable,
  parseRows,
  readHeader,
  readUtf8,
  shortened,
  wholeNumber,
} from './csv-table.ts'
import { MOST_STATEMENTS } from './limits.ts'
import { looksSwallowed, mendStatements } from './mend-quotes.ts'
import { offeringToMend } from './offer-to-mend.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import { isInMilliseconds } from './timestamps.ts'

const NEEDED = ['timestamp', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body']
const LARGEST_ID = 2 ** 32 - 1
const LONGEST_TEXT = 10_000

/** A statement together with the counts of vote events that the export itself states. */
export interface ExportedStatement {
  readonly statement: ImportedStatement
  readonly agrees: number
  readonly disagrees: number
}

/** The statements in the order of their ids. */
export function readStatements(path: string, file: string, reading: Reading = {}): ExportedStatement[] {
  const bytes = readUtf8(path, file, reading)
  return offeringToMend(
    () => {
      const [header, ...rows] = parseRows(bytes, file, { most: MOST_STATEMENTS + 2 })
      const cells = header?.cells ?? []
      const table = { file, columns: readHeader(cells, file, NEEDED), rows }
      refuseSwallowed(table, cells)
      return statementsOf(table)
    },
    () => mendStatements(bytes.toString('utf8'), file),
    (mended) => statementsOf({ file, ...mended }),
    reading,
  )
}

/** A quote too many makes one text of several rows, which is CSV all the same. */
function refuseSwallowed(table: CsvTable, header: readonly string[]): void {
  const place = table.columns.get('comment-body')!
  const names = header.map((name) => name.trim())
  for (const { cells, line } of table.rows) {
    const text = cells[place]!
    if (!text.includes('\n') || !looksSwallowed(text, names)) continue
    throw new RefusedExport(table.file, line, (say) => say('swallowedRow'), { question: 'mend-quotes' })
  }
}

function statementsOf(table: CsvTable): ExportedStatement[] {
  const { file, rows, columns } = table
  if (rows.length > MOST_STATEMENTS) {
    const most = { most: MOST_STATEMENTS }
    throw new RefusedExport(file, rows[MOST_STATEMENTS]!.line, (say) => say('tooManyStatements', most), {
      remedy: (say) => say('remedySize'),
    })
  }
  const lines = new Map<number, number>()
  let inMilliseconds: boolean | null = null
  const statements = rows.map((row) => {
    const { line } = row
    const id = wholeNumber(table, row, 'comment-id', 0, LARGEST_ID)
    const before = lines.get(id)
    if (before !== undefined) {
      const values = { id: String(id), line: String(before) }
      throw new RefusedExport(file, line, (say) => say('idTwice', values), {
        remedy: (say) => say('remedyDuplicate'),
      })
    }
    lines.set(id, line)
    const text = row.cells[columns.get('comment-body')!]!.trim()
    if (text === '') throw new RefusedExport(file, line, (say) => say('textEmpty'))
    if (text.length > LONGEST_TEXT) {
      const count = { count: text.length }
      throw new RefusedExport(file, line, (say) => say('textTooLong', count), { question: 'mend-quotes' })
    }
    const timestamp = wholeNumber(table, row, 'timestamp', 0, Number.MAX_SAFE_INTEGER)
    inMilliseconds ??= isInMilliseconds(timestamp)
    if (isInMilliseconds(timestamp) !== inMilliseconds) {
      const time = { time: String(timestamp) }
      throw new RefusedExport(file, line, (say) => say('timeInOtherUnit', time), {
        remedy: (say) => say('remedyTime'),
      })
    }
    const statement: ImportedStatement = {
      id,
      text,
      author: readAuthor(table, row),
      createdAtMs: inMilliseconds ? timestamp : timestamp * 1000,
      moderation: wholeNumber(table, row, 'moderated', -1, 1) as -1 | 0 | 1, // whole, and from −1 to 1
      isMeta: readFlag(table, row, 'is-meta'),
      isSeed: readFlag(table, row, 'is-seed'),
    }
    const count = (column: string) => wholeNumber(table, row, column, 0, Number.MAX_SAFE_INTEGER)
    return { statement, agrees: count('agrees'), disagrees: count('disagrees') }
  })
  return statements.sort((a, b) => a.statement.id - b.statement.id)
}

/** Null where the export leaves the author out; so does −1, by which some exporters write it. */
function readAuthor(table: CsvTable, row: CsvRow): number | null {
  if (row.cells[table.columns.get('author-id')!]!.trim() === '') return null
  const author = wholeNumber(table, row, 'author-id', -1, LARGEST_ID)
  return author < 0 ? null : author
}

/** A column that only newer exports have. */
function readFlag(table: CsvTable, row: CsvRow, column: string): boolean {
  const place = table.columns.get(column)
  if (place === undefined) return false
  const cell = row.cells[place]!.trim()
  const text = cell.toLowerCase()
  if (['1', 'true', 't'].includes(text)) return true
  if (['0', 'false', 'f', ''].includes(text)) return false
  throw new RefusedExport(table.file, row.line, (say) =>
    say('flagUnknown', { column, text: shortened(cell) }),
  )
}
