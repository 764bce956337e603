// Entry of a thread that makes the growth of one map and ends: a large conversation takes a while, and nobody waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import type { ToWorker } from '../analysis/messages.ts'
import { giveWay } from '../thread-priority.ts'
import { Growth, type GrowthEntries } from './growth.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
giveWay()
const port = parentPort

const { opening, steps } = workerData as {
  opening: Extract<ToWorker, { type: 'open' }>
  steps: readonly number[]
} // given by growthOf
const growth = new Growth(opening, steps)

port.on('message', (entries: GrowthEntries | null) => {
  if (entries !== null) return growth.apply(entries)
  port.postMessage(growth.sights)
  port.close()
})
