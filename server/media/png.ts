// PNG: a signature, then chunks of length, name, content and check sum. Source: PNG, third edition, 5 and 11.
import { crc32 } from 'node:zlib'
import { orientationIn, tiffSaying } from './orientation.ts'
import { cut, joined, nameAt } from './parts.ts'

const SIGNATURE_LENGTH = 8
/** Pixels, their colours, and the frames of an animation. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
)

/** The chunks that are kept, and which way up it is. */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = chunksIn(bytes)
  if (chunks[0]?.name !== 'IHDR') return null
  const exif = chunks.find(({ name }) => name === 'eXIf')
  const orientation = exif === undefined ? 1 : orientationIn(exif.whole.subarray(8))
  const pieces = chunks.filter(({ name }) => kept.has(name)).map(({ whole }) => whole)
  const [first, ...others] = pieces
  return joined([
    cut(bytes, 0, SIGNATURE_LENGTH),
    first!, // looked at above
    ...(orientation === 1 ? [] : [exifSaying(orientation)]),
    ...others,
  ])
}

interface Chunk {
  readonly name: string
  /** With its length and check sum. */
  readonly whole: Uint8Array
}

/** All up to the one that ends it; throws a RangeError where none does. */
function chunksIn(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_LENGTH; chunks.at(-1)?.name !== 'IEND';) {
    const whole = cut(bytes, at, view.getUint32(at) + 12)
    chunks.push({ name: nameAt(bytes, at + 4), whole })
    at += whole.length
  }
  return chunks
}

function exifSaying(orientation: number): Uint8Array {
  const tiff = tiffSaying(orientation)
  const chunk = new Uint8Array(tiff.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, tiff.length)
  chunk.set(Buffer.from('eXIf', 'latin1'), 4)
  chunk.set(tiff, 8)
  view.setUint32(8 + tiff.length, crc32(chunk.subarray(4, 8 + tiff.length)))
  return chunk
}
