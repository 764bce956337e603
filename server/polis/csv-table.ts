// The small tables of an export (summary, comments, participants), read with csv-parse: quoted texts with commas and
// line breaks. Every row knows the line that it started on, and every mistake names it.
import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { RefusedExport } from './refused-export.ts'

const LARGEST_FILE = 2 ** 31 - 1

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

/** The bytes of a file, which have to be UTF-8. */
export function readUtf8(path: string, file: string): Buffer {
  const bytes = readBytes(path, file)
  if (!isUtf8(bytes)) throw new RefusedExport(file, lineOfFirstBadByte(bytes), 'the text is not UTF-8')
  return bytes
}

function readBytes(path: string, file: string): Buffer {
  try {
    const { size } = statSync(path)
    if (size > LARGEST_FILE) {
      const reason = `it has ${(size / 1e9).toFixed(1)} GB, at most 2 GB are read; is it the export of one conversation?`
      throw new RefusedExport(file, null, reason)
    }
    return readFileSync(path)
  } catch (error) {
    if (error instanceof RefusedExport) throw error
    throw new RefusedExport(
      file,
      null,
      `it cannot be read (${error instanceof Error ? error.message : error})`,
    )
  }
}

/** All rows of a file. `ragged` accepts rows of different lengths. */
export function parseRows(bytes: Buffer, file: string, { ragged = false } = {}): CsvRow[] {
  try {
    // csv-parse counts the lines up to a record's end, so a record starts on the line after the previous one's end.
    const records = parse(bytes, {
      bom: true,
      info: true,
      relax_column_count: ragged,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number; empty_lines: number } }[] // what `info: true` returns
    let lines = 0
    return records.map(({ record, info }) => {
      const line = lines + 1
      lines = info.lines
      return { line, cells: record }
    })
  } catch (error) {
    if (error instanceof CsvError) throw new RefusedExport(file, lineOf(error), reasonOf(error))
    throw error
  }
}

/** Reads a file with a header; throws a RefusedExport when a row is broken or a needed column is missing. */
export function readTable(path: string, file: string, needed: readonly string[]): CsvTable {
  const [header, ...rows] = parseRows(readUtf8(path, file), file)
  return { file, columns: readHeader(header?.cells ?? [], file, needed), rows }
}

/** Place of each column; throws a RefusedExport when one is there twice or a needed one is missing. */
export function readHeader(
  cells: readonly string[],
  file: string,
  needed: readonly string[],
): Map<string, number> {
  const columns = new Map<string, number>()
  cells.forEach((cell, place) => {
    const name = cell.trim()
    if (columns.has(name)) throw new RefusedExport(file, 1, `the column ${name} is there twice`)
    columns.set(name, place)
  })
  const missing = needed.filter((name) => !columns.has(name))
  if (missing.length > 0) {
    throw new RefusedExport(
      file,
      1,
      `the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} is missing`,
    )
  }
  return columns
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
    throw new RefusedExport(
      table.file,
      row.line,
      `${column} is “${text}”, expected a whole number from ${least} to ${most}`,
    )
  }
  return number
}

function lineOf(error: CsvError): number | null {
  return 'lines' in error && typeof error.lines === 'number' ? error.lines : null
}

function reasonOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed'
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote stands where none may stand; a quote inside a quoted text has to be doubled'
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return 'this row has another number of columns than the first one; a text with a comma has to be quoted'
    default:
      return error.message
  }
}

function lineOfFirstBadByte(bytes: Buffer): number {
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}
