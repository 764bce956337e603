// Where each log ends, written to a file of its own beside the database: its last sequence and running hash. A database
// or write-ahead log that was cut off or altered no longer agrees with it and is found out at the next start.
//
// Each conversation has two records of 64 bytes that are written in turns, so that one torn write leaves the other:
// `<sequence, 12> <running hash, 22> <check, 22>` and spaces up to a line break.
import { hash } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fdatasync,
  fstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'

const RECORD = 64
const SYNC_EVERY_MS = 1_000

export interface LogHead {
  readonly sequence: number
  readonly hash: string
}

/** Heads as they were recorded, to be held against a log. */
export interface RecordedHeads {
  /** Highest key for which there may be a record. */
  readonly lastKey: number
  read(key: number): LogHead | null
}

/** Where nothing was recorded. */
export const noHeads: RecordedHeads = { lastKey: 0, read: () => null }

/** The recorded heads as they are now; none where there is no such file. */
export function readHeads(path: string): RecordedHeads {
  if (!existsSync(path)) return noHeads
  const heads = new LogHeads(path)
  try {
    const { lastKey } = heads
    const byKey = Array.from({ length: lastKey }, (_, index) => heads.read(index + 1))
    return { lastKey, read: (key) => byKey[key - 1] ?? null }
  } finally {
    heads.close()
  }
}

export class LogHeads implements RecordedHeads {
  readonly #file: number
  readonly #turns = new Map<number, number>()
  #syncTimer: NodeJS.Timeout | null = null
  #isOpen = true

  /** Opens the file, or makes it. */
  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o644)
  }

  /** The newest record of a conversation that is whole; null when there is none. */
  read(key: number): LogHead | null {
    const records = [0, 1].map((turn) => this.#record(key, turn))
    const [first = null, second = null] = records
    const newest = first === null || (second !== null && second.sequence > first.sequence) ? second : first
    this.#turns.set(key, newest === first ? 1 : 0)
    return newest
  }

  /** Highest key for which there may be a record. */
  get lastKey(): number {
    return Math.ceil(fstatSync(this.#file).size / (2 * RECORD))
  }

  /**
   * Records where a log ends after a COMMIT. The operating system has it when this returns, and it is on the disk within
   * a second; a head that is older than the log is no damage. Throws the system's errors.
   */
  write(key: number, { sequence, hash: runningHash }: LogHead): void {
    const turn = this.#turns.get(key) ?? 0
    const facts = `${String(sequence).padStart(12, '0')} ${runningHash}`
    const record = Buffer.from(`${facts} ${checkOf(key, facts)}`.padEnd(RECORD - 1) + '\n')
    writeSync(this.#file, record, 0, RECORD, offsetOf(key, turn))
    this.#turns.set(key, 1 - turn)
    this.#syncTimer ??= setTimeout(() => {
      this.#syncTimer = null
      if (this.#isOpen) fdatasync(this.#file, () => {})
    }, SYNC_EVERY_MS).unref()
  }

  /** Forgets where a log ended whose conversation is deleted. Throws the system's errors. */
  clear(key: number): void {
    this.#turns.delete(key)
    if (key > this.lastKey) return
    writeSync(this.#file, Buffer.alloc(2 * RECORD, ' '), 0, 2 * RECORD, offsetOf(key, 0))
  }

  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    if (this.#syncTimer !== null) clearTimeout(this.#syncTimer)
    closeSync(this.#file)
  }

  #record(key: number, turn: number): LogHead | null {
    const record = Buffer.alloc(RECORD)
    const length = readSync(this.#file, record, 0, RECORD, offsetOf(key, turn))
    const match = /^((\d{12}) ([\w-]{22})) ([\w-]{22}) +\n$/.exec(record.toString('latin1', 0, length))
    if (match === null || match[4] !== checkOf(key, match[1]!)) return null
    return { sequence: Number(match[2]), hash: match[3]! }
  }
}

function offsetOf(key: number, turn: number): number {
  return ((key - 1) * 2 + turn) * RECORD
}

function checkOf(key: number, facts: string): string {
  return hash('sha256', `folkmoot head ${key} ${facts}`, 'base64url').slice(0, 22)
}
