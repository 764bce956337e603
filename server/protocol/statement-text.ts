// What a statement may say, judged the same way in the browser while it is written and on the server when it arrives:
// troubles, which refuse it, and advice, which does not.
/** Characters that a statement may have: bounds of the setting, and its default. */
export const STATEMENT_LENGTH = { least: 60, most: 400, usual: 140 } as const

/** Something a writer may want to change; nothing is refused for it. */
export type Advice = 'question' | 'two-ideas' | 'postcode' | 'phone' | 'email'

const LINK = /\b(?:https?:\/\/|www\.)\S+/giu
/** Controls that turn the direction of what follows, and other characters that cannot be seen. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** The text as it is stored: composed characters, nothing invisible, single spaces. */
export function tidied(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
}

/** Length as people count it: an accented letter or an emoji of one code point is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Why a tidied text cannot be a statement, or null when it can. */
export function troubleWith(
  text: string,
  limit: number,
): 'statement-empty' | 'statement-only-links' | 'statement-too-long' | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'statement-empty'
  if (!/\p{L}/u.test(text.replace(LINK, ''))) return 'statement-only-links'
  return lengthOf(text) > limit ? 'statement-too-long' : null
}

/** What may be better said otherwise, in the order in which it should be told; English and Welsh. */
export function adviceOn(text: string): Advice[] {
  const found: [Advice, boolean][] = [
    ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}.]{2,}/u.test(text)],
    ['phone', /(?:\+\d{2}|\(?\b0)(?:[\s().-]{0,2}\d){9,11}(?!\d)/u.test(text)],
    ['postcode', /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/iu.test(text)],
    ['question', /\?/u.test(text)],
    ['two-ideas', hasTwoIdeas(text)],
  ]
  return found.flatMap(([advice, applies]) => (applies ? [advice] : []))
}

/** Two sentences, a semicolon, or two longer halves joined by "and", "but" or their Welsh equals. */
function hasTwoIdeas(text: string): boolean {
  if (/[.!?;]\s+\p{L}/u.test(text)) return true
  const halves = text.split(/\s(?:and|but|ac|ond|a hefyd)\s/iu)
  return halves.filter((half) => half.trim().split(/\s+/u).length >= 5).length > 1
}
