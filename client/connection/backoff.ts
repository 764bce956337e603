// How long to wait before the next attempt to connect. The ceiling doubles with each failure; the wait is drawn between
// half of it and all of it, so that a hall full of phones does not come back in one instant.

const FIRST_CEILING_MS = 500
const LAST_CEILING_MS = 30_000

/**
 * Milliseconds to wait after `failures` attempts in a row have failed (1 or more). `random` is a number from 0 to
 * below 1.
 */
export function delayBeforeRetry(failures: number, random: number): number {
  const ceiling = Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** (Math.max(1, failures) - 1))
  return Math.round(ceiling * (0.5 + random / 2))
}
