// What each decision of a moderator does to statements. Votes never move: a statement that was merged, reworded or split is
// closed with its votes on it, and whoever cast them is asked about what stands in its place. Only the words of a statement
// that nobody can have voted on are changed where they are.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Act } from '../protocol/moderation.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import { tidied, troubleWith } from '../protocol/statement-text.ts'
import type { Addition, Decided, NewAct, StatementChange, StoredEvent } from '../store/moderation-store.ts'
import type { StoredStatement } from '../store/store.ts'

/** What of an act is stored besides who does it, and when. */
export type ActContent = Pick<
  NewAct,
  'kind' | 'changes' | 'additions' | 'related' | 'reason' | 'undoes' | 'allOrNothing'
>

const SETTLED = {
  ...{ isWaiting: false, isWithdrawn: false, reason: null, reasonWelsh: null },
  ...{ mergedInto: null, replacedAs: null, openReports: 0 },
} as const satisfies Partial<Decided>

/** The content of an act, or why there can be none. `undone` are the events of the act that is to be undone. */
export function makeAct(
  conversation: LiveConversation,
  act: Act,
  undone: readonly StoredEvent[] = [],
): ActContent | AnyErrorCode {
  switch (act.kind) {
    case 'accept':
      return each(act, { ...SETTLED, moderation: 1 })
    case 'return':
      return each(act, { ...SETTLED, moderation: 0, isWaiting: true })
    case 'reject': {
      const { reason } = act
      const set = { moderation: -1, reason: reason?.en ?? null, reasonWelsh: reason?.cy ?? null } as const
      return { ...each(act, { ...SETTLED, ...set }), reason }
    }
    case 'flag': {
      const { isSeed, isMeta } = act
      return each(act, { ...(isSeed !== undefined && { isSeed }), ...(isMeta !== undefined && { isMeta }) })
    }
    case 'merge':
      return merge(conversation, act)
    case 'reword':
      return reword(conversation, act)
    case 'split':
      return split(conversation, act)
    case 'undo':
      return undo(act, undone)
  }
}

function each(
  { kind, statements }: Extract<Act, { readonly statements: readonly unknown[] }>,
  set: Partial<Decided>,
): ActContent {
  return { kind, changes: statements.map(({ id, seen }) => ({ statement: id, seen, set: stripped(set) })) }
}

/** What its author took back stays taken back, so no decision but an undo touches it. */
function stripped({ isWithdrawn: _, ...set }: Partial<Decided>): Partial<Decided> {
  return set
}

function merge(
  conversation: LiveConversation,
  act: Extract<Act, { kind: 'merge' }>,
): ActContent | AnyErrorCode {
  const target = statementOf(conversation, act.into.id)
  if (target === undefined) return 'unknown-statement'
  const isItself = act.statements.some(({ id }) => id === target.id)
  if (isItself || target.moderation === -1) return 'merge-target-closed'
  const set = { moderation: -1, mergedInto: target.id, replacedAs: 'merge' } as const
  return { ...each(act, { ...SETTLED, ...set }), related: [target.id] }
}

function reword(
  conversation: LiveConversation,
  { statement: { id, seen }, text: typed }: Extract<Act, { kind: 'reword' }>,
): ActContent | AnyErrorCode {
  const old = statementOf(conversation, id)
  if (old === undefined) return 'unknown-statement'
  const text = tidied(typed)
  const trouble = troubleOf(conversation, text, [old.text])
  if (trouble !== null) return trouble
  if (canChangeInPlace(conversation, id)) {
    const change = { statement: id, seen, set: { ...stripped(SETTLED), moderation: 1, text } } as const
    return { kind: 'reword', changes: [change], allOrNothing: true }
  }
  const set = { ...stripped(SETTLED), moderation: -1, replacedAs: 'reword' } as const
  return {
    kind: 'reword',
    changes: [{ statement: id, seen, set, intoAddition: 0 }],
    additions: [made(old, text)],
    allOrNothing: true,
  }
}

function split(
  conversation: LiveConversation,
  { statement: { id, seen }, texts }: Extract<Act, { kind: 'split' }>,
): ActContent | AnyErrorCode {
  const old = statementOf(conversation, id)
  if (old === undefined) return 'unknown-statement'
  const [first, second] = texts.map(tidied) as [string, string] // as many as before
  const trouble =
    troubleOf(conversation, first, [old.text]) ?? troubleOf(conversation, second, [old.text, first])
  if (trouble !== null) return trouble
  const set = { ...stripped(SETTLED), moderation: -1, replacedAs: 'split' } as const
  return {
    kind: 'split',
    changes: [{ statement: id, seen, set }],
    additions: [made(old, first), made(old, second)],
    allOrNothing: true,
  }
}

/** Everything as it was before the act, where nobody has decided otherwise since; what the act made is withdrawn. */
function undo(
  { act }: Extract<Act, { kind: 'undo' }>,
  undone: readonly StoredEvent[],
): ActContent | AnyErrorCode {
  // What its author has taken back is nobody else's to bring back.
  const isTheAuthors = undone.some(({ kind }) => kind === 'withdraw')
  if (undone.length === 0 || isTheAuthors) return 'nothing-to-undo'
  const changes = undone.map(({ id, statement, before }): StatementChange => {
    const set: Partial<Decided> = before ?? { moderation: -1, isWithdrawn: true }
    return { statement, seen: id, set }
  })
  const isWhole = undone.some(({ before }) => before === null)
  return { kind: 'undo', changes, undoes: act, related: [], allOrNothing: isWhole }
}

/** Nobody sees it now, and nobody ever voted on it, not even an author. */
function canChangeInPlace(conversation: LiveConversation, id: number): boolean {
  const index = conversation.indexOf(id)
  return index !== undefined && conversation.closed[index] !== 0 && !conversation.wasVotedOn(id)
}

function made({ id, isSeed, isMeta }: StoredStatement, text: string): Addition {
  return { text, derivedFrom: id, isSeed, isMeta, moderation: 1, isWaiting: false }
}

function troubleOf(
  { settings }: LiveConversation,
  text: string,
  others: readonly string[],
): AnyErrorCode | null {
  return troubleWith(text, settings.statementLength) ?? (others.includes(text) ? 'statement-unchanged' : null)
}

function statementOf(conversation: LiveConversation, id: number): StoredStatement | undefined {
  return conversation.statements[conversation.indexOf(id) ?? -1]
}
