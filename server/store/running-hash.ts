// The running hash over a log: each entry's hash covers the entry and the hash of the one before, so that the last one
// vouches for the whole log. An entry is covered through a commitment: a hash of its content with a random salt. Without
// salt and content the commitment tells nothing of what the entry said, so both can be erased, and the log still adds up.
// SHA-256 over a line of text, kept to its first 22 base64url characters (132 bits): anybody can recompute it.
import { hash, randomFillSync } from 'node:crypto'

const LENGTH = 22
const SALT_BYTES = 12

/** What an entry of a vote log says. */
export interface EntryContent {
  readonly participant: number
  /** Null where the entry says that the participant was erased. */
  readonly statement: number | null
  /** Null where the entry withdraws what was said before. */
  readonly vote: number | null
  /** Null for imported votes. */
  readonly mutation: string | null
  readonly timeMs: number
}

/** What stands before the first entry of a conversation's vote log. */
export function firstHash(conversation: string): string {
  return shortHash(`folkmoot vote log 2 ${conversation}`)
}

/** What stands before the first entry of the log of a conversation's texts. */
export function firstTextHash(conversation: string): string {
  return shortHash(`folkmoot text log 1 ${conversation}`)
}

/** Commitment to the content of an entry of a vote log. */
export function commitmentOf(salt: string, content: EntryContent): string {
  const { participant, statement, vote, mutation, timeMs } = content
  return shortHash(`${salt} ${participant} ${statement ?? '-'} ${vote ?? '-'} ${mutation ?? '-'} ${timeMs}`)
}

/** What stands in the place of a commitment where the content was never known. */
export function commitmentToNothing(salt: string): string {
  return shortHash(salt)
}

/** Commitment to the words of a statement. */
export function textCommitmentOf(salt: string, text: string): string {
  return shortHash(`${salt} ${text}`)
}

/**
 * Hash of an entry, given the hash of the one before. `about` is what else the entry says for good: how many earlier
 * entries it emptied, or which statement it is about.
 */
export function nextHash(previous: string, sequence: number, commitment: string, about: number): string {
  return shortHash(`${previous} ${sequence} ${commitment} ${about}`)
}

/** Fresh salts, one after the other; made many at a time, which is quicker. */
const pool = Buffer.alloc(SALT_BYTES * 512)
const SALT_LENGTH = (SALT_BYTES * 4) / 3
let salts = ''
let used = 0

/** A random salt: 96 bits, base64url. */
export function newSalt(): string {
  if (used === salts.length) {
    salts = randomFillSync(pool).toString('base64url')
    used = 0
  }
  used += SALT_LENGTH
  return salts.slice(used - SALT_LENGTH, used)
}

function shortHash(line: string): string {
  return hash('sha256', line, 'base64url').slice(0, LENGTH)
}
