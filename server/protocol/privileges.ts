// The privilege matrix: which role may do what. HTTP routes and staff sockets ask this table and nothing else. A role is
// given for one conversation or for the whole organisation; what it may do is the same, within its reach. What is not in
// a role's list is refused.

/** Roles of staff, the most powerful first. */
export const roles = ['owner', 'moderator', 'host', 'analyst', 'entry-clerk', 'viewer'] as const
export type Role = (typeof roles)[number]

const everyone = roles

/** Who may do what. Rows of the organisation ask for a role of the organisation; the others for one that reaches the conversation. */
export const privileges = {
  // the organisation
  'manage-staff': ['owner'],
  'create-conversation': ['owner'],
  'import-conversation': ['owner'],
  'read-audit-log': ['owner'],
  'change-common-lists': ['owner'],

  // one's own account: anybody who is signed in
  'use-own-account': everyone,

  // a conversation
  'see-conversation': everyone,
  'see-monitoring': ['owner', 'moderator', 'host', 'analyst', 'viewer'],
  'change-settings': ['owner'],
  'open-and-close': ['owner', 'host'],
  'delete-conversation': ['owner'],
  'invite-voters': ['owner', 'entry-clerk'],
  'add-statements': ['owner', 'moderator', 'entry-clerk'],
  'read-queue': ['owner', 'moderator'],
  moderate: ['owner', 'moderator'],
  'see-stage': ['owner', 'host', 'moderator', 'viewer'],
  'direct-stage': ['owner', 'host'],
  rehearse: ['owner', 'host'],
  'read-report-draft': ['owner', 'moderator', 'analyst', 'viewer'],
  'write-report': ['owner'],
  'publish-version': ['owner'],
  'export-aggregates': ['owner', 'analyst'],
  'export-everything': ['owner'],
  'manage-connections': ['owner'],
  'read-conversation-audit-log': ['owner'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof privileges

/** Actions for which a role in one conversation is not enough. */
export const actionsOfOrganisation: ReadonlySet<Action> = new Set([
  'manage-staff',
  'create-conversation',
  'import-conversation',
  'read-audit-log',
  'change-common-lists',
])

/** What an account was given: a role in one conversation, or, with null, in the whole organisation. */
export interface Grant {
  readonly role: Role
  readonly conversation: string | null
}

/**
 * The role by which somebody with these grants may do this in this conversation (null where the action is about none),
 * the most powerful of several; null where they may not.
 */
export function roleFor(grants: readonly Grant[], action: Action, conversation: string | null): Role | null {
  const allowed: readonly Role[] = privileges[action]
  const reaching = grants.filter((grant) => {
    if (action === 'use-own-account' || grant.conversation === null) return true
    return !actionsOfOrganisation.has(action) && grant.conversation === conversation
  })
  return roles.find((role) => allowed.includes(role) && reaching.some((grant) => grant.role === role)) ?? null
}
