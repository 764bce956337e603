// The team: who works here, what they may do, and who is invited.
import * as v from 'valibot'
import { grant, sessionList } from './me.ts'

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))
const grants = v.pipe(v.array(grant), v.maxLength(200))

export const teamMember = v.strictObject({
  number: v.number(),
  name: v.string(),
  email: v.string(),
  grants: v.array(grant),
  hasCodes: v.boolean(),
  usesSingleSignOn: v.boolean(),
  createdAtMs: v.number(),
  sessions: sessionList.entries.sessions,
})
export type TeamMember = v.InferOutput<typeof teamMember>

export const invitation = v.strictObject({
  id: v.string(),
  name: v.string(),
  email: v.nullable(v.string()),
  grants: v.array(grant),
  expiresAtMs: v.number(),
})
export type Invitation = v.InferOutput<typeof invitation>

export const team = v.strictObject({
  members: v.array(teamMember),
  invitations: v.array(invitation),
  /** For which conversations a role can be given. */
  conversations: v.array(v.strictObject({ id: v.string(), topic: v.string() })),
})
export type Team = v.InferOutput<typeof team>

export const invitationRequest = v.strictObject({
  name,
  /** Address that single sign-on has to confirm; null where it does not matter. */
  email: v.nullable(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email())),
  grants,
})

export const grantsRequest = v.strictObject({
  grants,
  /** What they were when the page was drawn. */
  before: grants,
})

/** A token for a link that is shown once. */
export const linkMade = v.strictObject({ token: v.string(), expiresAtMs: v.number() })
