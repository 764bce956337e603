// The files of an export as one zip, compressed while it is written: no file is ever in memory as a whole.
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import type { ExportFile } from './export-file.ts'

// Imported as a module, a package of this kind costs 10 MB of memory for looking through its text for names.
const { ZipFile } = createRequire(import.meta.url)('yazl') as typeof import('yazl')

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

/** The bytes of a file in chunks of 16 KiB. */
export async function* chunks(file: ExportFile): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafeSlow(CHUNK)
  let length = 0
  for await (const piece of file.pieces()) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    for (let done = 0; done < bytes.length;) {
      const part = bytes.subarray(done, done + CHUNK - length)
      chunk.set(part, length)
      length += part.length
      done += part.length
      if (length < CHUNK) continue
      yield chunk
      chunk = Buffer.allocUnsafeSlow(CHUNK)
      length = 0
    }
  }
  if (length > 0) yield chunk.subarray(0, length)
}
