// A zip of an export, unpacked into a folder of its own. Nothing in it is believed: names are taken without their folders and
// have to be those of data files, and what comes out is counted while it comes, so that no small file can fill the disk.
import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { RefusedExport } from './refused-export.ts'

const MOST_ENTRIES = 200
const GIB = 2 ** 30

export interface UnpackLimits {
  /** Bytes that one file may have. */
  readonly mostPerFile: number
  /** Bytes that all of them may have together. */
  readonly most: number
}

const usual: UnpackLimits = { mostPerFile: 1.5 * GIB, most: 3 * GIB }

/** Unpacks the CSV and JSON files of a zip into an existing folder; throws a RefusedExport where that is not safe. */
export async function unpack(zip: string, folder: string, limits: UnpackLimits = usual): Promise<void> {
  const file = basename(zip)
  const archive = await open(zip, file)
  try {
    if (archive.entryCount > MOST_ENTRIES) {
      throw new RefusedExport(
        file,
        null,
        `it holds ${archive.entryCount} files, at most ${MOST_ENTRIES} are read`,
      )
    }
    const seen = new Set<string>()
    let room = limits.most
    for await (const entry of entriesOf(archive, file)) {
      const name = nameOf(entry)
      if (name === null) continue
      if (seen.has(name)) throw new RefusedExport(file, null, `it holds ${name} twice`)
      seen.add(name)
      const most = Math.min(room, limits.mostPerFile)
      room -= await extract(archive, entry, join(folder, name), most, file)
    }
    if (seen.size === 0) throw new RefusedExport(file, null, 'it holds no CSV and no JSON file')
  } finally {
    archive.close()
  }
}

async function open(zip: string, file: string): Promise<ZipFile> {
  try {
    // yauzl refuses absolute names and names with “..”, and sizes that do not match what is unpacked.
    return await yauzl.openPromise(zip, { autoClose: false, strictFileNames: true })
  } catch (error) {
    throw new RefusedExport(file, null, `it is no zip that can be read (${reasonOf(error)})`)
  }
}

async function* entriesOf(archive: ZipFile, file: string): AsyncGenerator<Entry> {
  try {
    yield* archive.eachEntry()
  } catch (error) {
    if (error instanceof RefusedExport) throw error
    throw new RefusedExport(file, null, `it cannot be read (${reasonOf(error)})`)
  }
}

/** Null for folders and for what systems add by themselves. */
function nameOf({ fileName }: Entry): string | null {
  const name = basename(fileName)
  if (fileName.endsWith('/') || fileName.startsWith('__MACOSX/') || name.startsWith('.')) return null
  return /^[\w .-]{1,100}\.(csv|json)$/i.test(name) ? name : null
}

async function extract(
  archive: ZipFile,
  entry: Entry,
  path: string,
  most: number,
  file: string,
): Promise<number> {
  const stream = await archive.openReadStreamPromise(entry).catch((error: unknown) => {
    throw new RefusedExport(file, null, `${entry.fileName} cannot be unpacked (${reasonOf(error)})`)
  })
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > most) done(new RefusedExport(file, null, `${entry.fileName} is too large when unpacked`))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(stream, counted, createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    if (error instanceof RefusedExport) throw error
    throw new RefusedExport(file, null, `${entry.fileName} cannot be unpacked (${reasonOf(error)})`)
  }
  return bytes
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
