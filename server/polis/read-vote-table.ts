// Any table of votes: one row for each, with columns for who voted, on what, and how. What the columns are called, the caller
// says; people and statements are numbered in the order in which they appear.
import type { ImportedConversation } from '../store/imported-conversation.ts'
import { parseRows, readHeader, readUtf8, shortened, type CsvRow } from './csv-table.ts'
import { MOST_STATEMENTS } from './limits.ts'
import { orderByTime } from './order-by-time.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import { isInMilliseconds } from './timestamps.ts'

/** Names of the columns; `time` where there is one. */
export interface VoteTableColumns {
  readonly participant: string
  readonly statement: string
  readonly vote: string
  readonly time?: string | undefined
}

export interface VoteTableOptions {
  readonly id: string
  readonly topic: string
  readonly columns: VoteTableColumns
  /** The file has agree = −1: turn every vote. */
  readonly invert?: boolean
  /** When votes without a time were cast. */
  readonly nowMs: number
}

const WORDS = new Map<string, -1 | 0 | 1>([
  ...['1', '+1', 'agree', 'agrees', 'yes', 'y', 'true', 'cytuno', 'ydw', 'ie'].map(
    (word) => [word, 1] as const,
  ),
  ...['-1', '−1', 'disagree', 'disagrees', 'no', 'n', 'false', 'anghytuno', 'nac ydw', 'na'].map(
    (word) => [word, -1] as const,
  ),
  ...['0', 'pass', 'unsure', 'neutral', 'skip', 'pasio', 'ansicr'].map((word) => [word, 0] as const),
])
const LONGEST_STATEMENT = 400

/** Throws a RefusedExport that names the line; rows with an empty vote are left out. */
export function readVoteTable(
  path: string,
  file: string,
  options: VoteTableOptions,
  reading: Reading = {},
): ImportedConversation {
  const { id, topic, columns, invert = false, nowMs } = options
  const [header, ...rows] = parseRows(readUtf8(path, file, reading), file)
  const wanted = [
    columns.participant,
    columns.statement,
    columns.vote,
    ...(columns.time === undefined ? [] : [columns.time]),
  ]
  const places = readHeader(header?.cells ?? [], file, wanted)
  const cellOf = ({ cells }: CsvRow, column: string) => (cells[places.get(column)!] ?? '').trim()
  const people = new Map<string, number>()
  const statements = new Map<string, number>()
  const votes: { who: number; what: number; value: number; timeMs: number }[] = []
  for (const row of rows) {
    const said = cellOf(row, columns.vote)
    if (said === '') continue
    const value = WORDS.get(said.toLowerCase())
    if (value === undefined) {
      const values = { column: columns.vote, text: shortened(said) }
      throw new RefusedExport(file, row.line, (say) => say('tableVote', values))
    }
    const who = cellOf(row, columns.participant)
    const what = cellOf(row, columns.statement)
    for (const [column, cell] of [
      [columns.participant, who],
      [columns.statement, what],
    ] as const) {
      if (cell === '') throw new RefusedExport(file, row.line, (say) => say('tableEmpty', { column }))
    }
    if (what.length > LONGEST_STATEMENT) {
      const values = { column: columns.statement, count: what.length, most: LONGEST_STATEMENT }
      throw new RefusedExport(file, row.line, (say) => say('tableTooLong', values))
    }
    if (!statements.has(what) && statements.size === MOST_STATEMENTS) {
      const most = { most: MOST_STATEMENTS }
      throw new RefusedExport(file, row.line, (say) => say('tooManyStatements', most))
    }
    votes.push({
      who: numbered(people, who),
      what: numbered(statements, what),
      value: invert ? 0 - value : value,
      timeMs:
        columns.time === undefined ? nowMs : timeOf(cellOf(row, columns.time), columns.time, row.line, file),
    })
  }
  if (votes.length === 0) throw new RefusedExport(file, null, (say) => say('tableNoVote'))
  const order = orderByTime(Float64Array.from(votes, ({ timeMs }) => timeMs))
  const inOrder = Array.from(order, (place) => votes[place]!)
  const createdAtMs = inOrder[0]!.timeMs
  return {
    id,
    topic,
    description: '',
    isOpen: false,
    isSample: false,
    createdAtMs,
    statements: Array.from(statements.keys(), (text, number) => ({
      id: number,
      text,
      author: null,
      createdAtMs,
      moderation: 1,
      isMeta: false,
      isSeed: true,
    })),
    votes: {
      participants: Uint32Array.from(inOrder, ({ who }) => who),
      statements: Uint32Array.from(inOrder, ({ what }) => what),
      values: Int8Array.from(inOrder, ({ value }) => value),
      timesMs: Float64Array.from(inOrder, ({ timeMs }) => timeMs),
    },
  }
}

/** Reads `participant=who,statement=what,vote=answer`; null where one of them is missing. */
export function readColumns(text: string): VoteTableColumns | null {
  const given = new Map(
    text.split(',').map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const
    }),
  )
  const [participant, statement, vote, time] = ['participant', 'statement', 'vote', 'time'].map((name) =>
    given.get(name),
  )
  if (!participant || !statement || !vote) return null
  return { participant, statement, vote, time: time || undefined }
}

function numbered(known: Map<string, number>, name: string): number {
  let number = known.get(name)
  if (number === undefined) known.set(name, (number = known.size))
  return number
}

function timeOf(text: string, column: string, line: number, file: string): number {
  const number = Number(text)
  const timeMs =
    text === ''
      ? Number.NaN
      : Number.isNaN(number)
        ? Date.parse(text)
        : isInMilliseconds(number)
          ? number
          : number * 1000
  if (Number.isFinite(timeMs) && timeMs >= 0) return timeMs
  const values = { column, text: shortened(text) }
  throw new RefusedExport(file, line, (say) => say('tableTime', values))
}
