// summary.csv: rows of a key and a value, without a header.
import { type CsvRow, parseRows, readUtf8, shortened } from './csv-table.ts'
import { mendSummary } from './mend-quotes.ts'
import { offeringToMend } from './offer-to-mend.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'

/** What summary.csv says; the counts are null where it does not say. */
export interface Summary {
  readonly topic: string
  readonly description: string
  /** Where the conversation could be found; empty where the export does not say. */
  readonly url: string
  readonly voters: number | null
  readonly comments: number | null
  readonly commenters: number | null
  /** True when the export itself declares agree = +1, disagree = −1. */
  readonly declaresSign: boolean
}

const CONVENTION = new Map([
  ['agree', 1],
  ['disagree', -1],
  ['pass', 0],
])
const KEYS = ['topic', 'url', 'views', 'voters', 'voters-in-conv', 'commenters', 'comments', 'groups'].concat(
  'conversation-description',
  'vote-convention',
)

/** Throws a RefusedExport for a bad count, a row that is there twice, no topic, or votes declared with another sign. */
export function readSummary(path: string, file: string, reading: Reading = {}): Summary {
  const bytes = readUtf8(path, file, reading)
  return offeringToMend(
    () => summaryOf(parseRows(bytes, file, { ragged: true }), file),
    () => mendSummary(bytes.toString('utf8'), file, KEYS),
    ({ rows }) => summaryOf(rows, file),
    reading,
  )
}

function summaryOf(rows: readonly CsvRow[], file: string): Summary {
  const values = new Map<string, string>()
  const lines = new Map<string, number>()
  for (const { cells, line } of rows) {
    const key = (cells[0] ?? '').trim()
    if (values.has(key)) {
      throw new RefusedExport(file, line, (say) => say('keyTwice', { key: shortened(key) }))
    }
    values.set(key, cells.slice(1).join(',')) // a topic with a comma is not always quoted
    lines.set(key, line)
  }
  const count = (key: string) => {
    const text = (values.get(key) ?? '').trim()
    if (text === '') return null
    if (!/^\d{1,15}$/.test(text)) {
      throw new RefusedExport(file, lines.get(key)!, (say) =>
        say('notACount', { key, text: shortened(text) }),
      )
    }
    return Number(text)
  }
  const topic = values.get('topic')
  if (topic === undefined) throw new RefusedExport(file, null, (say) => say('noTopic'))
  const convention = values.get('vote-convention')
  if (convention !== undefined) requireOurSign(convention, file, lines.get('vote-convention')!)
  return {
    topic: topic.trim(),
    description: (values.get('conversation-description') ?? '').trim(),
    url: (values.get('url') ?? '').trim(),
    voters: count('voters'),
    comments: count('comments'),
    commenters: count('commenters'),
    declaresSign: convention !== undefined,
  }
}

function requireOurSign(convention: string, file: string, line: number): void {
  for (const part of convention.split(';')) {
    const [key = '', value = ''] = part.split('=').map((text) => text.trim())
    const ours = CONVENTION.get(key)
    if (ours === undefined || Number(value) === ours) continue
    const values = { given: part.trim(), expected: `${key}=${ours}` }
    throw new RefusedExport(file, line, (say) => say('otherSign', values))
  }
}
