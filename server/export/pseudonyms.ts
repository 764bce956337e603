// Names for people in files of open data: numbers drawn anew for each export, so that two exports cannot be laid side by
// side to see who voted in between, and the order in which people came cannot be read off.
import { randomInt } from 'node:crypto'

/** The participants given, in an order drawn by chance: the first one is called 0, the next 1. */
export function drawPseudonyms(participants: readonly number[]): readonly number[] {
  const drawn = [...participants]
  for (let i = drawn.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!]
  }
  return drawn
}
