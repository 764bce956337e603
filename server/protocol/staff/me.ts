// Who is signed in, and their own account.
import * as v from 'valibot'
import { roles } from '../privileges.ts'

/** A role, in one conversation or, with null, in the whole organisation. */
export const grant = v.strictObject({ role: v.picklist(roles), conversation: v.nullable(v.string()) })

export const me = v.strictObject({
  account: v.number(),
  name: v.string(),
  email: v.string(),
  /** What the session may do now; roles of an owner are missing until one-time codes are set up. */
  grants: v.array(grant),
  /** Whether roles are held back until one-time codes are set up. */
  needsCodes: v.boolean(),
  hasPassword: v.boolean(),
  hasCodes: v.boolean(),
  recoveryCodesLeft: v.number(),
  usesSingleSignOn: v.boolean(),
})
export type Me = v.InferOutput<typeof me>

export const staffSession = v.strictObject({
  id: v.string(),
  device: v.string(),
  createdAtMs: v.number(),
  seenAtMs: v.number(),
  /** Whether it is the one that asks. */
  isThis: v.boolean(),
})
export const sessionList = v.strictObject({ sessions: v.array(staffSession) })
export type StaffSession = v.InferOutput<typeof staffSession>

/** The answer to a change that says nothing else. */
export const done = v.strictObject({})
