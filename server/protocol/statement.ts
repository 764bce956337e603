import * as v from 'valibot'
import { naturalNumber, statementId } from './values.ts'

/** A statement as a participant sees it. */
export const statement = v.strictObject({ id: statementId, text: v.string() })
export type Statement = v.InferOutput<typeof statement>

/** How far a participant has come; `of` counts the statements that are open for voting. */
export const progress = v.strictObject({ voted: naturalNumber, of: naturalNumber })
export type Progress = v.InferOutput<typeof progress>

/** Body of `GET /api/conversations/:id/statements`: the accepted statements in the order of their ids. */
export const statementList = v.strictObject({ statements: v.array(statement) })
export type StatementList = v.InferOutput<typeof statementList>
