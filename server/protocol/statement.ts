import * as v from 'valibot'
import { statementId } from './values.ts'

/** A statement as a participant sees it. */
export const statement = v.strictObject({ id: statementId, text: v.string() })
export type Statement = v.InferOutput<typeof statement>

/** Body of `GET /api/conversations/:id/statements`: the accepted statements in the order of their ids. */
export const statementList = v.strictObject({ statements: v.array(statement) })
export type StatementList = v.InferOutput<typeof statementList>
