// What the service and its store's thread say to each other. Calls and answers go in bunches, one for each turn of the
// event loop, because a message for each vote would cost more than storing it.
import type { ExchangeStore } from './exchange-store.ts'
import type { ImportStore } from './import-store.ts'
import type { MediaStore } from './media-store.ts'
import type { ModerationStore } from './moderation-store.ts'
import type { ManagementStore } from './management-store.ts'
import type { ParticipationStore } from './participation-store.ts'
import type { ReportStore } from './report-store.ts'
import type { StageStore } from './stage-store.ts'
import type { StaffStore } from './staff-store.ts'
import type { Store } from './store.ts'

/** What can be called from another thread: the methods of the store, and those of its parts. */
export type StoreMethod = MethodOf<Store>
export interface StoreParts {
  readonly participation: ParticipationStore
  readonly management: ManagementStore
  readonly media: MediaStore
  readonly reports: ReportStore
  readonly staff: StaffStore
  readonly exchange: ExchangeStore
  readonly imports: ImportStore
  readonly stage: StageStore
  readonly moderation: ModerationStore
}
export type StorePart = keyof StoreParts
export type PartMethod = { [Part in StorePart]: MethodOf<StoreParts[Part]> }[StorePart]

type MethodOf<T> = {
  [Name in keyof T]: T[Name] extends (...given: never[]) => unknown ? Name : never
}[keyof T]

export interface Call {
  readonly id: number
  readonly part: 'store' | StorePart
  readonly method: StoreMethod | PartMethod
  readonly given: readonly unknown[]
}

/** An error as it crosses over. */
export interface CrossingError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly retryAfterMs: number | null
}

export type FromStoreThread =
  /** The store is open. */
  | { readonly type: 'open' }
  /** It cannot be opened; the message is one line for the person who starts the service. */
  | { readonly type: 'unusable'; readonly message: string }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: CrossingError }
  | { readonly type: 'committed'; readonly writes: number; readonly durationMs: number }
  | { readonly type: 'rolled-back' }
  | { readonly type: 'harm'; readonly error: CrossingError }

export function crossing(error: unknown): CrossingError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), stack: undefined, retryAfterMs: null }
  }
  const retryAfterMs = 'retryAfterMs' in error ? Number(error.retryAfterMs) : null
  return { name: error.name, message: error.message, stack: error.stack, retryAfterMs }
}
