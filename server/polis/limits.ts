// How much a conversation may hold, so that an import that exceeds it is refused in words rather than taken in and then never shown.
import { RefusedExport } from './refused-export.ts'

export const MOST_STATEMENTS = 10_000
export const MOST_PARTICIPANTS = 1_000_000
export const MOST_VOTES = 100_000_000

const MEGABYTE = 1e6

/** Bytes that a file may have which is read as a whole. */
export const MOST_BYTES_AT_ONCE = 256 * MEGABYTE
/** Bytes that a file may have which is read piece by piece. */
export const MOST_BYTES = 2000 * MEGABYTE

/** Throws a RefusedExport for a file that is too large, before anything of it is read. */
export function refuseTooLarge(file: string, bytes: number, most: number): void {
  if (bytes <= most) return
  const megabytes = { size: Math.ceil(bytes / MEGABYTE), most: Math.floor(most / MEGABYTE) }
  throw new RefusedExport(file, null, (say) => say('tooLarge', megabytes), {
    remedy: (say) => say('remedySize'),
  })
}
