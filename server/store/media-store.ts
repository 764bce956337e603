// Images that the service gives out by itself, because its pages ask nobody else: the bytes, known by the hash of their
// content. Part of `Store`; every method may reject with `StorageUnavailable`.

import type { NewAuditEntry } from './staff-store.ts'

export const mediaTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] as const
export type MediaType = (typeof mediaTypes)[number]

export interface StoredMedium {
  /** SHA-256 of the bytes, base64url. */
  readonly hash: string
  readonly type: MediaType
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly addedAtMs: number
}

/** What is known of a medium without reading it. */
export interface MediumFacts {
  readonly hash: string
  readonly type: MediaType
  /** Bytes. */
  readonly size: number
  readonly addedAtMs: number
}

export interface MediaStore {
  /** Keeps a medium, with its line of the audit log; the same content is kept once. Settles after COMMIT; false for an unknown conversation. */
  add(conversation: string, medium: StoredMedium, audit?: NewAuditEntry): Promise<boolean>

  /** The medium of this hash, or null. */
  medium(conversation: string, hash: string): Promise<StoredMedium | null>

  /** All media of a conversation, oldest first. */
  list(conversation: string): Promise<readonly MediumFacts[]>

  /** Forgets a medium; settles after COMMIT, false where there was none. */
  remove(conversation: string, hash: string): Promise<boolean>
}
