// What the page for reports shows to staff, and what publishing answers.
import * as v from 'valibot'
import { facilitatorWords } from './report.ts'
import { groupLetter, naturalNumber } from './values.ts'

/** A published version. */
export const publishedVersion = v.strictObject({
  number: naturalNumber,
  publishedAtMs: naturalNumber,
  /** The vote log is covered up to here. */
  sequence: naturalNumber,
})
export type PublishedVersion = v.InferOutput<typeof publishedVersion>

/** Answer to `GET /api/staff/conversations/:id/report`. */
export const reportDesk = v.strictObject({
  words: facilitatorWords,
  /** The groups that the report shows now. */
  groups: v.array(v.strictObject({ letter: groupLetter, people: naturalNumber })),
  versions: v.array(publishedVersion),
})
export type ReportDesk = v.InferOutput<typeof reportDesk>
