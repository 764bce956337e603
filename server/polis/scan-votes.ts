// votes.csv byte by byte. It can have millions of rows, all of them plain numbers beside a date that nobody needs, and a
// general CSV parser takes 4.1 s for 1.5 million of them where this takes 0.3 s. Anything unexpected is refused
// with its line. It comes in blocks of whole lines; a line with quotes is written without them first.
import { MOST_VOTES } from './limits.ts'
import { RefusedExport } from './refused-export.ts'
import { splitLine } from './split-line.ts'
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
const QUOTE = 34
const COMMA = 44
const MINUS = 45
const ZERO = 48
const LARGEST_ID = 2 ** 32 - 1
const MOST_DIGITS = 15

export class VoteScan {
  readonly #columns: VoteColumns
  readonly #file: string
  /** Of the last row. */
  readonly #cells: Float64Array
  readonly #wanted: Uint8Array
  #capacity = 4096
  #participants = new Uint32Array(this.#capacity)
  #statements = new Uint32Array(this.#capacity)
  #values = new Int8Array(this.#capacity)
  #timesMs = new Float64Array(this.#capacity)
  #rows = 0
  #inMilliseconds: boolean | null = null
  #emptyLine: number | null = null

  constructor(columns: VoteColumns, file: string) {
    this.#columns = columns
    this.#file = file
    this.#cells = new Float64Array(columns.count)
    this.#wanted = new Uint8Array(columns.count)
    const { timestamp, statement, participant, value } = columns
    for (const column of [timestamp, statement, participant, value]) this.#wanted[column] = 1
  }

  /** Reads whole lines from byte `start` on, which is the start of the line given. */
  read(bytes: Buffer, start: number, line: number): void {
    const hasQuotes = bytes.includes(QUOTE, start)
    for (let at = start; at < bytes.length; line++) {
      const newline = bytes.indexOf(NEWLINE, at)
      const lineEnd = newline < 0 ? bytes.length : newline
      const end = lineEnd > at && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd
      if (end === at) this.#emptyLine ??= line
      else {
        if (this.#emptyLine !== null) {
          throw new RefusedExport(this.#file, this.#emptyLine, (say) => say('emptyLine'))
        }
        if (hasQuotes && bytes.subarray(at, end).includes(QUOTE)) this.#readQuoted(bytes, at, end, line)
        else this.#readLine(bytes, at, end, line)
        this.#keep(line)
      }
      at = lineEnd + 1
    }
  }

  votes(): ExportedVotes {
    const rows = this.#rows
    return {
      participants: this.#participants.subarray(0, rows),
      statements: this.#statements.subarray(0, rows),
      values: this.#values.subarray(0, rows),
      timesMs: this.#timesMs.subarray(0, rows),
      lineOf: (event) => event + 2, // after the header, counted from 1
    }
  }

  #readQuoted(bytes: Buffer, start: number, end: number, line: number): void {
    const cells = splitLine(bytes.toString('utf8', start, end))
    if (cells === null) {
      throw new RefusedExport(this.#file, line, (say) => say('quoteMisplaced'), {
        remedy: (say) => say('remedyQuotes'),
      })
    }
    const plain = Buffer.from(cells.map((cell) => cell.replaceAll(',', ' ')).join(','))
    this.#readLine(plain, 0, plain.length, line)
  }

  #readLine(bytes: Buffer, start: number, end: number, line: number): void {
    const { count } = this.#columns
    let at = start
    for (let column = 0; column < count; column++) {
      if (this.#wanted[column] === 0) {
        while (at < end && bytes[at] !== COMMA) at++
      } else {
        const first = at
        const sign = bytes[at] === MINUS ? -1 : 1
        if (sign < 0) at++
        let number = 0
        const digits = at
        while (at < end) {
          const digit = bytes[at]! - ZERO
          if (digit < 0 || digit > 9) break
          number = number * 10 + digit
          at++
        }
        const isNumber = at > digits && at - digits <= MOST_DIGITS && (at === end || bytes[at] === COMMA)
        if (!isNumber) throw notANumber(bytes, first, end, line, this.#file)
        this.#cells[column] = sign * number
      }
      const isLast = column === count - 1
      if (isLast ? at !== end : at >= end) {
        throw new RefusedExport(this.#file, line, (say) => say('columnCount', { count: String(count) }))
      }
      at++
    }
  }

  #keep(line: number): void {
    const cells = this.#cells
    const columns = this.#columns
    const timestamp = cells[columns.timestamp]!
    const statement = cells[columns.statement]!
    const participant = cells[columns.participant]!
    const value = cells[columns.value]!
    this.#inMilliseconds ??= isInMilliseconds(timestamp)
    if (
      value < -1 ||
      value > 1 ||
      statement < 0 ||
      statement > LARGEST_ID ||
      participant < 0 ||
      participant > LARGEST_ID ||
      timestamp < 0 ||
      timestamp >= FIRST_MILLISECONDS !== this.#inMilliseconds
    ) {
      throw impossible({ value, statement, participant, timestamp }, line, this.#file)
    }
    if (this.#rows === this.#capacity) this.#grow()
    const row = this.#rows++
    this.#participants[row] = participant
    this.#statements[row] = statement
    this.#values[row] = value
    this.#timesMs[row] = this.#inMilliseconds ? timestamp : timestamp * 1000
  }

  #grow(): void {
    if (this.#capacity >= MOST_VOTES) {
      throw new RefusedExport(this.#file, null, (say) => say('tooManyVotes', { most: MOST_VOTES }))
    }
    this.#capacity *= 2
    this.#participants = grown(this.#participants, new Uint32Array(this.#capacity))
    this.#statements = grown(this.#statements, new Uint32Array(this.#capacity))
    this.#values = grown(this.#values, new Int8Array(this.#capacity))
    this.#timesMs = grown(this.#timesMs, new Float64Array(this.#capacity))
  }
}

/** Why a row is no possible vote. */
function impossible(
  {
    value,
    statement,
    participant,
    timestamp,
  }: {
    readonly value: number
    readonly statement: number
    readonly participant: number
    readonly timestamp: number
  },
  line: number,
  file: string,
): RefusedExport {
  const most = String(LARGEST_ID)
  const time = String(timestamp)
  if (value < -1 || value > 1) {
    return new RefusedExport(file, line, (say) => say('voteUnknown', { vote: String(value) }))
  }
  for (const [column, number] of [
    ['comment-id', statement],
    ['voter-id', participant],
  ] as const) {
    if (number >= 0 && number <= LARGEST_ID) continue
    return new RefusedExport(file, line, (say) => say('outOfRange', { column, number: String(number), most }))
  }
  if (timestamp < 0) return new RefusedExport(file, line, (say) => say('timeBefore1970', { time }))
  return new RefusedExport(file, line, (say) => say('timeInOtherUnit', { time }), {
    remedy: (say) => say('remedyTime'),
  })
}

function grown<A extends Uint32Array | Int8Array | Float64Array>(full: A, larger: A): A {
  larger.set(full)
  return larger
}

function notANumber(bytes: Buffer, first: number, end: number, line: number, file: string): RefusedExport {
  const comma = bytes.indexOf(COMMA, first)
  const last = Math.min(comma < 0 ? end : comma, end, first + 40)
  const text = bytes.toString('utf8', first, Math.max(first, last))
  return new RefusedExport(file, line, (say) => say('notANumber', { text }))
}
