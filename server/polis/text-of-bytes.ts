// Bytes of a file as text: UTF-8, or what somebody has said instead. Mistakes name the line, and the byte within the file.
import { isUtf8 } from 'node:buffer'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import { fromWindows1252 } from './windows-1252.ts'

const NEWLINE = 10
const SHOWN = 60

/** Where bytes stand in their file. */
export interface Place {
  readonly file: string
  /** Line of the first byte, from 1. */
  readonly line: number
  /** Number of the first byte, from 0. */
  readonly offset: number
}

const wholeFile = (file: string): Place => ({ file, line: 1, offset: 0 })

/** The bytes as UTF-8; throws a RefusedExport where they are something else. Whole lines are expected. */
export function asUtf8(bytes: Buffer, { encoding }: Reading, place: Place | string): Buffer {
  const { file, line, offset } = typeof place === 'string' ? wholeFile(place) : place
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    const byte = String(offset + zero + 1)
    throw new RefusedExport(file, line + linesBefore(bytes, zero), (say) => say('nulByte', { byte }), {
      remedy: (say) => say('remedyExport'),
    })
  }
  if (isUtf8(bytes)) return bytes
  if (encoding === 'windows-1252') return Buffer.from(fromWindows1252(bytes))
  throw notUtf8(bytes, { file, line, offset })
}

function notUtf8(bytes: Buffer, { file, line, offset }: Place): RefusedExport {
  let start = 0
  for (;;) {
    const found = bytes.indexOf(NEWLINE, start)
    const end = found < 0 ? bytes.length : found
    if (found < 0 || !isUtf8(bytes.subarray(start, end))) {
      const text = bytes.subarray(start, end)
      const at = firstBadByte(text)
      const byte = String(offset + start + at + 1)
      const hex = `0x${(text[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
      const shown = fromWindows1252(text.subarray(Math.max(0, at - SHOWN), at + SHOWN))
      return new RefusedExport(file, line, (say) => say('notUtf8', { byte, hex }), {
        remedy: (say) => say('remedyEncoding', { text: shown.trim() }),
        question: 'windows-1252',
      })
    }
    start = end + 1
    line++
  }
}

/** The longest beginning that is UTF-8 ends there. */
function firstBadByte(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at]!
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    if (!isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return at
}

function linesBefore(bytes: Buffer, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}
