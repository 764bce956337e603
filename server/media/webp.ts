// WebP: a RIFF file of chunks, each of even length. Source: RFC 9649, 2.
import { orientationIn, tiffSaying } from './orientation.ts'
import { cut, joined, nameAt } from './parts.ts'

const HEAD_LENGTH = 12
/** Pixels, their colours, and the frames of an animation. */
const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const keptInFrame = new Set(['VP8 ', 'VP8L', 'ALPH'])
/** Before the chunks of a frame: where it stands and how long. */
const FRAME_HEAD_LENGTH = 16
/** Flags of VP8X that say which metadata follow. */
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** The chunks that are kept, and which way up it is. */
export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const chunks = chunksIn(bytes.subarray(0, end), HEAD_LENGTH)
  const exif = chunks.find(({ name }) => name === 'EXIF')
  const orientation = exif === undefined ? 1 : orientationIn(tiffIn(exif.content))
  const pieces = chunks.flatMap(({ name, content }) => {
    if (!kept.has(name)) return []
    if (name === 'VP8X') return [chunk(name, withFlags(content, orientation === 1 ? 0 : HAS_EXIF))]
    return [chunk(name, name === 'ANMF' ? frameWithoutMetadata(content) : content)]
  })
  if (pieces.length === 0) return null
  // Only the extended form may say more than its pixels.
  if (orientation !== 1 && chunks[0]?.name === 'VP8X') pieces.push(chunk('EXIF', tiffSaying(orientation)))
  const content = joined([Buffer.from('WEBP', 'latin1'), ...pieces])
  return chunk('RIFF', content)
}

interface Chunk {
  readonly name: string
  readonly content: Uint8Array
}

function chunksIn(bytes: Uint8Array, from: number): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = from; at < bytes.length;) {
    const length = view.getUint32(at + 4, true)
    chunks.push({ name: nameAt(bytes, at), content: cut(bytes, at + 8, length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function chunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(8)
  head.set(Buffer.from(name, 'latin1'))
  new DataView(head.buffer).setUint32(4, content.length, true)
  return joined([head, content, new Uint8Array(content.length % 2)])
}

function frameWithoutMetadata(frame: Uint8Array): Uint8Array {
  const pieces = chunksIn(frame, FRAME_HEAD_LENGTH).filter(({ name }) => keptInFrame.has(name))
  return joined([
    cut(frame, 0, FRAME_HEAD_LENGTH),
    ...pieces.map(({ name, content }) => chunk(name, content)),
  ])
}

function withFlags(content: Uint8Array, flag: number): Uint8Array {
  const changed = cut(content, 0, 10).slice()
  changed[0] = (changed[0]! & ~(HAS_EXIF | HAS_XMP)) | flag
  return changed
}

/** Some writers put the head of JPEG's segment before it. */
function tiffIn(content: Uint8Array): Uint8Array {
  return nameAt(content, 0) === 'Exif' ? content.subarray(6) : content
}
