// How long a session lasts: an evening's pause ends it, and a week whatever happens.

const HOUR_MS = 60 * 60 * 1000

/** After so long without a request a session is over. */
export const idleSessionMs = 12 * HOUR_MS
/** After so long a session is over in any case. */
export const longestSessionMs = 7 * 24 * HOUR_MS
/** How fine the last use of a session is written down. */
export const seenStepMs = 60 * 1000

/** The times since which a session must have been made and seen to be good at `nowMs`. */
export function aliveSince(nowMs: number): readonly [madeAfterMs: number, seenAfterMs: number] {
  return [nowMs - longestSessionMs, nowMs - idleSessionMs]
}
