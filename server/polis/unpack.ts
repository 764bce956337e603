// A zip of an export, unpacked into a folder of its own. Nothing in it is believed: names are taken without their folders and
// have to be those of data files, and what comes out is counted while it comes, so that no small file can fill the disk.
import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { RefusedExport } from './refused-export.ts'
import type { Words } from './say.ts'

const MOST_ENTRIES = 200
const GIB = 2 ** 30

export interface UnpackLimits {
  /** Bytes that one file may have. */
  readonly mostPerFile: number
  /** Bytes that all of them may have together. */
  readonly most: number
}

const usual: UnpackLimits = { mostPerFile: 1.5 * GIB, most: 3 * GIB }

/**
 * Unpacks the CSV and JSON files of a zip into an existing folder; throws a RefusedExport where that is not safe. `onBytes` hears
 * of each piece that came out.
 */
export async function unpack(
  zip: string,
  folder: string,
  limits: UnpackLimits = usual,
  onBytes: (bytes: number) => void = () => {},
): Promise<void> {
  const file = basename(zip)
  const archive = await open(zip, file)
  try {
    if (archive.entryCount > MOST_ENTRIES) {
      const values = { count: archive.entryCount, most: MOST_ENTRIES }
      throw refused(file, (say) => say('zipTooMany', values))
    }
    const seen = new Set<string>()
    let nested: string | null = null
    let room = limits.most
    for await (const entry of entriesOf(archive, file)) {
      const name = nameOf(entry)
      if (name === null) {
        if (/\.(zip|gz|tgz|7z|rar)$/i.test(entry.fileName)) nested ??= basename(entry.fileName)
        continue
      }
      // Two names that differ in their case only are one file on some systems.
      if (seen.has(name.toLowerCase())) throw refused(file, (say) => say('zipTwice', { name }))
      seen.add(name.toLowerCase())
      const most = Math.min(room, limits.mostPerFile)
      room -= await extract(archive, entry, join(folder, name), most, file, onBytes)
    }
    if (seen.size > 0) return
    const name = nested
    throw refused(file, (say) => (name === null ? say('zipEmpty') : say('zipNested', { name })))
  } finally {
    archive.close()
  }
}

async function open(zip: string, file: string): Promise<ZipFile> {
  try {
    // yauzl refuses absolute names and names with “..”, and sizes that do not match what is unpacked.
    return await yauzl.openPromise(zip, { autoClose: false, strictFileNames: true })
  } catch (error) {
    throw refused(file, (say) => say('zipUnreadable', { reason: reasonOf(error) }))
  }
}

async function* entriesOf(archive: ZipFile, file: string): AsyncGenerator<Entry> {
  try {
    yield* archive.eachEntry()
  } catch (error) {
    if (error instanceof RefusedExport) throw error
    throw refused(file, (say) => say('unreadable', { reason: reasonOf(error) }))
  }
}

/** Null for folders and for what systems add by themselves. */
function nameOf({ fileName }: Entry): string | null {
  const name = basename(fileName)
  if (fileName.endsWith('/') || fileName.startsWith('__MACOSX/') || name.startsWith('.')) return null
  return /^[\w .()-]{1,100}\.(csv|json)$/i.test(name) ? name : null
}

async function extract(
  archive: ZipFile,
  entry: Entry,
  path: string,
  most: number,
  file: string,
  onBytes: (bytes: number) => void,
): Promise<number> {
  const stream = await archive.openReadStreamPromise(entry).catch((error: unknown) => {
    throw broken(file, entry, error)
  })
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      onBytes(chunk.length)
      if (bytes <= most) return done(null, chunk)
      done(refused(file, (say) => say('zipTooLarge', { name: entry.fileName }), 'remedySize'))
    },
  })
  try {
    await pipeline(stream, counted, createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    if (error instanceof RefusedExport) throw error
    throw broken(file, entry, error)
  }
  return bytes
}

function refused(
  file: string,
  reason: Words,
  remedy: 'remedyZip' | 'remedySize' = 'remedyZip',
): RefusedExport {
  return new RefusedExport(file, null, reason, { remedy: (say) => say(remedy) })
}

function broken(file: string, { fileName: name }: Entry, error: unknown): RefusedExport {
  return refused(file, (say) => say('zipBroken', { name, reason: reasonOf(error) }))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
