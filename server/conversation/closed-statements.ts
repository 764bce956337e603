import type { StoredStatement } from '../store/store.ts'

/**
 * 1 for each statement that nobody may vote on, by dense index: those that a moderator has not accepted, those that
 * wait for the first decision, and, where moderation is strict, those that nobody has looked at.
 */
export function closedStatements(
  statements: readonly Pick<StoredStatement, 'moderation' | 'isWaiting'>[],
  { strictModeration }: { readonly strictModeration: boolean },
): Uint8Array<ArrayBuffer> {
  const needed = strictModeration ? 1 : 0
  return Uint8Array.from(statements, ({ moderation, isWaiting }) => Number(isWaiting || moderation < needed))
}
