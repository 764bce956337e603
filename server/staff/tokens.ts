// Tokens of staff: made here, told once, and kept as hashes only.
import { createHash, randomBytes } from 'node:crypto'

/** A token that nobody can guess: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A public name, for lists and addresses. */
export function newId(): string {
  return randomBytes(9).toString('base64url')
}

/** As a token is stored. A plain hash is enough, because tokens are random. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
