// What the service and the thread that reads an import say to each other.
import type { MendedLine, Question } from '../polis/refused-export.ts'
import type { InEachLanguage } from '../polis/say.ts'
import type { ImportWish } from '../protocol/imports.ts'
import type { ImportedConversation } from '../store/imported-conversation.ts'

export interface ImportOrder {
  readonly folder: string
  readonly wish: ImportWish
  readonly nowMs: number
}

/** How far a reading has come; the share is null where nobody can tell. */
export interface ReadingProgress {
  readonly type: 'progress'
  readonly step: 'unpacking' | 'reading' | 'comparing'
  readonly share: number | null
}

/** What a reading came to. */
export type ReadImport =
  | {
      readonly type: 'read'
      readonly conversation: ImportedConversation
      readonly participants: number
      readonly contradictions: readonly InEachLanguage[]
      readonly mended: readonly MendedLine[]
    }
  | {
      readonly type: 'refused'
      readonly reason: InEachLanguage
      readonly question: Question | null
      readonly mended: readonly MendedLine[]
      readonly columns: string[] | null
    }
  | { readonly type: 'failed'; readonly message: string }

export type FromImportThread = ReadingProgress | ReadImport
