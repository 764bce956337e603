// Large imports in steps, so that votes of other conversations are stored in between. Nobody sees anything of it before the
// last step, and what is never finished is removed. Part of `Store`; every method may reject with `StorageUnavailable`.
import type { ImportedConversation } from './imported-conversation.ts'
import type { ImportOutcome } from './store.ts'

/** How far an import has come, in rows of any kind. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
}

export interface ImportStore {
  /** Takes a conversation in, to be written by `step`; the number of the import, null where its name is taken. */
  begin(conversation: ImportedConversation): Promise<number | null>

  /** Writes some more of it, for some milliseconds; settles after COMMIT. All is written when `done` is `total`. */
  step(number: number): Promise<ImportProgress>

  /** Lets the conversation be there, all at once; `exists` where its name was taken meanwhile. */
  finish(number: number): Promise<ImportOutcome>

  /** Removes what was written, a piece at a time. Does nothing for an import that is finished or gone. */
  abandon(number: number): Promise<void>
}
