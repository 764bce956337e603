// How long to wait before the next attempt to connect. The ceiling doubles with each failure; the wait is drawn between
// half of it and all of it, so that a hall full of phones does not come back in one instant.

const FIRST_CEILING_MS = 500
const LAST_CEILING_MS = 30_000

/**
 * Milliseconds to wait after `failures` attempts in a row have failed (1 or more). `random` is a number from 0 to
 * below 1. It is never less than the service has asked for: one that restarts gives each page a moment of its own.
 */
export function delayBeforeRetry(failures: number, random: number, askedForMs = 0): number {
  const ceiling = Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** (Math.max(1, failures) - 1))
  return Math.max(askedForMs, Math.round(ceiling * (0.5 + random / 2)))
}
