// A process that reads one export from the built thread as the service does, and prints by how many megabytes it has grown
// meanwhile at most: `node export-memory.mjs WORKER DATA_FOLDER CONVERSATION KIND FILE`.
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const [worker, dataFolder, conversation, kind, file] = process.argv.slice(2)
const megabytes = (name) =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
const before = megabytes('VmRSS')
const order = { conversation, kind, file: file || null, formulaSafe: false, url: '' }
const thread = new Worker(worker, {
  workerData: { dataFolder, order },
  resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 1024 },
})
let bytes = 0
thread.on('message', (message) => {
  if (message.type === 'chunk') {
    bytes += message.bytes.length
    thread.postMessage({ type: 'more' })
  } else if (message.type !== 'end') throw new Error(JSON.stringify(message))
})
thread.on('error', (error) => {
  throw error
})
thread.on('exit', () =>
  process.stdout.write(JSON.stringify({ megabytes: megabytes('VmHWM') - before, bytes })),
)
thread.postMessage({ type: 'more' })
