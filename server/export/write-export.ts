// Makes an export from a store that is looked at as of one moment.
import { Readable } from 'node:stream'
import type { Store } from '../store/store.ts'
import { contentsOf } from './contents.ts'
import { readExportData } from './export-data.ts'
import { filesOf } from './export-files.ts'
import type { ExportOrder } from './messages.ts'
import { POLIS_LINES, polisLines } from '../polis-api/polis-lines.ts'
import { RECOMPUTE_LINES, recomputeLines } from './recompute-lines.ts'
import { chunks, zipStream } from './zip-stream.ts'

/** Name by which the workbook is asked for. */
export const WORKBOOK = 'results.xlsx'

/** The bytes of an export, made while they are read; null for an unknown conversation. */
export async function writeExport(
  store: Store,
  { conversation, kind, file, formulaSafe, url }: ExportOrder,
  nowMs: number,
): Promise<AsyncIterable<Uint8Array> | null> {
  const data = await readExportData(store, conversation, { whole: kind === 'everything' })
  if (data === null) return null
  const contents = contentsOf(data, { kind, style: { formulaSafe }, url, exportedAtMs: nowMs })
  if (file === POLIS_LINES) return chunks(polisLines(contents))
  if (file === RECOMPUTE_LINES) return data.map === null ? null : chunks(recomputeLines(contents))
  const files = filesOf(contents)
  if (file === null) return zipStream(files, nowMs)
  if (file === WORKBOOK) {
    // The library is large, and no other file needs it.
    const { workbookOf } = await import('./workbook.ts')
    return Readable.from([await workbookOf(files)])
  }
  const wanted = files.find(({ name }) => name === file)
  return wanted === undefined ? null : chunks(wanted)
}
