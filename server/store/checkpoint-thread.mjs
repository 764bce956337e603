// Thread that copies the write-ahead log into the database, so that no vote waits for it. It runs from its source, like the
// migrations: it is plain JavaScript with one dependency.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const database = new Database(workerData.path, { timeout: 1000 })

parentPort.on('message', ({ mustRestart }) => {
  try {
    // Copies what it can without holding anybody up.
    database.pragma('wal_checkpoint(PASSIVE)')
    // What was written meanwhile is little, so that the last step below is brief.
    if (mustRestart) database.pragma('wal_checkpoint(PASSIVE)')
    // Under steady writing only this lets the log begin again at its start.
    if (mustRestart) database.pragma('wal_checkpoint(RESTART)')
    parentPort.postMessage({ failure: null })
  } catch (error) {
    parentPort.postMessage({ failure: String(error) })
  }
})
