// The files of an export as one zip, compressed while it is written: no file is ever in memory as a whole.
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ExportFile } from './export-file.ts'

/** Size of what is handed on at once, in bytes. */
const CHUNK = 16 * 1024

/** The zip; reading it is what makes it. */
export function zipStream(files: readonly ExportFile[], timeMs: number): Readable {
  const zip = new ZipFile()
  for (const file of files) {
    const options = { mtime: new Date(timeMs), compress: true }
    zip.addReadStreamLazy(file.name, options, (answer) =>
      answer(null, Readable.from(chunks(file), { objectMode: false, highWaterMark: CHUNK })),
    )
  }
  zip.end()
  return zip.outputStream as Readable // typed as what it is piped through, which can be read as well
}

/** The bytes of a file in chunks of about 16 KiB. */
export function* chunks(file: ExportFile): Generator<Buffer> {
  let waiting: string[] = []
  let length = 0
  for (const piece of file.pieces()) {
    waiting.push(piece)
    length += piece.length
    if (length < CHUNK) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.from(waiting.join(''))
}
