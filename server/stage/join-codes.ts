// Six letters by which a hall joins: read from a screen, typed on a phone. There are 24 million of them and only a few in use,
// so that none is found by trying.
import { randomInt } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS } from '../protocol/stage.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'

const ATTEMPTS = 20

/** The letters of a conversation; made when they are asked for first. */
export async function joinCodeOf(store: Pick<Store, 'stage'>, conversation: string): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const code = await store.stage.joinCode(conversation, freshCode())
    if (code !== null) return code
  }
  throw new Error(`No letters could be found for ${conversation}.`)
}

/** Gives a conversation other letters; the old ones lead nowhere from then on. */
export async function renewJoinCode(
  store: Pick<Store, 'stage'>,
  conversation: string,
  audit?: NewAuditEntry,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const code = freshCode()
    if (await store.stage.renewJoinCode(conversation, code, audit)) return code
  }
  throw new Error(`No other letters could be found for ${conversation}.`)
}

/** What somebody typed, as the code it may be: case and gaps do not matter. */
export function readCode(typed: string): string {
  return typed.replace(/[\s.-]/g, '').toUpperCase()
}

function freshCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
}
