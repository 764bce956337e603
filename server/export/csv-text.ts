// Rows of CSV as RFC 4180 has them: CRLF at the end, texts in quotes where they need them. The formula-safe style puts an
// apostrophe before texts that a spreadsheet would take for a formula; numbers are never touched.

export interface CsvStyle {
  /** Whether texts that begin as a formula does are made inert. */
  readonly formulaSafe: boolean
}

/** A cell: null is empty; a flag is written as 1 or 0. */
export type Cell = string | number | boolean | null

const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n|%＝＋－＠]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** One row with its line end. */
export function csvRow(cells: readonly Cell[], style: CsvStyle): string {
  return `${cells.map((cell) => csvCell(cell, style)).join(',')}\r\n`
}

/** One cell as it stands between two commas. */
export function csvCell(cell: Cell, { formulaSafe }: CsvStyle): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  if (typeof cell === 'number') return String(cell)
  const text = formulaSafe && FORMULA.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
