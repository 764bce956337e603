// Seed statements out of a text that somebody typed, pasted, or brought as a table: one on each line, or the first column of a
// CSV with commas, semicolons or tabs. What is judged is what would be stored.
import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { type SeedRow, SEEDS_LIMIT } from '../protocol/facilitate/seeds.ts'
import { lengthOf, tidied, troubleWith } from '../protocol/statement-text.ts'

export type SeedsRefusal = 'seeds-too-large' | 'seeds-not-text' | 'seeds-broken'

/** Names of a first row that is no statement but says what the column holds. */
const HEADINGS = new Set([
  'statement',
  'statements',
  'text',
  'comment',
  'comments',
  'comment-body',
  'comment_text',
  'txt',
  'seed',
  'datganiad',
  'datganiadau',
  'testun',
])
/** Heading of a column that is meant even where it is not the first. */
const isHeading = (cell: string) => HEADINGS.has(cell.trim().toLowerCase())

interface Line {
  readonly line: number
  readonly text: string
}

/**
 * Judges each row of a text: `known` are the statements that the conversation has, `limit` the characters that one may have.
 * Answers with a code for what is no such text.
 */
export function readSeeds(
  bytes: Uint8Array,
  known: Iterable<string>,
  limit: number,
): readonly SeedRow[] | SeedsRefusal {
  if (bytes.length > SEEDS_LIMIT.bytes) return 'seeds-too-large'
  const text = decoded(bytes)
  if (text === null) return 'seeds-not-text'
  const lines = linesOf(text)
  if (typeof lines === 'string') return lines
  if (lines.length > SEEDS_LIMIT.rows) return 'seeds-too-large'
  const seen = new Map<string, number | null>()
  for (const each of known) seen.set(sameness(each), null)
  return lines.map(({ line, text: raw }) => judge(line, tidied(raw), limit, seen))
}

/** The texts of those rows that would be stored. */
export function acceptedSeeds(texts: readonly string[], known: Iterable<string>, limit: number): string[] {
  const seen = new Map<string, number | null>()
  for (const each of known) seen.set(sameness(each), null)
  return texts
    .map((text, index) => judge(index + 1, tidied(text), limit, seen))
    .flatMap(({ verdict, text }) => (verdict === 'ok' ? [text] : []))
}

function judge(line: number, text: string, limit: number, seen: Map<string, number | null>): SeedRow {
  const row = { line, text, sameAs: null, over: 0 } as const
  const trouble = troubleWith(text, limit)
  if (trouble === 'statement-empty') return { ...row, verdict: 'empty' }
  if (trouble === 'statement-only-links') return { ...row, verdict: 'only-links' }
  if (trouble === 'statement-too-long') return { ...row, verdict: 'too-long', over: lengthOf(text) - limit }
  const key = sameness(text)
  const before = seen.get(key)
  if (before !== undefined) return { ...row, verdict: 'duplicate', sameAs: before }
  seen.set(key, line)
  return { ...row, verdict: 'ok' }
}

/** Two statements are the same where only case, accents' spelling or what ends them differs. */
function sameness(text: string): string {
  return tidied(text)
    .toLowerCase()
    .replace(/[.!…\s]+$/u, '')
}

/** UTF-8, or UTF-16 with its mark as spreadsheets write it; null for what holds no text. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutNulls(new TextDecoder('utf-16le').decode(bytes))
  if (!isUtf8(bytes)) return null
  return withoutNulls(new TextDecoder().decode(bytes))
}

function withoutNulls(text: string): string | null {
  return text.includes('\u0000') ? null : text
}

/** The statements with the lines on which they start; lines without a word are kept where they stand between others. */
function linesOf(text: string): Line[] | SeedsRefusal {
  const delimiter = delimiterOf(text)
  if (delimiter === null)
    return trimmed(text.split(/\r\n|\r|\n/).map((line, index) => ({ line: index + 1, text: line })))
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: SEEDS_LIMIT.rows + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[] // what `info: true` returns
    let before = 0
    const rows = records.map(({ record, info }) => {
      const line = before + 1
      before = info.lines
      return { line, cells: record }
    })
    const heading = rows[0]?.cells.findIndex(isHeading) ?? -1
    const column = Math.max(0, heading)
    return trimmed(
      rows.slice(heading < 0 ? 0 : 1).map(({ line, cells }) => ({ line, text: cells[column] ?? '' })),
    )
  } catch (error) {
    if (error instanceof CsvError) return 'seeds-broken'
    throw error
  }
}

/** Without the empty lines at the end, which nobody means. */
function trimmed(lines: Line[]): Line[] {
  let end = lines.length
  while (end > 0 && lines[end - 1]!.text.trim() === '') end--
  return lines.slice(0, end)
}

/**
 * What parts the columns; null where the text is lines and no table. A table begins with a heading, or has a quotation mark
 * at the start of a row, or every row of it ends with what parts columns, or has as many of them.
 */
function delimiterOf(text: string): string | null {
  const body = text.replace(/^\ufeff/, '')
  const rows = body.split(/\r\n|\r|\n/).filter((row) => row.trim() !== '')
  const first = rows[0] ?? ''
  const counts = (delimiter: string) => first.split(delimiter).length - 1
  const best = [',', ';', '\t'].reduce((one, other) => (counts(other) > counts(one) ? other : one))
  if (first.split(best).some((cell) => isHeading(cell.replace(/^"|"$/g, '')))) return best
  if (rows.some((row) => row.startsWith('"'))) return parting(rows) ?? best
  const trailing = [',', ';', '\t'].find((delimiter) => rows.every((row) => row.endsWith(delimiter)))
  if (trailing !== undefined) return trailing
  // Semicolons and tabs in every row, as often in each: sentences do not do that by chance.
  return [';', '\t'].find((delimiter) => isEven(rows, delimiter)) ?? null
}

function isEven(rows: readonly string[], delimiter: string): boolean {
  const wanted = (rows[0] ?? '').split(delimiter).length
  return wanted > 1 && rows.length > 1 && rows.every((row) => row.split(delimiter).length === wanted)
}

/** What follows the first closing quotation mark of a row. */
function parting(rows: readonly string[]): string | null {
  for (const row of rows) {
    const match = /^"(?:[^"]|"")*"([,;\t])/.exec(row)
    if (match !== null) return match[1]!
  }
  return null
}
