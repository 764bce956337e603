// vote-log.csv of an owner's export: the log entry by entry, in its order and with its withdrawals, so that the conversation
// that is made of it has the same log. It stands beside votes.csv, which says the same to tools that know Polis' files only.
import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { ImportedVotes } from '../store/imported-conversation.ts'
import { ERASED, PARTICIPANT_ERASED, WITHDRAWN } from '../store/store.ts'
import { RefusedExport } from './refused-export.ts'

const HEADER = 'sequence,time-ms,comment-id,voter-id,vote'
const BLOCK = 1 << 20
const LARGEST_ID = 2 ** 32 - 1

/**
 * The entries in their order, with `ERASED` and `PARTICIPANT_ERASED` among the values where nothing else is told; throws a RefusedExport for a row that
 * is no entry, or is not the next one.
 */
export function readVoteLog(path: string, file: string): ImportedVotes {
  const participants: number[] = []
  const statements: number[] = []
  const values: number[] = []
  const timesMs: number[] = []
  let line = 0
  for (const text of linesOf(path)) {
    line++
    if (line === 1) {
      if (text !== HEADER) throw new RefusedExport(file, 1, `expected the columns ${HEADER}`)
      continue
    }
    if (text === '') continue
    const cells = text.split(',')
    const [sequence, timeMs, statement, participant] = cells.map(Number) as [number, number, number, number]
    const vote = cells[4]!
    if (cells.length !== 5) throw new RefusedExport(file, line, 'expected 5 columns')
    if (sequence !== participants.length + 1) {
      const reason = `the sequence is “${cells[0]}”, expected ${participants.length + 1}: an entry is missing or out of place`
      throw new RefusedExport(file, line, reason)
    }
    const isErased = text === `${cells[0]},,,,`
    const isDeparture = cells[2] === '' && vote === '' && !isErased && cells[3] !== ''
    if (!(timeMs >= 0) || !isId(statement) || !isId(participant) || !['', '-1', '0', '1'].includes(vote)) {
      throw new RefusedExport(file, line, `“${text}” is no entry of a vote log`)
    }
    participants.push(participant)
    statements.push(statement)
    values.push(isErased ? ERASED : isDeparture ? PARTICIPANT_ERASED : vote === '' ? WITHDRAWN : Number(vote))
    timesMs.push(timeMs)
  }
  const lastThatTells = values.findLastIndex((value) => value === WITHDRAWN || value === PARTICIPANT_ERASED)
  const unaccounted = values.indexOf(ERASED, lastThatTells + 1)
  if (unaccounted >= 0) {
    const reason = 'the entry has no content, and no later one withdraws or erases anything'
    throw new RefusedExport(file, unaccounted + 2, reason)
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

/** The lines of a file, without their ends, a megabyte at a time. */
function* linesOf(path: string): Generator<string> {
  const descriptor = openSync(path, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const block = Buffer.alloc(BLOCK)
    let rest = ''
    for (;;) {
      const length = readSync(descriptor, block, 0, BLOCK, null)
      const lines = (rest + (length > 0 ? decoder.write(block.subarray(0, length)) : decoder.end())).split(
        '\n',
      )
      rest = lines.pop()!
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
      if (length === 0) break
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(descriptor)
  }
}
