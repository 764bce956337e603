// The audit log as it is read: who did what to what, when, and in which role.
import * as v from 'valibot'

export const auditEntry = v.strictObject({
  number: v.number(),
  timeMs: v.number(),
  account: v.nullable(v.number()),
  name: v.string(),
  role: v.nullable(v.string()),
  action: v.string(),
  conversation: v.nullable(v.string()),
  /** What was done; null where the subject says it, in English, as it did at first. */
  code: v.nullable(v.string()),
  subject: v.string(),
  detail: v.nullable(v.record(v.string(), v.unknown())),
})
export type AuditLine = v.InferOutput<typeof auditEntry>

export const auditPage = v.strictObject({
  entries: v.array(auditEntry),
  /** Number before which the next page begins; null at the end. */
  next: v.nullable(v.number()),
})

const digits = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

/** What the query of the address may hold; what is left out or empty does not narrow. */
export const auditQuery = v.object({
  account: v.optional(digits),
  conversation: v.optional(v.pipe(v.string(), v.maxLength(63))),
  action: v.optional(v.pipe(v.string(), v.maxLength(63))),
  text: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** Milliseconds since 1970: from this one on, and before that one. */
  from: v.optional(digits),
  until: v.optional(digits),
  before: v.optional(digits),
})
