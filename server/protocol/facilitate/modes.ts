// What each mode of moderation would do to the statements there are, to be seen before it is chosen.
import * as v from 'valibot'
import { naturalNumber } from '../values.ts'

/** Body of the answer to `GET …/modes`: each mode, with what choosing it would change. */
export const modeEffects = v.strictObject({
  modes: v.array(
    v.strictObject({
      whoWrites: v.picklist(['anyone', 'approval', 'staff']),
      strictModeration: v.boolean(),
      /** Statements that people would be asked about from then on, and those that they would be asked about no more. */
      shows: naturalNumber,
      hides: naturalNumber,
      /** Statements that would wait all the same, for what a check found in them. */
      holds: naturalNumber,
    }),
  ),
})
export type ModeEffects = v.InferOutput<typeof modeEffects>
