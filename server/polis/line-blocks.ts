// A large file in blocks of whole lines, some megabytes at a time, so that no file has to fit into memory.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { MOST_BYTES, refuseTooLarge } from './limits.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import { asUtf8 } from './text-of-bytes.ts'

const BLOCK = 4 * 2 ** 20
const LONGEST_LINE = 2 ** 20
const NEWLINE = 10
const BOM = Buffer.from('\uFEFF')

export interface LineBlock {
  /** Whole lines with their ends; only the last one of a file may have none. Valid until the next block is asked for. */
  readonly bytes: Buffer
  /** Line of the file on which the block begins, from 1. */
  readonly line: number
}

/** Throws a RefusedExport for a file that cannot be read, is too large, or is not text. A mark in front is left out. */
export function* lineBlocks(path: string, file: string, reading: Reading = {}): Generator<LineBlock> {
  const descriptor = opened(path, file)
  try {
    const { size } = fstatSync(descriptor)
    refuseTooLarge(file, size, MOST_BYTES)
    // One buffer for all blocks: what is left of the last line moves to its beginning.
    const buffer = Buffer.allocUnsafe(LONGEST_LINE + BLOCK)
    let kept = 0
    let line = 1
    let offset = 0
    for (;;) {
      const length = readAt(descriptor, buffer, kept, file)
      const isLast = length === 0
      const bytes = buffer.subarray(0, kept + length)
      const end = isLast ? bytes.length : bytes.lastIndexOf(NEWLINE) + 1
      if (bytes.length - end > LONGEST_LINE) {
        const most = { most: LONGEST_LINE }
        throw new RefusedExport(file, line + linesIn(bytes), (say) => say('lineTooLong', most))
      }
      if (end > 0) {
        const whole = bytes.subarray(0, end)
        const text = asUtf8(whole, reading, { file, line, offset })
        yield { bytes: offset === 0 && text.indexOf(BOM) === 0 ? text.subarray(BOM.length) : text, line }
        line += linesIn(whole)
        offset += end
        reading.onShare?.(size === 0 ? 1 : offset / size)
      }
      if (isLast) return
      kept = bytes.length - end
      buffer.copyWithin(0, end, bytes.length)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** The lines of a large file with their numbers, without their ends; a mark in front is left out. */
export function* linesOf(
  path: string,
  file: string,
  reading: Reading = {},
): Generator<{ readonly text: string; readonly line: number }> {
  for (const { bytes, line: first } of lineBlocks(path, file, reading)) {
    let line = first
    for (let start = 0; start < bytes.length; line++) {
      const found = bytes.indexOf(NEWLINE, start)
      const end = found < 0 ? bytes.length : found
      const text = bytes.toString('utf8', start, end)
      yield { text: text.endsWith('\r') ? text.slice(0, -1) : text, line }
      start = end + 1
    }
  }
}

function opened(path: string, file: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw unreadable(file, error)
  }
}

function readAt(descriptor: number, buffer: Buffer, at: number, file: string): number {
  try {
    return readSync(descriptor, buffer, at, BLOCK, null)
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** For a file that the operating system does not give. */
export function unreadable(file: string, error: unknown): RefusedExport {
  const reason = error instanceof Error ? error.message : String(error)
  return new RefusedExport(file, null, (say) => say('unreadable', { reason }))
}

function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}
