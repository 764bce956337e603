// Takes an image in for the texts of a conversation. It is shown where its markdown stands: in the description, or in the
// background and the contact of the purpose.
import { createHash } from 'node:crypto'
import { media } from '../protocol/addresses.ts'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import type { MediaType } from '../store/media-store.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'
import { imageTypeOf } from './image-type.ts'
import { withoutMetadata } from './without-metadata.ts'

/** Largest image, bytes. */
export const IMAGE_SIZE_LIMIT = 1024 * 1024
/** Images of one conversation at most. */
export const IMAGE_LIMIT = 50

export interface AddedMedium {
  readonly hash: string
  readonly type: MediaType
  /** Address of the image on this service. */
  readonly path: string
}

/**
 * Stores an image for a conversation that there is, without its metadata; the same image again is the same medium. Answers with a code where it is no
 * image that pages show, is too large, or one too many. `audit` makes its line for the audit log.
 */
export async function addMedia(
  store: Store,
  conversation: string,
  given: Uint8Array<ArrayBuffer>,
  {
    nowMs = Date.now(),
    audit,
  }: { readonly nowMs?: number; readonly audit?: (path: string) => NewAuditEntry } = {},
): Promise<AddedMedium | Extract<StaffErrorCode, `image-${string}`>> {
  if (given.length > IMAGE_SIZE_LIMIT) return 'image-too-large'
  const type = imageTypeOf(given)
  const bytes = type && withoutMetadata(given, type)
  if (type === null || bytes === null) return 'image-unknown'
  const hash = createHash('sha256').update(bytes).digest('base64url')
  const there = await store.media.list(conversation)
  if (there.length >= IMAGE_LIMIT && there.every((each) => each.hash !== hash)) return 'image-limit'
  const path = media(conversation, hash)
  if (!(await store.media.add(conversation, { hash, type, bytes, addedAtMs: nowMs }, audit?.(path)))) {
    throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
  }
  return { hash, type, path }
}

/** What to write into a text to show the image; `alt` says what it shows to those who cannot see it. */
export function imageMarkdown(path: string, alt: string): string {
  return `![${alt.replace(/[[\]\n]/g, ' ').trim()}](${path})`
}
