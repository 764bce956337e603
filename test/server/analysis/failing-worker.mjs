// An analysis worker that fails in the way its first line of `failures.txt` says, once for each line, and is the real
// worker when none is left. It stands in a folder of its own, with `worker.txt` naming the real one.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'

const folder = import.meta.dirname
const [failure, ...others] = readFileSync(join(folder, 'failures.txt'), 'utf8').split('\n').filter(Boolean)
if (failure === undefined) {
  await import(pathToFileURL(readFileSync(join(folder, 'worker.txt'), 'utf8')).href)
} else {
  parentPort.on('message', (message) => {
    if (message.type !== 'refresh') return
    writeFileSync(join(folder, 'failures.txt'), others.join('\n'))
    if (failure === 'throw') throw new Error('The worker was told to fail.')
    if (failure === 'exit') process.exit(7)
    if (failure === 'loop') for (;;);
    if (failure === 'memory') for (const hoard = []; ;) hoard.push(new Array(10_000).fill(Math.random()))
  })
}
