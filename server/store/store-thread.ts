// Entry of the store's thread: opens the store of a data folder and does what it is asked, so that the service goes on
// while a transaction waits for the disk.
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from './open.ts'
import { type Store, UnusableDatabase } from './store.ts'
import { type Call, crossing, type FromStoreThread } from './thread-messages.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
const port = parentPort
let answers: FromStoreThread[] = []

const { dataFolder, secretKey } = workerData as { dataFolder: string; secretKey: string | null } // given by ThreadStore
try {
  const store = await openStore(dataFolder, {
    secretKey,
    onCommit: (writes, durationMs) => say({ type: 'committed', writes, durationMs }),
    onRollback: () => say({ type: 'rolled-back' }),
    onFailure: (error) => say({ type: 'harm', error: crossing(error) }),
  })
  port.on('message', (calls: readonly Call[]) => {
    for (const call of calls) void answer(store, call)
  })
  say({ type: 'open' })
} catch (error) {
  if (!(error instanceof UnusableDatabase)) throw error
  say({ type: 'unusable', message: error.message })
}

async function answer(store: Store, { id, part, method, given }: Call): Promise<void> {
  try {
    const target = part === 'store' ? store : store[part]
    // ThreadStore calls only what is there, with what it takes.
    const run = target[method as keyof typeof target] as (...given: readonly unknown[]) => Promise<unknown>
    say({ type: 'done', id, value: await run.apply(target, given as unknown[]) })
    // After what was said in this turn has gone over.
    if (method === 'close') setImmediate(() => port.close())
  } catch (error) {
    say({ type: 'failed', id, error: crossing(error) })
  }
}

/** What is said within one turn of the event loop goes over together. */
function say(message: FromStoreThread): void {
  answers.push(message)
  if (answers.length > 1) return
  setImmediate(() => {
    port.postMessage(answers)
    answers = []
  })
}
