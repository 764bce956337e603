// Polis writes times in milliseconds or in seconds, depending on the age of the exporter.

/** Below it a timestamp is in seconds (up to the year 5138), from it on in milliseconds (from 1973). */
export const FIRST_MILLISECONDS = 1e11

/** The unit of a file's times, decided by its first one; a later one in the other unit is a mistake of the file. */
export function isInMilliseconds(timestamp: number): boolean {
  return timestamp >= FIRST_MILLISECONDS
}
