// Passwords: hashed with argon2id (19 MiB, two passes: the floor of the OWASP cheat sheet), a few at a time, because each takes
// memory; whoever asks while too many wait is told to try later.
import { hash, verify } from '@node-rs/argon2'

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Hashes worked on at once, and waiting at most (I6). */
const AT_ONCE = 2
const WAITING_LIMIT = 100

/** Too many passwords are waiting to be checked. */
export class TooManyPasswords extends Error {
  override readonly name = 'TooManyPasswords'
}

const waiting: (() => void)[] = []
let working = 0
let standIn: Promise<string> | null = null

/** Hash of a password, as it is stored. Throws `TooManyPasswords`. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), OPTIONS))
}

/**
 * Whether the password is that of the hash; false for null, after the same work, so that the time taken does not tell whether
 * there is such an account. Throws `TooManyPasswords`.
 */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  standIn ??= hash('nobody has this password', OPTIONS)
  const compared = storedHash ?? (await standIn)
  const isRight = await inTurn(() => verify(compared, normal(password)))
  return isRight && storedHash !== null
}

/** The same characters, however a keyboard composes them. */
function normal(password: string): string {
  return password.normalize('NFKC')
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= WAITING_LIMIT) throw new TooManyPasswords('Too many passwords are waiting.')
  if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else working++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) working--
    else next()
  }
}
