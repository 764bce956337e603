// Entry of the thread that writes one export: it looks at the database by itself, as of one moment, so that neither the
// service nor the store waits for it, and writes no faster than it is read.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { DATABASE_NAME } from '../store/open.ts'
import { observe } from '../store/read-only.ts'
import { giveWay } from '../thread-priority.ts'
import type { ExportOrder, FromExportThread, ToExportThread } from './messages.ts'
import { writeExport } from './write-export.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
giveWay()
const port = parentPort
const { dataFolder, order } = workerData as { dataFolder: string; order: ExportOrder } // given by Exports

let asked = 0
let wake: () => void = () => {}
port.on('message', ({ type }: ToExportThread) => {
  if (type !== 'more') return
  asked++
  wake()
})

const observed = observe(join(dataFolder, DATABASE_NAME))
try {
  const bytes = await writeExport(observed.store, order, Date.now())
  if (bytes === null) say({ type: 'unknown' })
  else {
    for await (const chunk of bytes) {
      while (asked === 0) await new Promise<void>((resolve) => (wake = resolve))
      asked--
      const copy = new Uint8Array(chunk)
      say({ type: 'chunk', bytes: copy }, [copy.buffer])
    }
    say({ type: 'end' })
  }
} catch (error) {
  say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
} finally {
  await observed.close()
  port.close()
}

function say(message: FromExportThread, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer)
}
