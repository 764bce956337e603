// The modes of moderation, and what happens to statements when the mode changes. Two settings make it: who may write
// (anyone, approval, staff) and whether moderation is strict (only what was accepted is shown).
//
//   written while …          stored as            shown
//   anyone, not strict       not waiting          at once; a concern that holds makes it wait
//   approval, staff, strict  waiting              once a moderator has accepted it
//
// A change of the mode decides about nothing: what was accepted, rejected or merged stays so, and every vote stays. When
// statements may be shown unseen again, those that waited are released, but for those that a check holds. When moderation
// becomes strict, what nobody has decided about is hidden until somebody does, or until it is not strict any more.
import { findConcerns, HOLDING } from './find-concerns.ts'

/** Whether statements that nobody has looked at are shown; from settings as they are stored, where defaults are absent. */
export function showsUnseen(settings: {
  readonly whoWrites?: unknown
  readonly strictModeration?: unknown
}): boolean {
  return settings.whoWrites === 'anyone' && settings.strictModeration !== true
}

/** Whether a text waits for a moderator even where others are shown at once. */
export function isHeld(text: string, words: RegExp | null): boolean {
  return findConcerns(text, words).some((concern) => HOLDING.has(concern))
}
