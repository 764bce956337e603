// votes.csv byte by byte. It can have millions of rows, all of them plain numbers beside a date that nobody needs, and a
// general CSV parser takes 4.1 s for 1.5 million of them where this takes 0.3 s. Anything unexpected is refused
// with its line; a file with quotes is not for this scanner.
import { RefusedExport } from './refused-export.ts'
import { FIRST_MILLISECONDS, isInMilliseconds } from './timestamps.ts'

/** Vote events in the order of the file, as parallel arrays. */
export interface ExportedVotes {
  readonly participants: Uint32Array
  readonly statements: Uint32Array
  readonly values: Int8Array
  readonly timesMs: Float64Array
  /** Line of the file on which an event stands. */
  readonly lineOf: (event: number) => number
}

/** Places of the columns that matter, counted from 0. */
export interface VoteColumns {
  readonly timestamp: number
  readonly statement: number
  readonly participant: number
  readonly value: number
  /** Number of columns. */
  readonly count: number
}

const NEWLINE = 10
const RETURN = 13
const COMMA = 44
const MINUS = 45
const ZERO = 48
const LARGEST_ID = 2 ** 32 - 1

/** Scans the rows from byte `start` on, which is the start of line 2. */
export function scanVotes(bytes: Buffer, start: number, columns: VoteColumns, file: string): ExportedVotes {
  let capacity = 4096
  let participants = new Uint32Array(capacity)
  let statements = new Uint32Array(capacity)
  let values = new Int8Array(capacity)
  let timesMs = new Float64Array(capacity)
  const {
    timestamp: timestampAt,
    statement: statementAt,
    participant: participantAt,
    value: valueAt,
    count,
  } = columns
  const cells = new Float64Array(count)
  const wanted = new Uint8Array(count)
  for (const column of [timestampAt, statementAt, participantAt, valueAt]) wanted[column] = 1
  const end = bytes.length
  let inMilliseconds: boolean | null = null
  let rows = 0
  let line = 1
  let at = start

  while (at < end) {
    line++
    if (isLineEnd(bytes, at, end)) {
      if (bytes.toString('utf8', at).trim() !== '') throw new RefusedExport(file, line, 'the line is empty')
      break
    }
    for (let column = 0; column < count; column++) {
      if (wanted[column] === 0) {
        while (at < end && bytes[at] !== COMMA && bytes[at] !== NEWLINE) at++
        if (bytes[at - 1] === RETURN && bytes[at] === NEWLINE) at--
      } else {
        const first = at
        const sign = bytes[at] === MINUS ? -1 : 1
        if (sign < 0) at++
        let number = 0
        const digits = at
        for (let digit = bytes[at]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[at]! - ZERO) {
          number = number * 10 + digit
          if (++at === end) break
        }
        const isNumber = at > digits && at - digits <= 15 && (at === end || isSeparator(bytes[at]!))
        if (!isNumber) throw notANumber(bytes, first, line, file)
        cells[column] = sign * number
      }
      const isLast = column === count - 1
      if (isLast ? !isLineEnd(bytes, at, end) : bytes[at] !== COMMA) {
        throw new RefusedExport(file, line, `expected ${count} columns`)
      }
      if (!isLast) at++
    }
    at = afterLineEnd(bytes, at)

    const timestamp = cells[timestampAt]!
    const statement = cells[statementAt]!
    const participant = cells[participantAt]!
    const value = cells[valueAt]!
    inMilliseconds ??= isInMilliseconds(timestamp)
    if (
      value < -1 ||
      value > 1 ||
      statement < 0 ||
      statement > LARGEST_ID ||
      participant < 0 ||
      participant > LARGEST_ID ||
      timestamp < 0 ||
      timestamp >= FIRST_MILLISECONDS !== inMilliseconds
    ) {
      checkVote(cells, columns, inMilliseconds, line, file) // the same conditions, with their words
    }
    if (rows === capacity) {
      capacity *= 2
      participants = grown(participants, new Uint32Array(capacity))
      statements = grown(statements, new Uint32Array(capacity))
      values = grown(values, new Int8Array(capacity))
      timesMs = grown(timesMs, new Float64Array(capacity))
    }
    participants[rows] = participant
    statements[rows] = statement
    values[rows] = value
    timesMs[rows] = inMilliseconds ? timestamp : timestamp * 1000
    rows++
  }
  return {
    participants: participants.subarray(0, rows),
    statements: statements.subarray(0, rows),
    values: values.subarray(0, rows),
    timesMs: timesMs.subarray(0, rows),
    lineOf: (event) => event + 2, // after the header, counted from 1
  }
}

/** Throws a RefusedExport unless the cells of a row are a possible vote in the unit of time given. */
export function checkVote(
  cells: ArrayLike<number>,
  columns: VoteColumns,
  inMilliseconds: boolean,
  line: number,
  file: string,
): void {
  const value = cells[columns.value]!
  const statement = cells[columns.statement]!
  const participant = cells[columns.participant]!
  const timestamp = cells[columns.timestamp]!
  const reason =
    value < -1 || value > 1
      ? `the vote is ${value}, expected −1, 0 or 1`
      : statement < 0 || statement > LARGEST_ID
        ? `the comment-id ${statement} is out of range`
        : participant < 0 || participant > LARGEST_ID
          ? `the voter-id ${participant} is out of range`
          : timestamp < 0
            ? `the timestamp ${timestamp} is before 1970`
            : timestamp >= FIRST_MILLISECONDS !== inMilliseconds
              ? `the timestamp ${timestamp} is not in the same unit as those before it`
              : null
  if (reason !== null) throw new RefusedExport(file, line, reason)
}

function isSeparator(byte: number): boolean {
  return byte === COMMA || byte === NEWLINE || byte === RETURN
}

function isLineEnd(bytes: Buffer, at: number, end: number): boolean {
  return (
    at >= end ||
    bytes[at] === NEWLINE ||
    (bytes[at] === RETURN && (at + 1 === end || bytes[at + 1] === NEWLINE))
  )
}

function afterLineEnd(bytes: Buffer, at: number): number {
  return bytes[at] === RETURN ? at + 2 : at + 1
}

function grown<A extends Uint32Array | Int8Array | Float64Array>(full: A, larger: A): A {
  larger.set(full)
  return larger
}

function notANumber(bytes: Buffer, first: number, line: number, file: string): RefusedExport {
  let end = first
  while (end < bytes.length && end < first + 40 && !isSeparator(bytes[end]!)) end++
  return new RefusedExport(file, line, `“${bytes.toString('utf8', first, end)}” is not a whole number`)
}
