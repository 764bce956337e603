// How a conversation goes, for its staff; nothing in it tells of fewer than five people.
import * as v from 'valibot'
import { counts } from '../conversation.ts'
import { naturalNumber } from '../values.ts'

/** Body of the answer to `GET …/monitoring`. News of the topic `monitoring` say only that there is something new to ask for. */
export const monitoring = v.strictObject({
  atMs: naturalNumber,
  counts,
  /** Pages of participants and screens that are connected now. */
  connected: naturalNumber,
  /** Statements that wait for a moderator. */
  waiting: naturalNumber,
  /** When the oldest of them was written; null where none waits. */
  oldestWaitingMs: v.nullable(naturalNumber),
  /** When the map was published; null where there is none. */
  mapMs: v.nullable(naturalNumber),
  /** Votes that the map does not hold yet. */
  votesBehind: naturalNumber,
  /** What came in each step of time, from the first on; null where fewer than five votes or people would be told of. */
  series: v.strictObject({
    startMs: naturalNumber,
    stepMs: naturalNumber,
    votes: v.array(v.nullable(naturalNumber)),
    people: v.array(v.nullable(naturalNumber)),
    statements: v.array(naturalNumber),
  }),
  /** How many people have cast so many votes; people null where fewer than five would be told of. */
  dropOff: v.array(
    v.strictObject({ from: naturalNumber, to: v.nullable(naturalNumber), people: v.nullable(naturalNumber) }),
  ),
  /** Refusals since the service was started, by code, the most frequent first, with their words. */
  refusals: v.array(
    v.strictObject({
      code: v.string(),
      words: v.strictObject({ en: v.string(), cy: v.string() }),
      times: naturalNumber,
    }),
  ),
  /** Since when refusals are counted. */
  refusalsSinceMs: naturalNumber,
})
export type Monitoring = v.InferOutput<typeof monitoring>
