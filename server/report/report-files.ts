// The files of a report: its figures as JSON and CSV, its method, and its plots. The same for the report as it is now and for
// published versions.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '../../analysis/index.ts'
import { type Cell, csvRow } from '../export/csv-text.ts'
import { packageRoot } from '../package-root.ts'
import type { ReportFacts } from './facts.ts'
import { asFile, plotNames } from './plots/drawing.ts'
import { plotOf } from './plots/plots.ts'
import { png } from './plots/png.ts'
import { sharingPicture } from './plots/sharing-picture.ts'
import { ruleSentences } from './rule-sentences.ts'
import { reportWords } from './report-words.ts'
import type { ReportView } from './view.ts'

export interface FileContent {
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
}

const JSON_TYPE = 'application/json; charset=utf-8'
const CSV_TYPE = 'text/csv; charset=utf-8'

/** Names of the files that are figures, the same in every language. */
export const figureNames = ['report.json', 'statements.csv', 'groups.csv', 'method.json'] as const

/** A file of the report by its name, or null. `viewIn` gives the report in a language. */
export async function reportFile(
  name: string,
  facts: ReportFacts,
  settings: Readonly<Record<string, unknown>>,
  viewIn: (language: 'en' | 'cy') => ReportView,
): Promise<FileContent | null> {
  switch (name) {
    case 'report.json':
      return { type: JSON_TYPE, body: `${JSON.stringify(facts, null, 1)}\n` }
    case 'statements.csv':
      return { type: CSV_TYPE, body: statementsCsv(facts) }
    case 'groups.csv':
      return { type: CSV_TYPE, body: groupsCsv(facts) }
    case 'method.json':
      return { type: JSON_TYPE, body: `${JSON.stringify(methodOf(facts, settings), null, 1)}\n` }
  }
  const match = /^([a-z]+)\.(en|cy)\.(svg|png)$/.exec(name)
  if (match === null) return null
  const view = viewIn(match[2] as 'en' | 'cy') // as the pattern has it
  if (match[1] === 'sharing') {
    return match[3] === 'png' ? { type: 'image/png', body: await png(sharingPicture(view), 1200) } : null
  }
  const plotName = plotNames.find((each) => each === match[1])
  const plot = plotName === undefined ? null : plotOf(view, plotName)
  if (plot === null) return null
  const svg = asFile(plot)
  return match[3] === 'svg'
    ? { type: 'image/svg+xml; charset=utf-8', body: svg }
    : { type: 'image/png', body: await png(svg, 2 * plot.width) }
}

function statementsCsv({ statements }: ReportFacts): string {
  const header = [
    'statement',
    'text',
    'seed',
    'meta',
    'agrees',
    'disagrees',
    'passes',
    'votes',
    'divisiveness',
    'consensus-agree',
    'consensus-disagree',
    'shown',
  ]
  const rows = statements.map(({ id, text, isSeed, isMeta, all, divisiveness, consensus, shown }) => [
    ...[id, text, isSeed, isMeta, ...countsOf(all), divisiveness],
    ...[consensus?.[0] ?? null, consensus?.[1] ?? null, shown],
  ])
  return csv(header, rows)
}

function groupsCsv({ statements, groups }: ReportFacts): string {
  const header = ['statement', 'group', 'people', 'agrees', 'disagrees', 'passes', 'votes']
  const rows = statements.flatMap(({ id, groups: votes }) =>
    groups.map(({ letter, people }, group) => [id, letter, people, ...countsOf(votes[group] ?? null)]),
  )
  return csv(header, rows)
}

/** Agrees, disagrees, passes and all votes; empty where they are hidden. */
function countsOf(votes: ReportFacts['statements'][number]['all']): Cell[] {
  if (votes === null) return [null, null, null, null]
  return [votes.agrees, votes.disagrees, votes.votes - votes.agrees - votes.disagrees, votes.votes]
}

/** No text is taken for a formula by a spreadsheet; report.json has each as it was written. */
function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => csvRow(row, { formulaSafe: true })).join('')
}

/** Everything that somebody needs to know to compute the report again. */
export function methodOf(facts: ReportFacts, settings: Readonly<Record<string, unknown>>) {
  const { log, smallest, conversation } = facts
  return {
    format: 1,
    software: { name: 'folkmoot', version: softwareVersion() },
    conversation: conversation.id,
    log: { sequence: log.sequence, hash: log.hash, until: new Date(log.untilMs).toISOString() },
    settings: { ...settings, smallestShownGroup: smallest },
    rules: RULES,
    sentences: ruleSentences(RULES, facts, reportWords('en')),
    csv: 'RFC 4180, UTF-8; empty cells are hidden numbers; a text that begins like a formula has an apostrophe before it.',
  }
}

let version: string | null = null

function softwareVersion(): string {
  version ??= (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string })
    .version
  return version
}
