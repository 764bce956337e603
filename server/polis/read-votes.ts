// votes.csv: every vote event, re-votes included, in the order of statements and participants.
import { parseRows, readHeader, readUtf8, wholeNumber } from './csv-table.ts'
import { checkVote, scanVotes, type ExportedVotes, type VoteColumns } from './scan-votes.ts'
import { isInMilliseconds } from './timestamps.ts'

const NEEDED = ['timestamp', 'comment-id', 'voter-id', 'vote']
const QUOTE = 34
const NEWLINE = 10

/** The vote events in the order of the file. */
export function readVotes(path: string, file: string): ExportedVotes {
  const bytes = readUtf8(path, file)
  if (bytes.includes(QUOTE)) return readQuotedVotes(bytes, file)
  const newline = bytes.indexOf(NEWLINE)
  const end = newline < 0 ? bytes.length : newline
  const header = bytes
    .toString('utf8', 0, end)
    .replace(/^\uFEFF/, '')
    .trim()
  return scanVotes(bytes, end + 1, columnsOf(header.split(','), file), file)
}

function columnsOf(header: readonly string[], file: string): VoteColumns {
  const places = readHeader(header, file, NEEDED)
  return {
    timestamp: places.get('timestamp')!,
    statement: places.get('comment-id')!,
    participant: places.get('voter-id')!,
    value: places.get('vote')!,
    count: header.length,
  }
}

function readQuotedVotes(bytes: Buffer, file: string): ExportedVotes {
  const [header, ...rows] = parseRows(bytes, file)
  const columns = columnsOf(header?.cells ?? [], file)
  const table = { file, columns: readHeader(header?.cells ?? [], file, NEEDED), rows }
  const votes = {
    participants: new Uint32Array(rows.length),
    statements: new Uint32Array(rows.length),
    values: new Int8Array(rows.length),
    timesMs: new Float64Array(rows.length),
    lineOf: (event: number) => rows[event]!.line,
  }
  const cells = new Float64Array(columns.count)
  let inMilliseconds: boolean | null = null
  rows.forEach((row, index) => {
    for (const name of NEEDED) {
      const most = Number.MAX_SAFE_INTEGER
      cells[table.columns.get(name)!] = wholeNumber(table, row, name, -most, most)
    }
    const timestamp = cells[columns.timestamp]!
    inMilliseconds ??= isInMilliseconds(timestamp)
    checkVote(cells, columns, inMilliseconds, row.line, file)
    votes.participants[index] = cells[columns.participant]!
    votes.statements[index] = cells[columns.statement]!
    votes.values[index] = cells[columns.value]!
    votes.timesMs[index] = inMilliseconds ? timestamp : timestamp * 1000
  })
  return votes
}
