// votes.csv: every vote event, re-votes included, in the order of statements and participants.
import { readHeader } from './csv-table.ts'
import { lineBlocks } from './line-blocks.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import { type ExportedVotes, type VoteColumns, VoteScan } from './scan-votes.ts'
import { splitLine } from './split-line.ts'

const NEEDED = ['timestamp', 'comment-id', 'voter-id', 'vote']
const NEWLINE = 10

/** The vote events in the order of the file. */
export function readVotes(path: string, file: string, reading: Reading = {}): ExportedVotes {
  let scan: VoteScan | null = null
  for (const { bytes, line } of lineBlocks(path, file, reading)) {
    if (scan !== null) {
      scan.read(bytes, 0, line)
      continue
    }
    const newline = bytes.indexOf(NEWLINE)
    const end = newline < 0 ? bytes.length : newline
    scan = new VoteScan(columnsOf(bytes.toString('utf8', 0, end).trim(), file), file)
    scan.read(bytes, Math.min(end + 1, bytes.length), line + 1)
  }
  return (scan ?? new VoteScan(columnsOf('', file), file)).votes()
}

function columnsOf(line: string, file: string): VoteColumns {
  const header = splitLine(line)
  if (header === null) {
    throw new RefusedExport(file, 1, (say) => say('quoteMisplaced'), {
      remedy: (say) => say('remedyQuotes'),
    })
  }
  const places = readHeader(header, file, NEEDED)
  return {
    timestamp: places.get('timestamp')!,
    statement: places.get('comment-id')!,
    participant: places.get('voter-id')!,
    value: places.get('vote')!,
    count: header.length,
  }
}
