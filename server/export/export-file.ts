import { csvRow, type Cell, type CsvStyle } from './csv-text.ts'

/** A piece of a text: itself, or its bytes in UTF-8, which stand only until the next piece is asked for. */
export type Piece = string | Uint8Array

/** One file of an export; its text comes in pieces, so that no file has to be in memory as a whole. */
export interface ExportFile {
  readonly name: string
  readonly type: 'text/csv; charset=utf-8' | 'application/json; charset=utf-8'
  readonly pieces: () => Iterable<Piece> | AsyncIterable<Piece>
  /** The same as a table, for spreadsheets; absent where it is none. */
  readonly table?: () => Iterable<readonly Cell[]>
}

/** A table with a header. */
export function csvFile(
  name: string,
  header: readonly string[],
  rows: () => Iterable<readonly Cell[]>,
  style: CsvStyle,
): ExportFile {
  return {
    name,
    type: 'text/csv; charset=utf-8',
    *pieces() {
      yield csvRow(header, style)
      for (const row of rows()) yield csvRow(row, style)
    },
    *table() {
      yield header
      yield* rows()
    },
  }
}

/** A JSON document, made when it is asked for. */
export function jsonFile(name: string, document: () => unknown): ExportFile {
  return {
    name,
    type: 'application/json; charset=utf-8',
    async *pieces() {
      yield `${JSON.stringify(await document(), null, 1)}\n`
    },
  }
}
