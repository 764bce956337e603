// How old the map is and what it does not know yet, in words.
import type { Counts } from '../../server/protocol/conversation.ts'
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { say, sayTime } from '../page/boot.ts'

/** A sentence with the time of the map and the number of votes that came after it. */
export function sayFreshness(snapshot: Snapshot, counts: Counts, now: number): string {
  const time = sayTime(snapshot.publishedAt, now)
  const newer = counts.votes - snapshot.counts.votes
  return newer > 0 ? say('mapBehind', { time, count: newer }) : say('mapFresh', { time })
}
