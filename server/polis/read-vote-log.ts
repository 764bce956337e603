// vote-log.csv of an owner's export: the log entry by entry, in its order and with its withdrawals, so that the conversation
// that is made of it has the same log. It stands beside votes.csv, which says the same to tools that know Polis' files only.
import type { ImportedVotes } from '../store/imported-conversation.ts'
import { ERASED, PARTICIPANT_ERASED, WITHDRAWN } from '../store/store.ts'
import { shortened } from './csv-table.ts'
import { linesOf } from './line-blocks.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'

const HEADER = 'sequence,time-ms,comment-id,voter-id,vote'
const LARGEST_ID = 2 ** 32 - 1

/**
 * The entries in their order, with `ERASED` and `PARTICIPANT_ERASED` among the values where nothing else is told; throws a RefusedExport for a row that
 * is no entry, or is not the next one.
 */
export function readVoteLog(path: string, file: string, reading: Reading = {}): ImportedVotes {
  const participants: number[] = []
  const statements: number[] = []
  const values: number[] = []
  const timesMs: number[] = []
  for (const { text, line } of linesOf(path, file, reading)) {
    if (line === 1) {
      if (text === HEADER) continue
      throw new RefusedExport(file, 1, (say) => say('logColumns', { columns: HEADER }))
    }
    if (text === '') continue
    const cells = text.split(',')
    const [sequence, timeMs, statement, participant] = cells.map(Number) as [number, number, number, number]
    const vote = cells[4]!
    if (cells.length !== 5) throw new RefusedExport(file, line, (say) => say('columnCount', { count: '5' }))
    if (sequence !== participants.length + 1) {
      const values = { text: shortened(cells[0]!), expected: String(participants.length + 1) }
      throw new RefusedExport(file, line, (say) => say('logOutOfPlace', values))
    }
    const isErased = text === `${cells[0]},,,,`
    const isDeparture = cells[2] === '' && vote === '' && !isErased && cells[3] !== ''
    if (!(timeMs >= 0) || !isId(statement) || !isId(participant) || !['', '-1', '0', '1'].includes(vote)) {
      throw new RefusedExport(file, line, (say) => say('logEntry', { text: shortened(text) }))
    }
    participants.push(participant)
    statements.push(statement)
    values.push(isErased ? ERASED : isDeparture ? PARTICIPANT_ERASED : vote === '' ? WITHDRAWN : Number(vote))
    timesMs.push(timeMs)
  }
  const lastThatTells = values.findLastIndex((value) => value === WITHDRAWN || value === PARTICIPANT_ERASED)
  const unaccounted = values.indexOf(ERASED, lastThatTells + 1)
  if (unaccounted >= 0) {
    throw new RefusedExport(file, unaccounted + 2, (say) => say('logUnaccounted'))
  }
  return {
    participants: Uint32Array.from(participants),
    statements: Uint32Array.from(statements),
    values: Int8Array.from(values),
    timesMs: Float64Array.from(timesMs),
  }
}

function isId(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= LARGEST_ID
}
