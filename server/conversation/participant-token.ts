// The secret by which a browser is known again. The service keeps only its hash: whoever reads the database cannot vote
// as anybody (I5).
import { hash, randomBytes } from 'node:crypto'

/** A fresh token: 256 random bits, base64url. */
export function newParticipantToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: its SHA-256, base64url. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url')
}
