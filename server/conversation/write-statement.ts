// The rules of writing: who may write, what a statement may be, how often; then the store keeps it with its author's vote.
import type { ErrorCode } from '../protocol/errors.ts'
import type { OwnStatement, WriteStatement, WrittenStatement } from '../protocol/own-statements.ts'
import { tidied, troubleWith } from '../protocol/statement-text.ts'
import type { Language } from '../protocol/values.ts'
import { wordsOf } from '../moderation/lists.ts'
import { isHeld, showsUnseen } from '../moderation/modes.ts'
import { MOST_STATEMENTS } from '../polis/limits.ts'
import type { Store, StoredStatement } from '../store/store.ts'
import type { LiveConversation } from './live-conversation.ts'
import type { Voter } from './voter.ts'

/** Statements that one person may write within `WITHIN_MS`. */
export const STATEMENTS_IN_A_ROW = 5
const WITHIN_MS = 10 * 60_000

/** Stores a statement after the rules; answers after COMMIT. Rejects with `StorageUnavailable`. */
export async function writeStatement(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
  { mutation, text: typed }: WriteStatement,
  { nowMs, language = 'en' }: { readonly nowMs: number; readonly language?: Language },
): Promise<WrittenStatement | ErrorCode> {
  const { statementLength, whoWrites } = conversation.settings
  const text = tidied(typed)
  const mayBeRetry = ownStatements(conversation, voter).some((own) => own.text === text)
  const refusal =
    conversation.mayNotAct(voter) ??
    (whoWrites === 'staff' ? 'writing-closed' : null) ??
    troubleWith(text, statementLength) ??
    // A retry says the same again: the store tells it from a second statement by its mutation.
    (mayBeRetry ? null : objection(conversation, voter, text, nowMs))
  if (refusal !== null) return refusal
  const isWaiting =
    !showsUnseen(conversation.settings) || isHeld(text, await wordsOf(store.moderation, conversation.id))
  const outcome = await store.participation.addStatement({
    conversation: conversation.id,
    ...conversation.speakerOf(voter),
    text,
    isWaiting,
    mutation,
    timeMs: nowMs,
    isOnlyRetry: mayBeRetry,
  })
  if (outcome.kind === 'refused') return outcome.code
  voter.participant = outcome.participant
  if (!outcome.isRepeat) conversation.takeIn(outcome)
  return { statement: asOwn(conversation, outcome.statement, language), sequence: outcome.sequence }
}

/**
 * Takes a statement of one's own back: nobody is asked about it any more, and no moderator can bring it back. The votes on it stay in
 * the log. Taking back twice is taking back once.
 */
export async function withdrawStatement(
  { moderation }: Pick<Store, 'moderation'>,
  conversation: LiveConversation,
  { participant }: Voter,
  id: number,
  { nowMs, language = 'en' }: { readonly nowMs: number; readonly language?: Language },
): Promise<OwnStatement | ErrorCode> {
  const known = conversation.statements[conversation.indexOf(id) ?? -1]
  if (known === undefined || participant === null || known.author !== participant) return 'unknown-statement'
  // What nobody is asked about any more need not be taken back.
  if (known.isWithdrawn || known.moderation === -1) return asOwn(conversation, known, language)
  if (conversation.whyClosed() === 'conversation-closed') return 'conversation-closed'
  const set = { isWithdrawn: true, isWaiting: false, moderation: -1 } as const
  const outcome = await moderation.act({
    ...{ conversation: conversation.id, kind: 'withdraw', moderator: null, timeMs: nowMs },
    changes: [{ statement: id, seen: null, set }],
  })
  if (outcome.kind === 'refused') return 'unknown-statement'
  conversation.takeDecisions(outcome.statements)
  return asOwn(conversation, outcome.statements[0]!, language)
}

/** The statements that a person wrote, newest first. */
export function ownStatements(
  conversation: LiveConversation,
  { participant }: Voter,
  language: Language = 'en',
): OwnStatement[] {
  if (participant === null) return []
  return conversation.statements
    .filter(({ author }) => author === participant)
    .map((statement) => asOwn(conversation, statement, language))
    .reverse()
}

function objection(
  conversation: LiveConversation,
  { participant }: Voter,
  text: string,
  nowMs: number,
): 'statement-exists' | 'too-many-statements' | 'conversation-full' | null {
  const same = sameness(text)
  if (conversation.openStatements().some((statement) => sameness(statement.text) === same)) {
    return 'statement-exists'
  }
  const recent = conversation.statements.filter(
    ({ author, createdAtMs }) =>
      participant !== null && author === participant && createdAtMs > nowMs - WITHIN_MS,
  )
  if (recent.length >= STATEMENTS_IN_A_ROW) return 'too-many-statements'
  return conversation.statements.length >= MOST_STATEMENTS ? 'conversation-full' : null
}

/** What two texts share that differ in nothing but case, spaces and punctuation. */
function sameness(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function asOwn(conversation: LiveConversation, statement: StoredStatement, language: Language): OwnStatement {
  const { id, text, reason, reasonWelsh } = statement
  const instead = conversation.successorsOf(id).map(({ id, text }) => ({ id, text }))
  return {
    id,
    text,
    state: stateOf(conversation, statement, instead.length > 0),
    reason: (language === 'cy' ? reasonWelsh : null) ?? reason,
    instead,
  }
}

const replaced = { merge: 'merged', reword: 'reworded', split: 'split' } as const

function stateOf(
  conversation: LiveConversation,
  { id, moderation, replacedAs, isWithdrawn }: StoredStatement,
  hasSuccessors: boolean,
): OwnStatement['state'] {
  if (isWithdrawn) return 'withdrawn'
  if (hasSuccessors) return replaced[replacedAs ?? 'merge']
  if (moderation === -1) return 'not-accepted'
  return conversation.closed[conversation.indexOf(id) ?? -1] === 0 ? 'accepted' : 'waiting'
}
