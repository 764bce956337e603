// What is one's own: reports, the return code, a copy of all that is stored of a participant, and erasing it.
import * as v from 'valibot'
import { channel } from './channel.ts'
import { language, naturalNumber, participantToken, statementId } from './values.ts'

/** Why somebody reports a statement. */
export const reportReason = v.picklist(['personal', 'abusive', 'off-topic', 'false', 'other'])
export type ReportReason = v.InferOutput<typeof reportReason>

/** Body of `POST /api/conversations/:id/reports`. */
export const report = v.strictObject({ statement: statementId, reason: reportReason })

/** Answer where there is nothing to tell but that it was done. */
export const done = v.strictObject({ done: v.literal(true) })

/** Body of `POST /api/conversations/:id/return-code`. */
export const wantReturnCode = v.strictObject({ language })
/** Its answer: four words, told this once; only a slow hash of them is stored. */
export const returnCode = v.strictObject({ words: v.string() })

/** Body of `POST /api/conversations/:id/restore`. */
export const restore = v.strictObject({ words: v.pipe(v.string(), v.maxLength(200)) })
/** Its answer: a token of the same participant for this device. */
export const restored = v.strictObject({ token: participantToken })

/** Answer to `GET /api/conversations/:id/own-data`. */
export const ownData = v.strictObject({
  conversation: v.string(),
  topic: v.string(),
  /** Number under which the votes are stored. */
  participant: naturalNumber,
  /** By which way the person first took part; null where that was not yet kept. */
  channel: v.nullable(channel),
  /** Every entry of the log; `vote` null where a vote was withdrawn. */
  votes: v.array(
    v.strictObject({
      sequence: naturalNumber,
      statement: statementId,
      text: v.string(),
      vote: v.nullable(v.picklist([-1, 0, 1])),
      time: v.string(),
    }),
  ),
  statements: v.array(
    v.strictObject({
      id: statementId,
      text: v.string(),
      state: v.string(),
      reason: v.nullable(v.string()),
      time: v.string(),
    }),
  ),
  answers: v.record(v.string(), v.string()),
})
export type OwnData = v.InferOutput<typeof ownData>

/** Body of `POST /api/conversations/:id/erase`: whether the own statements stay without an author or go too. */
export const erase = v.strictObject({ statements: v.picklist(['keep', 'withdraw']) })
/** Its answer: how many votes were withdrawn. */
export const erased = v.strictObject({ votes: naturalNumber })
