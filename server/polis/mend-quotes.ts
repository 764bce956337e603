// Exports of 2024 have texts without quotes, or with quotes of their own that are not doubled, so that commas and line breaks in
// them break the table. Where the columns around the text are numbers, it is still clear where each row begins and ends; what lies
// between is the text. Nothing is taken silently: whoever imports sees each text that was read in this way.
import { type CsvRow, readHeader } from './csv-table.ts'
import type { MendedLine } from './refused-export.ts'
import { splitLine } from './split-line.ts'

const TEXT = 'comment-body'
const WHOLE = String.raw`-?\d+`
/** What stands in the columns that are known; anything without commas and quotes in the others. */
const PATTERNS = new Map([
  ['timestamp', WHOLE],
  ['comment-id', WHOLE],
  ['author-id', String.raw`-?\d*`],
  ['agrees', WHOLE],
  ['disagrees', WHOLE],
  ['moderated', WHOLE],
])
const ANYTHING = String.raw`[^",\r\n]*`

export interface MendedRows {
  readonly columns: ReadonlyMap<string, number>
  readonly rows: readonly CsvRow[]
  readonly mended: readonly MendedLine[]
}

/** The rows of comments.csv by the numbers around each text; null where these do not tell them apart. */
export function mendStatements(text: string, file: string): MendedRows | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  const header = splitLine(lines[0] ?? '')?.map((name) => name.trim())
  const place = header?.indexOf(TEXT) ?? -1
  if (header === undefined || place < 0) return null
  const before = header.slice(0, place)
  const after = header.slice(place + 1)
  // Two numbers in a row begin no sentence; one might.
  if (before.filter((name) => PATTERNS.has(name)).length < 2) return null
  const begins = new RegExp(`^${before.map((name) => `${cellOf(name)},`).join('')}`)
  const ends = after.length === 0 ? /$/ : new RegExp(`${after.map((name) => `,${cellOf(name)}`).join('')}$`)

  const found: { readonly line: number; readonly start: string[]; readonly end: string[]; raw: string }[] = []
  let current: { readonly line: number; readonly start: string[]; text: string[] } | null = null
  const close = (): boolean => {
    if (current === null) return true
    const last = current.text.length - 1
    const end = ends.exec(current.text[last]!)
    if (end === null) return false
    const raw = [...current.text.slice(0, last), current.text[last]!.slice(0, end.index)].join('\n')
    found.push({ line: current.line, start: current.start, end: unquoted(end), raw })
    return true
  }
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!
    const start = begins.exec(line)
    if (start !== null) {
      if (!close()) return null
      current = { line: index + 1, start: unquoted(start), text: [line.slice(start[0].length)] }
    } else if (current === null) return null
    else current.text.push(line)
  }
  if (!close()) return null

  const areQuoted = found.every(({ raw }) => !/[",\n]/.test(raw) || isBetweenQuotes(raw))
  const mended: MendedLine[] = []
  const rows = found.map(({ line, start, end, raw }): CsvRow => {
    const text = textOf(raw, areQuoted)
    if (!isSound(raw)) mended.push({ file, line, before: raw, after: text })
    return { line, cells: [...start, text, ...end] }
  })
  return { columns: readHeader(header, file, []), rows, mended }
}

/** The rows of summary.csv, by the keys with which they begin. */
export function mendSummary(text: string, file: string, keys: readonly string[]): MendedRows | null {
  const begins = new RegExp(`^(?:"(${keys.join('|')})"|(${keys.join('|')})),`)
  const found: { readonly line: number; readonly key: string; raw: string }[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  for (const [index, line] of lines.entries()) {
    const start = begins.exec(line)
    if (start !== null) {
      found.push({ line: index + 1, key: start[1] ?? start[2]!, raw: line.slice(start[0].length) })
    } else if (found.length === 0) return null
    else found.at(-1)!.raw += `\n${line}`
  }
  const areQuoted = found.every(({ raw }) => !/[",\n]/.test(raw) || isBetweenQuotes(raw))
  const mended: MendedLine[] = []
  const rows = found.map(({ line, key, raw }): CsvRow => {
    const value = textOf(raw, areQuoted)
    if (!isSound(raw) && (raw.includes('"') || raw.includes('\n'))) {
      mended.push({ file, line, before: raw, after: value })
    }
    return { line, cells: [key, value] }
  })
  return { columns: new Map(), rows, mended }
}

/** Whether the text of a sound row holds what looks like the beginning of another row. */
export function looksSwallowed(text: string, header: readonly string[]): boolean {
  const place = header.indexOf(TEXT)
  const before = header.slice(0, place)
  if (before.filter((name) => PATTERNS.has(name)).length < 3) return false
  return new RegExp(`^${before.map((name) => `${cellOf(name)},`).join('')}`, 'm').test(text)
}

function cellOf(name: string): string {
  const pattern = PATTERNS.get(name) ?? ANYTHING
  return `(?:"(${pattern})"|(${pattern}))`
}

/** The cells that a match holds, each with or without quotes. */
function unquoted(match: RegExpExecArray): string[] {
  const cells: string[] = []
  for (let group = 1; group < match.length; group += 2) cells.push(match[group] ?? match[group + 1] ?? '')
  return cells
}

function isBetweenQuotes(raw: string): boolean {
  return raw.length >= 2 && raw.startsWith('"') && raw.endsWith('"')
}

/** Whether a text can be read as CSV has it. */
function isSound(raw: string): boolean {
  return /^(?:[^",\n]*|"(?:[^"]|"")*")$/.test(raw)
}

function textOf(raw: string, areQuoted: boolean): string {
  const isWrapped = isBetweenQuotes(raw) && (areQuoted || isSound(raw))
  return isWrapped ? raw.slice(1, -1).replaceAll('""', '"') : raw
}
