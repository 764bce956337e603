// The real analysis worker, except that it fails in the way that `order.txt` says, if that says anything, once it is next
// handed votes, before it can make a map of them; `failed.txt` then says in which conversation. It stands in a folder of its
// own, with `worker.txt` naming the real one.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'

const folder = import.meta.dirname
const order = join(folder, 'order.txt')

// First, because the port begins to flow with its first listener.
await import(pathToFileURL(readFileSync(join(folder, 'worker.txt'), 'utf8')).href)
parentPort.on('message', (message) => {
  if (message.type !== 'votes') return
  const failure = readFileSync(order, 'utf8')
  if (failure === '') return
  writeFileSync(order, '')
  writeFileSync(join(folder, 'failed.txt'), message.conversation)
  if (failure === 'throw') throw new Error('The worker was told to fail.')
  if (failure === 'exit') process.exit(7)
  if (failure === 'loop') for (;;);
  if (failure === 'memory') for (const hoard = []; ;) hoard.push(new Array(10_000).fill(Math.random()))
})
