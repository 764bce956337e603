// What only staff can cause, and people with a link from staff. The pages show the words that came with the answer, so they
// need not hold this table.
import * as v from 'valibot'
import type { ErrorFacts } from './error-facts.ts'
import { errors, type ErrorCode } from './errors.ts'
import { accountsErrors } from './staff-errors/accounts.ts'
import { eventErrors } from './staff-errors/event.ts'
import { facilitatingErrors } from './staff-errors/facilitating.ts'
import { moderatingErrors } from './staff-errors/moderating.ts'
import { resultsErrors } from './staff-errors/results.ts'

/** One row for each error code of the staff pages. */
export const staffErrors = {
  ...accountsErrors,
  ...moderatingErrors,
  ...facilitatingErrors,
  ...resultsErrors,
  ...eventErrors,
} as const satisfies Record<string, ErrorFacts>

export type StaffErrorCode = keyof typeof staffErrors
export type AnyErrorCode = ErrorCode | StaffErrorCode

/** Everything that anybody can cause. */
export const allErrors: Readonly<Record<AnyErrorCode, ErrorFacts>> = { ...errors, ...staffErrors }

/** Body of an answer to staff that refuses something; `detail` says what of it, where there is more to say. */
export const staffErrorBody = v.strictObject({
  error: v.strictObject({
    code: v.picklist(Object.keys(allErrors) as [AnyErrorCode, ...AnyErrorCode[]]), // Object.keys forgets the keys' type
    message: v.string(),
    detail: v.optional(v.unknown()),
  }),
})
