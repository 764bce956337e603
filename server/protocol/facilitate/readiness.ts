// What should be there before a conversation opens.
import * as v from 'valibot'

export const readinessItem = v.picklist([
  'purpose',
  'languages',
  'seeds',
  'moderators',
  'contrast',
  'retention',
  'schedule',
  'voters',
])
export type ReadinessItem = v.InferOutput<typeof readinessItem>

/** Body of the answer to `GET …/readiness`, in the order in which it is best mended. */
export const readiness = v.strictObject({
  isReady: v.boolean(),
  items: v.array(
    v.strictObject({
      item: readinessItem,
      isDone: v.boolean(),
      /** What of it is there, such as a number of statements, or what is missing. */
      found: v.nullable(v.union([v.number(), v.string()])),
    }),
  ),
})
export type Readiness = v.InferOutput<typeof readiness>
