// The running hash over a vote log: each entry's hash covers the entry and the hash of the one before, so that the last
// one vouches for the whole log. SHA-256 over a line of text, kept to its first 22 base64url characters (132 bits):
// anybody can recompute it from an export.
import { hash } from 'node:crypto'

const LENGTH = 22

/** One entry as it is hashed; `vote` null where a vote was withdrawn, `mutation` null for imports. */
export interface HashedEntry {
  readonly sequence: number
  readonly participant: number
  readonly statement: number
  readonly vote: number | null
  readonly mutation: string | null
  readonly timeMs: number
}

/** What stands before the first entry of a conversation's log. */
export function firstHash(conversation: string): string {
  return hash('sha256', `folkmoot vote log 1 ${conversation}`, 'base64url').slice(0, LENGTH)
}

/** Hash of an entry, given the hash of the one before. */
export function nextHash(previous: string, entry: HashedEntry): string {
  const { sequence, participant, statement, vote, mutation, timeMs } = entry
  const line = `${previous} ${sequence} ${participant} ${statement} ${vote ?? '-'} ${mutation ?? '-'} ${timeMs}`
  return hash('sha256', line, 'base64url').slice(0, LENGTH)
}
