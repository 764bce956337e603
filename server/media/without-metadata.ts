// Takes out of an image what its pixels do not need: place and time, the camera and its owner, captions, previews of what was cut
// off, and whatever stands behind its end. Pixels are not touched. What stays is a list of parts for each format; all else goes,
// and a file that is not built as its format says is no image.
import type { MediaType } from '../store/media-store.ts'
import { avifWithoutMetadata } from './avif.ts'
import { jpegWithoutMetadata } from './jpeg.ts'
import { pngWithoutMetadata } from './png.ts'
import { webpWithoutMetadata } from './webp.ts'

const filters: Readonly<Record<MediaType, (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | null>> = {
  'image/png': pngWithoutMetadata,
  'image/jpeg': jpegWithoutMetadata,
  'image/webp': webpWithoutMetadata,
  'image/avif': avifWithoutMetadata,
}

/** The image without metadata; null where its structure is broken. The same bytes again where there was none. */
export function withoutMetadata(bytes: Uint8Array, type: MediaType): Uint8Array<ArrayBuffer> | null {
  try {
    return filters[type](bytes)
  } catch (error) {
    if (error instanceof RangeError) return null // a length that leads out of the file
    throw error
  }
}
