// Thread that copies the write-ahead log into the database, so that no vote waits for it. It runs from its source, like the
// migrations: it is plain JavaScript with one dependency.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** How long the last step may hold up writers where somebody still reads what the database was before. */
const HOLD_UP_MS = 25
/** What the copy may lack of the log, in pages, where nothing but new writing kept it from being whole. */
const NEW_PAGES = 1000

const database = new Database(workerData.path, { timeout: HOLD_UP_MS })

parentPort.on('message', ({ mustRestart }) => {
  try {
    // Copies what it can without holding anybody up.
    database.pragma('wal_checkpoint(PASSIVE)')
    if (mustRestart) restart()
    parentPort.postMessage({ failure: null })
  } catch (error) {
    parentPort.postMessage({ failure: String(error) })
  }
})

/** Under steady writing only this lets the log begin again at its start. Not while an export or a backup is reading. */
function restart() {
  // What was written meanwhile is little, so that the last step is brief.
  const [{ log, checkpointed }] = database.pragma('wal_checkpoint(PASSIVE)')
  if (log - checkpointed <= NEW_PAGES) database.pragma('wal_checkpoint(RESTART)')
}
