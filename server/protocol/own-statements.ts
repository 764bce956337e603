// Writing: what a participant sends, and what becomes of it. All of it goes over HTTP with the participant's token in the
// header `Authorization: Bearer …`.
import * as v from 'valibot'
import { arrivalMark } from './channel.ts'
import { statement } from './statement.ts'
import { mutationId, naturalNumber, statementId } from './values.ts'

/** Far more than a statement may have, so that a long one is told its length and not that it was malformed. */
const draft = v.pipe(v.string(), v.maxLength(4000))

/** Body of `POST /api/conversations/:id/statements`. */
export const writeStatement = v.strictObject({
  mutation: mutationId,
  text: draft,
  /** As in `hello`. */
  arrival: v.optional(arrivalMark),
})
export type WriteStatement = v.InferOutput<typeof writeStatement>

/** A statement as its author sees it. */
export const ownStatement = v.strictObject({
  id: statementId,
  text: v.string(),
  state: v.picklist(['waiting', 'accepted', 'not-accepted', 'merged', 'reworded', 'split', 'withdrawn']),
  /** Why it was not accepted, in a moderator's words; null where nobody said so. */
  reason: v.nullable(v.string()),
  /** The statements that stand in its place. */
  instead: v.array(statement),
})
export type OwnStatement = v.InferOutput<typeof ownStatement>

/** Answer to `POST /api/conversations/:id/statements`, after COMMIT. */
export const writtenStatement = v.strictObject({ statement: ownStatement, sequence: naturalNumber })
export type WrittenStatement = v.InferOutput<typeof writtenStatement>

/** Answer to `POST /api/conversations/:id/statements/:statement/withdrawal`, after COMMIT. */
export const withdrawnStatement = v.strictObject({ statement: ownStatement })

/** Body of `GET /api/conversations/:id/statements/own`, newest first. */
export const ownStatementList = v.strictObject({ statements: v.array(ownStatement) })
export type OwnStatementList = v.InferOutput<typeof ownStatementList>

/** Body of `POST /api/conversations/:id/statements/similar`; a draft stands in no address, so in no log. */
export const similarTo = v.strictObject({ text: draft })

/** Its answer: up to three accepted statements that say nearly the same, the nearest first. */
export const similarStatements = v.strictObject({ statements: v.pipe(v.array(statement), v.maxLength(3)) })
export type SimilarStatements = v.InferOutput<typeof similarStatements>
