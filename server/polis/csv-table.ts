// The small tables of an export (summary, comments, participants), read with csv-parse: quoted texts with commas and
// line breaks. Every row knows the line that it started on, and every mistake names it.
import { readFileSync, statSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { MOST_BYTES_AT_ONCE, refuseTooLarge } from './limits.ts'
import { unreadable } from './line-blocks.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import type { Words } from './say.ts'
import { asUtf8 } from './text-of-bytes.ts'

/** A row of a file without a header. */
export interface CsvRow {
  /** Line of the file on which the row starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A file whose first row names its columns. */
export interface CsvTable {
  readonly file: string
  /** Place of each column by its name. */
  readonly columns: ReadonlyMap<string, number>
  readonly rows: readonly CsvRow[]
}

/** The bytes of a file that is read as a whole, as UTF-8. */
export function readUtf8(path: string, file: string, reading: Reading = {}): Buffer {
  return asUtf8(readBytes(path, file), reading, file)
}

function readBytes(path: string, file: string): Buffer {
  let size
  try {
    size = statSync(path).size
  } catch (error) {
    throw unreadable(file, error)
  }
  refuseTooLarge(file, size, MOST_BYTES_AT_ONCE)
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** The rows of a file, all or at most so many. `ragged` accepts rows of different lengths. */
export function parseRows(
  bytes: Buffer,
  file: string,
  { ragged = false, most }: { readonly ragged?: boolean; readonly most?: number } = {},
): CsvRow[] {
  if (!ragged) refuseOtherSeparator(firstLine(bytes), file)
  try {
    // csv-parse counts the lines up to a record's end, so a record starts on the line after the previous one's end.
    const records = parse(bytes, {
      bom: true,
      info: true,
      relax_column_count: ragged,
      skip_empty_lines: true,
      ...(most === undefined ? {} : { to: most }),
    }) as unknown as { record: string[]; info: { lines: number; empty_lines: number } }[] // what `info: true` returns
    let lines = 0
    return records.map(({ record, info }) => {
      const line = lines + 1
      lines = info.lines
      return { line, cells: record }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const remedy: Words = (say) => say('remedyQuotes')
    throw new RefusedExport(file, lineOf(error), reasonOf(error), { remedy, question: 'mend-quotes' })
  }
}

/** Reads a file with a header; throws a RefusedExport when a row is broken or a needed column is missing. */
export function readTable(
  path: string,
  file: string,
  needed: readonly string[],
  reading: Reading = {},
): CsvTable {
  const [header, ...rows] = parseRows(readUtf8(path, file, reading), file)
  return { file, columns: readHeader(header?.cells ?? [], file, needed), rows }
}

/** Place of each column; throws a RefusedExport when one is there twice or a needed one is missing. */
export function readHeader(
  cells: readonly string[],
  file: string,
  needed: readonly string[],
): Map<string, number> {
  if (cells.length === 1) refuseOtherSeparator(cells[0]!, file)
  const columns = new Map<string, number>()
  cells.forEach((cell, place) => {
    const name = cell.trim()
    if (columns.has(name)) {
      throw new RefusedExport(file, 1, (say) => say('columnTwice', { column: name }))
    }
    columns.set(name, place)
  })
  const missing = needed.filter((name) => !columns.has(name))
  if (missing.length > 0) {
    const values = { count: missing.length, columns: missing.join(', ') }
    throw new RefusedExport(file, 1, (say) => say('columnsMissing', values))
  }
  return columns
}

/** Spreadsheets of some countries part the columns by semicolons. */
function refuseOtherSeparator(header: string, file: string): void {
  if (header.includes(',')) return
  const separator = [';', '\t'].find((each) => header.includes(each))
  if (separator === undefined) return
  const values = { separator: separator === '\t' ? 'Tab' : separator }
  throw new RefusedExport(file, 1, (say) => say('otherSeparator', values), {
    remedy: (say) => say('remedySeparator'),
  })
}

function firstLine(bytes: Buffer): string {
  const end = bytes.indexOf(10)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

/** A cell that holds a whole number from `least` to `most`; throws a RefusedExport for anything else. */
export function wholeNumber(
  table: CsvTable,
  row: CsvRow,
  column: string,
  least: number,
  most: number,
): number {
  const text = row.cells[table.columns.get(column)!]! // csv-parse has checked that no row is short
  const number = Number(text)
  if (!/^-?\d+$/.test(text) || number < least || number > most) {
    const values = { column, text: shortened(text), least: String(least), most: String(most) }
    throw new RefusedExport(table.file, row.line, (say) => say('notInRange', values))
  }
  return number
}

function lineOf(error: CsvError): number | null {
  return 'lines' in error && typeof error.lines === 'number' ? error.lines : null
}

function reasonOf(error: CsvError): Words {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return (say) => say('quoteNeverClosed')
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return (say) => say('quoteMisplaced')
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return (say) => say('raggedRow')
    default:
      return (say) => say('csvProblem', { reason: error.message })
  }
}

/** A cell as it is shown in a message. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
