// JPEG: markers, most with a segment behind them, and the scans between. Source: ITU-T T.81, annex B; JFIF 1.02; ICC.1, B.4.
import { orientationIn, tiffSaying } from './orientation.ts'
import { cut, joined } from './parts.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const JFIF_LENGTH = 18
const EXIF = 'Exif\0\0'

/** Tables and frames, colours (JFIF, ICC, Adobe) and the scans; which way up it is; nothing behind its end. */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  let orientation = 1
  let hasScan = false
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // filling
      continue
    }
    if (marker === END) {
      if (!hasScan) return null
      const head = Uint8Array.of(0xff, START)
      const exif = orientation === 1 ? [] : [exifSaying(orientation)]
      return joined([head, ...exif, ...pieces, Uint8Array.of(0xff, END)])
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return null // none of these stands here
    const segment = cut(bytes, at, 2 + view.getUint16(at + 2))
    at += segment.length
    if (marker === APP1 && beginsWith(segment, EXIF)) orientation = orientationIn(segment.subarray(10))
    const kept = keptOf(marker, segment)
    if (kept !== null) pieces.push(kept)
    if (marker !== SCAN) continue
    const end = endOfScan(bytes, at)
    pieces.push(cut(bytes, at, end - at))
    at = end
    hasScan = true
  }
}

/** What is kept of a segment; null for nothing. */
function keptOf(marker: number, segment: Uint8Array): Uint8Array | null {
  if (marker === APP0 && beginsWith(segment, 'JFIF\0')) return withoutPreview(segment)
  if (marker === APP2) return beginsWith(segment, 'ICC_PROFILE\0') ? segment : null
  if (marker === APP14) return beginsWith(segment, 'Adobe') ? segment : null
  return marker < APP0 ? segment : null // other applications' data, comments and extensions
}

/** The head of a JFIF segment, which may hold a small picture of what the large one was once. */
function withoutPreview(segment: Uint8Array): Uint8Array {
  const head = cut(segment, 0, JFIF_LENGTH).slice()
  head.set([0, JFIF_LENGTH - 2], 2)
  head.set([0, 0], JFIF_LENGTH - 2) // its width and height
  return head
}

/** Where the next marker stands that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw new RangeError('Expected a scan that ends.')
}

function exifSaying(orientation: number): Uint8Array {
  const content = joined([Buffer.from(EXIF, 'latin1'), tiffSaying(orientation)])
  return joined([Uint8Array.of(0xff, APP1, 0, content.length + 2), content])
}

/** Whether the content of a segment begins with this, past its marker and length. */
function beginsWith(segment: Uint8Array, text: string): boolean {
  return Buffer.from(segment.subarray(4, 4 + text.length)).toString('latin1') === text
}
