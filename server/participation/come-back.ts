// Coming back with a return code: four words are given out once, and later exchanged for a token of the same participant.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Voter } from '../conversation/voter.ts'
import type { Language } from '../protocol/values.ts'
import type { Store } from '../store/store.ts'
import { newReturnCode, returnCodeHash } from './return-code.ts'

const SECRET = 'return-code'
/** Every answer to a return code takes as long, whatever it says. */
const ANSWER_TAKES_MS = 400

/** Fresh words for a person, the old ones void from then on; null for somebody who has not voted. */
export async function giveReturnCode(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
  language: Language,
): Promise<string | null> {
  const { participant } = conversation.speakerOf(voter)
  if (participant === null) return null
  const words = newReturnCode(language)
  const hash = await returnCodeHash(words, conversation.id, await secretOf(store))
  await store.participation.saveReturnCode(conversation.id, participant, hash)
  return words
}

/** A token of the person whose words these are; null where they are nobody's. */
export async function takeReturnCode(
  store: Store,
  conversation: LiveConversation,
  words: string,
): Promise<string | null> {
  const answered = pause(ANSWER_TAKES_MS)
  const token = newParticipantToken()
  const hash = await returnCodeHash(words, conversation.id, await secretOf(store))
  const participant = await store.participation.restore(conversation.id, hash, tokenHash(token))
  await answered
  return participant === null ? null : token
}

function secretOf(store: Store): Promise<string> {
  return store.participation.secret(SECRET, randomBytes(32).toString('base64url'))
}
