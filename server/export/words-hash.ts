import { createHash } from 'node:crypto'

/** Column of statements.csv by which a change of a statement's words in comments.csv is found. */
export const WORDS_HASH = 'comment-body-sha256'

/** SHA-256 of the words of a statement as they stand in comments.csv, hexadecimal. */
export function wordsHash(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
