// comments.csv: one row for each statement. Older exports have eight columns, newer ones say besides whether a statement
// is metadata or a seed.
import type { ImportedStatement } from '../store/imported-conversation.ts'
import { readTable, wholeNumber, type CsvRow, type CsvTable } from './csv-table.ts'
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
export function readStatements(path: string, file: string): ExportedStatement[] {
  const table = readTable(path, file, NEEDED)
  const lines = new Map<number, number>()
  let inMilliseconds: boolean | null = null
  const statements = table.rows.map((row) => {
    const cell = (column: string) => row.cells[table.columns.get(column)!]!
    const id = wholeNumber(table, row, 'comment-id', 0, LARGEST_ID)
    if (lines.has(id))
      throw new RefusedExport(file, row.line, `comment-id ${id} is already on line ${lines.get(id)}`)
    lines.set(id, row.line)
    const text = cell('comment-body').trim()
    if (text === '') throw new RefusedExport(file, row.line, 'the comment-body is empty')
    if (text.length > LONGEST_TEXT) {
      throw new RefusedExport(
        file,
        row.line,
        `the comment-body has ${text.length} characters; is a quote missing?`,
      )
    }
    const timestamp = wholeNumber(table, row, 'timestamp', 0, Number.MAX_SAFE_INTEGER)
    inMilliseconds ??= isInMilliseconds(timestamp)
    if (isInMilliseconds(timestamp) !== inMilliseconds) {
      throw new RefusedExport(
        file,
        row.line,
        `timestamp ${timestamp} is not in the same unit as those before it`,
      )
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
  const text = row.cells[place]!.trim().toLowerCase()
  if (['1', 'true', 't'].includes(text)) return true
  if (['0', 'false', 'f', ''].includes(text)) return false
  throw new RefusedExport(table.file, row.line, `${column} is “${text}”, expected true or false`)
}
