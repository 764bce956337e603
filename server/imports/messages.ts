// What the service and the thread that reads an import say to each other.
import type { ImportWish } from '../protocol/imports.ts'
import type { ImportedConversation } from '../store/imported-conversation.ts'

export interface ImportOrder {
  readonly folder: string
  readonly wish: ImportWish
  readonly nowMs: number
}

export type FromImportThread =
  | {
      readonly type: 'read'
      readonly conversation: ImportedConversation
      readonly participants: number
      readonly contradictions: readonly string[]
    }
  | {
      readonly type: 'refused'
      readonly reason: string
      readonly looksInverted: boolean
      readonly columns: string[] | null
    }
  | { readonly type: 'failed'; readonly message: string }
