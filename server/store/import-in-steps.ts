// Drives an import through its steps: goes on where storage was busy for a moment, and leaves nothing behind where it fails or
// is called off.
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportProgress, ImportStore } from './import-store.ts'
import type { ImportedConversation } from './imported-conversation.ts'
import { type ImportOutcome, StorageUnavailable } from './store.ts'

/** Conversations with more rows than this are written in steps. */
const SMALL = 2_000
/** How often a step is tried while storage is busy. */
const TRIES = 30

export interface ImportSteps {
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Calls the import off; what was written is removed before the promise settles. */
  readonly signal?: AbortSignal | undefined
}

/** Whether a conversation is so small that one transaction writes it before anybody notices. */
export function isSmallImport({ statements, votes }: ImportedConversation): boolean {
  return statements.length + votes.values.length <= SMALL
}

/** All of a conversation or nothing of it; rejects with the reason of the signal when it is called off. */
export async function importInSteps(
  imports: ImportStore,
  conversation: ImportedConversation,
  { onProgress, signal }: ImportSteps = {},
): Promise<ImportOutcome> {
  const number = await persistently(() => imports.begin(conversation))
  if (number === null) return { kind: 'exists' }
  try {
    for (let isWhole = false; !isWhole;) {
      signal?.throwIfAborted()
      const progress = await persistently(() => imports.step(number))
      onProgress?.(progress)
      isWhole = progress.done === progress.total
    }
    signal?.throwIfAborted()
    const outcome = await persistently(() => imports.finish(number))
    if (outcome.kind === 'exists') await persistently(() => imports.abandon(number))
    return outcome
  } catch (error) {
    // Where not even this can be done, the next start does it.
    await persistently(() => imports.abandon(number)).catch(() => {})
    throw error
  }
}

/** Tries again while storage is busy, a number of times, unless it `isOver`. */
export async function persistently<Result>(
  run: () => Promise<Result>,
  isOver: () => boolean = () => false,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof StorageUnavailable) || tries === TRIES || isOver()) throw error
      await pause(error.retryAfterMs)
    }
  }
}
