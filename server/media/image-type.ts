// Which kind of image a file is, by its first bytes: its name and what its sender says of it are not believed.
import type { MediaType } from '../store/media-store.ts'

/** The kind of image, or null for everything else; SVG is none, because it can carry scripts. */
export function imageTypeOf(bytes: Uint8Array): MediaType | null {
  const text = String.fromCharCode(...bytes.subarray(0, 32))
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(text.slice(8))) return 'image/avif'
  return null
}
