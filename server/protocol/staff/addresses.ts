// Every address of staff that pages and scripts use: apart from addresses.ts, which phones load.

/** Pages of staff. A link that can be used once carries its token after the `#`, which browsers tell to nobody. */
export const staffPages = {
  signIn: (next?: string) =>
    next === undefined ? '/staff/sign-in' : `/staff/sign-in?next=${encodeURIComponent(next)}`,
  firstOwner: (token?: string) =>
    token === undefined ? '/staff/first-owner' : `/staff/first-owner#${token}`,
  invitation: (token?: string) => (token === undefined ? '/staff/invitation' : `/staff/invitation#${token}`),
  reset: (token?: string) => (token === undefined ? '/staff/reset' : `/staff/reset#${token}`),
  account: () => '/staff/account',
  team: () => '/staff/team',
  audit: () => '/staff/audit',
  results: (conversation: string) => `/facilitate/${conversation}/results`,
  moderate: (conversation: string) => `/facilitate/${conversation}/moderate`,
}

/** What pages of staff fetch. */
export const staffApi = {
  socket: () => '/api/staff/socket',
  signIn: () => '/api/staff/sign-in',
  signOut: () => '/api/staff/sign-out',
  singleSignOn: () => '/api/staff/single-sign-on',
  /** Where the provider of single sign-on sends people back to. */
  singleSignOnAnswer: () => '/api/staff/single-sign-on/answer',
  /** What a link is for; the token goes in the body. */
  link: () => '/api/staff/links/look',
  useLink: () => '/api/staff/links/use',
  me: () => '/api/staff/me',
  password: () => '/api/staff/me/password',
  codes: () => '/api/staff/me/codes',
  newCodeKey: () => '/api/staff/me/codes/new-key',
  recoveryCodes: () => '/api/staff/me/recovery-codes',
  ownSessions: () => '/api/staff/me/sessions',
  ownSession: (id: string) => `/api/staff/me/sessions/${id}`,
  team: () => '/api/staff/team',
  member: (number: number) => `/api/staff/team/${number}`,
  grants: (number: number) => `/api/staff/team/${number}/grants`,
  resetLink: (number: number) => `/api/staff/team/${number}/reset-link`,
  memberSessions: (number: number) => `/api/staff/team/${number}/sessions`,
  memberSession: (number: number, id: string) => `/api/staff/team/${number}/sessions/${id}`,
  invitations: () => '/api/staff/invitations',
  invitation: (id: string) => `/api/staff/invitations/${id}`,
  audit: () => '/api/staff/audit',
  auditCsv: () => '/api/staff/audit.csv',
  report: (conversation: string) => `/api/staff/conversations/${conversation}/report`,
  reportWords: (conversation: string) => `/api/staff/conversations/${conversation}/report/words`,
  reportVersions: (conversation: string) => `/api/staff/conversations/${conversation}/report/versions`,
  queue: (conversation: string) => `/api/staff/conversations/${conversation}/queue`,
  queueItem: (conversation: string, statement: number) =>
    `/api/staff/conversations/${conversation}/queue/${statement}`,
  queueActs: (conversation: string) => `/api/staff/conversations/${conversation}/queue/acts`,
  queueClaims: (conversation: string) => `/api/staff/conversations/${conversation}/queue/claims`,
  moderationLists: (conversation: string) => `/api/staff/conversations/${conversation}/moderation-lists`,
  commonLists: () => '/api/staff/moderation-lists',
  moderationLog: (conversation: string) => `/api/staff/conversations/${conversation}/moderation-log.csv`,
}
