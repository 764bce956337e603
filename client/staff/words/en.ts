// English words of the staff pages; the Welsh ones have the same keys.
export const en = {
  navigation: 'Staff',
  conversations: 'Conversations',
  team: 'Team',
  auditLog: 'Audit log',
  yourAccount: 'Your account',
  signOut: 'Sign out',
  signedOutNotice: 'You are not signed in any more. What you have typed is still here.',
  signInAgain: 'Sign in again in a new tab',
  codesMissing:
    'As an owner you need one-time codes. Until they are set up, what only owners may do is held back.',
  setUpCodes: 'Set up one-time codes',

  signInHeading: 'Sign in',
  signInFor: 'For those who run consultations here. To take part you need no account.',
  email: 'E-mail address',
  password: 'Password',
  code: 'One-time code',
  codeHint: 'Six digits from the app on your phone, or one of your recovery codes.',
  signInButton: 'Sign in',
  unencrypted:
    'This connection is not encrypted: others on the network can read your password. Ask whoever runs the service for an https address.',
} as const
