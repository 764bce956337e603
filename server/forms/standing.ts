// What is stored of whoever looks at the page, and what they are asked about first.
import { randomBytes } from 'node:crypto'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Voter } from '../conversation/voter.ts'
import { ownStatements } from '../conversation/write-statement.ts'
import { respondentOf } from '../participation/own-data.ts'
import type { Boot } from '../protocol/boot.ts'
import type { Store } from '../store/store.ts'
import type { Standing } from './form-state.ts'

/** What the page begins with; null where nobody can be asked without a script. `ask` names a statement to ask about. */
export function firstOf(
  conversation: LiveConversation,
  voter: Voter,
  token: string,
  ask: number | undefined,
): Boot['first'] {
  const refusal = conversation.mayNotAct(voter)
  if (refusal === 'identity-needed' || refusal === 'code-needed') return null
  const { progress, next } = conversation.standingOf(voter)
  return { token, statement: wanted(conversation, voter, ask) ?? next, progress }
}

/** The statement that is asked for, where this person may be asked about it. */
function wanted(conversation: LiveConversation, voter: Voter, ask: number | undefined) {
  const index = ask === undefined ? undefined : conversation.indexOf(ask)
  if (index === undefined || !conversation.stored.isOpen || conversation.closed[index] !== 0) return null
  if (conversation.votesOf(voter).some(([id]) => id === ask)) return null
  const { id, text } = conversation.statements[index]!
  return { id, text }
}

export async function standingOf(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
): Promise<Standing> {
  const hasVoted = conversation.speakerOf(voter).participant !== null
  const hasAnswered = conversation.stored.questions !== null && (await hasAnswers(store, conversation, voter))
  if (!hasVoted) return { hasVoted, last: null, votes: [], hasAnswered, statements: [] }
  const votes = conversation.votesOf(voter)
  return {
    hasVoted,
    last: await lastOf(store, conversation, voter, votes),
    votes,
    hasAnswered,
    statements: ownStatements(conversation, voter),
  }
}

/** The last entry of the log by this person, where it is a vote that still stands. */
async function lastOf(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
  votes: Standing['votes'],
): Promise<Standing['last']> {
  const sequence = conversation.lastSequenceOf(voter)
  if (sequence === 0) return null
  const [statement] = (await store.readLog(conversation.id, sequence - 1, 1)).statements
  const found = votes.find(([id]) => id === statement)
  return found === undefined ? null : { statement: found[0], vote: found[1] }
}

async function hasAnswers(store: Store, conversation: LiveConversation, voter: Voter): Promise<boolean> {
  const respondent = await respondentOf(store, conversation, voter)
  return Object.keys(await store.participation.answersOf(conversation.id, respondent)).length > 0
}

/** A name for what the forms of one page do. */
export function newMutation(): string {
  return `form-${randomBytes(16).toString('base64url')}`
}
