// How old the map is and what it does not know yet, in words.
import type { Counts } from '../../server/protocol/conversation.ts'
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { say, sayTime } from '../page/boot.ts'

/** The time of the map, how many votes came after it, and why they are not in it. */
export function sayFreshness(snapshot: Snapshot, counts: Counts, now: number): string {
  const time = sayTime(snapshot.publishedAt, now)
  const newer = counts.votes - snapshot.counts.votes
  if (newer <= 0) return say('mapFresh', { time })
  return `${say('mapBehind', { time, count: newer })} ${say('mapSteps')}`
}
