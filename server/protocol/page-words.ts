// Which words of the catalogue say what on the page to take part, be it drawn by the server or by the page's script.
import type { OwnStatement } from './own-statements.ts'
import type { Influence } from './purpose.ts'
import type { Advice } from './statement-text.ts'

/** Advice on a statement while it is written. */
export const adviceWords = {
  question: 'adviceQuestion',
  'two-ideas': 'adviceTwoIdeas',
  postcode: 'advicePostcode',
  phone: 'advicePhone',
  email: 'adviceEmail',
} as const satisfies Record<Advice, string>

/** What has become of one's own statement. */
export const ownStateWords = {
  waiting: 'ownWaiting',
  accepted: 'ownAccepted',
  'not-accepted': 'ownNotAccepted',
  merged: 'ownMerged',
  reworded: 'ownReworded',
  split: 'ownSplit',
  withdrawn: 'ownWithdrawn',
} as const satisfies Record<OwnStatement['state'], string>

/** Level of influence. */
export const influenceWords = {
  inform: 'influenceInform',
  consult: 'influenceConsult',
  involve: 'influenceInvolve',
  collaborate: 'influenceCollaborate',
  empower: 'influenceEmpower',
} as const satisfies Record<Influence, string>

/** What happens to a vote, in ten lines that hold for every conversation. */
export const privacyLines = [
  'privacyNoName',
  'privacyKey',
  'privacyNumber',
  'privacyCounts',
  'privacyPlace',
  'privacyNothingElse',
  'privacyAddress',
  'privacyStatements',
  'privacyOperators',
  'privacyRights',
] as const
