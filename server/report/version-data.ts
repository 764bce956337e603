// The data of a published version: what everybody may export at that moment, as the writers of exports write it. The results are
// kept file by file; open data, which may have a row for each person, as one zip that `folkmoot reproduce` reads once unpacked.
import yauzl from 'yauzl'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { ExportKind } from '../export/contents.ts'
import type { Exports } from '../export/exports.ts'
import { hasOpenData } from '../export/open-data.ts'

export interface DataFile {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

export interface VersionData {
  /** Sequence of the map that every file goes with; 0 where there is none. */
  readonly sequence: number
  readonly files: readonly DataFile[]
}

/** Folder of the results within a version. */
const RESULTS = 'results'
const METHOD = 'method.json'

/** Null where too many exports are being written, or the map moved on between the two that this takes. */
export async function versionData(
  exports: Exports,
  conversation: LiveConversation,
  url: string,
): Promise<VersionData | null> {
  const zipped = await zipOf(exports, conversation, 'results', url)
  if (zipped === null) return null
  const results = await unzip(zipped)
  const sequence = sequenceIn(results)
  const files = [...results].map(([name, body]) => ({ name: `${RESULTS}/${name}`, type: typeOf(name), body }))
  if (!hasOpenData(conversation.stored)) return { sequence, files }
  const openData = await zipOf(exports, conversation, 'open-data', url)
  if (openData === null || sequenceIn(await unzip(openData)) !== sequence) return null
  return { sequence, files: [...files, { name: 'open-data.zip', type: 'application/zip', body: openData }] }
}

async function zipOf(
  exports: Exports,
  { id }: LiveConversation,
  kind: ExportKind,
  url: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const order = { conversation: id, kind, file: null, formulaSafe: false, url }
  const made = await exports.start(order, { isStaff: true })
  if (made === 'busy') return null
  if (made === 'unknown') throw new Error(`There is no conversation ${id} to export.`)
  return new Uint8Array(await new Response(made.stream).arrayBuffer())
}

async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer))
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer) // read as bytes
    files.set(entry.fileName, new Uint8Array(Buffer.concat(parts)))
  }
  return files
}

function sequenceIn(files: ReadonlyMap<string, Uint8Array>): number {
  const method = JSON.parse(new TextDecoder().decode(files.get(METHOD))) as {
    readonly map: { readonly sequence: number } | null // as server/export/method-file.ts writes it
  }
  return method.map?.sequence ?? 0
}

function typeOf(name: string): string {
  return `${name.endsWith('.json') ? 'application/json' : 'text/csv'}; charset=utf-8`
}
