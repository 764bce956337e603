// What the service and the thread of an export say to each other. The thread sends a chunk only when one was asked for.
import type { ExportKind } from './contents.ts'

/** What is to be written. */
export interface ExportOrder {
  readonly conversation: string
  readonly kind: ExportKind
  /** One of the files, `results.xlsx`, or null for all of them as a zip. */
  readonly file: string | null
  readonly formulaSafe: boolean
  readonly url: string
}

export type ToExportThread = { readonly type: 'more' }

export type FromExportThread =
  | { readonly type: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end' }
  /** There is no such conversation. */
  | { readonly type: 'unknown' }
  | { readonly type: 'failed'; readonly message: string }
