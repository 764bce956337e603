import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openingOf } from '../analysis/opening.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { packageRoot } from '../package-root.ts'
import { LOG_SLICE, type Store } from '../store/store.ts'
import { growthSteps } from './growth.ts'
import type { RoomSight } from './room-view.ts'

/** How the map of a conversation grew, as a hall would have seen it, up to what it sees now; made in a thread of its own. */
export async function growthOf(
  conversation: LiveConversation,
  now: RoomSight,
  store: Pick<Store, 'readPublicLog'>,
  file = join(packageRoot, 'dist/server/growth-worker.js'),
): Promise<readonly RoomSight[]> {
  const steps = growthSteps(conversation.settings.opensAt, now.map.people)
  const worker = new Worker(file, { workerData: { opening: openingOf(conversation), steps } })
  try {
    for (let done = 0; done < now.sequence;) {
      const slice = await store.readPublicLog(conversation.id, done, Math.min(LOG_SLICE, now.sequence - done))
      if (slice.length === 0) break
      done += slice.length
      const { participants, values } = slice
      const statements = slice.statements.map((statement) => conversation.indexOf(statement)!) // foreign keys vouch for it
      worker.postMessage({ participants, statements, values })
    }
    worker.postMessage(null)
    const [sights] = (await once(worker, 'message')) as [readonly RoomSight[]] // what the worker sends at its end
    return [...sights, now]
  } finally {
    await worker.terminate()
  }
}
