// AVIF: boxes within boxes; where each part stands is written as its place in the file. So that no place changes, metadata are not
// taken out but blanked where they stand. Which way up it is, is said by boxes of its own, which stay.
// Source: ISO/IEC 14496-12 (boxes, 8.11 meta), ISO/IEC 23008-12 (items Exif and mime), AV1 Image File Format 1.1.
import { cut, nameAt } from './parts.ts'

/** Boxes that hold nothing that pixels need. */
const blanked = new Set(['free', 'skip', 'uuid', 'udta', 'cprt'])
/** Boxes that hold boxes in which those may stand. */
const opened = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts'])
/** Kinds of items that describe: Exif, XMP and whatever else has a media type. */
const describing = new Set(['Exif', 'mime', 'uri '])
/** An empty Exif item: where its TIFF structure begins, and such a structure without an entry. */
const EMPTY_EXIF = [0, 0, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]

interface Box {
  readonly name: string
  /** Place of its content in the file, and of what follows it. */
  readonly from: number
  readonly to: number
}

/** The same boxes, without what describes. */
export function avifWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const clean = bytes.slice()
  const top = boxesIn(clean, 0, clean.length)
  if (top[0]?.name !== 'ftyp' || !top.some(({ name }) => name === 'meta' || name === 'moov')) return null
  clear(clean, top)
  return clean
}

function clear(file: Uint8Array, boxes: readonly Box[]): void {
  for (const { name, from, to } of boxes) {
    if (blanked.has(name)) file.fill(0, from, to)
    else if (opened.has(name)) clear(file, boxesIn(file, from, to))
    else if (name === 'meta') clearItems(file, boxesIn(file, from + 4, to))
  }
}

/** Blanks the items of a meta box that describe the others. */
function clearItems(file: Uint8Array, boxes: readonly Box[]): void {
  clear(file, boxes)
  const find = (wanted: string) => boxes.find(({ name }) => name === wanted)
  const [information, locations, data] = [find('iinf'), find('iloc'), find('idat')]
  if (information === undefined) return
  const found = new Map(itemsIn(file, information).map(({ id, kind }) => [id, kind]))
  if (locations === undefined) return
  for (const { item, isInData, from, length } of extentsIn(file, locations)) {
    const kind = found.get(item)
    if (kind === undefined || !describing.has(kind)) continue
    if (isInData && data === undefined) throw new RangeError('Expected the data of an item.')
    const begin = isInData ? data!.from + from : from
    const extent = cut(file, begin, length === 0 ? file.length - begin : length)
    extent.fill(0)
    if (kind === 'Exif' && extent.length >= EMPTY_EXIF.length) extent.set(EMPTY_EXIF)
  }
}

function boxesIn(file: Uint8Array, from: number, to: number): readonly Box[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const short = view.getUint32(at)
    const isLong = short === 1
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const head = isLong ? 16 : 8
    if (length < head || at + length > to) throw new RangeError('Expected a box within its box.')
    boxes.push({ name: nameAt(file, at + 4), from: at + head, to: at + length })
    at += length
  }
  return boxes
}

function itemsIn(
  file: Uint8Array,
  { from, to }: Box,
): readonly { readonly id: number; readonly kind: string }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const headLength = view.getUint8(from) === 0 ? 6 : 8
  return boxesIn(file, from + headLength, to).flatMap((box) => {
    const version = view.getUint8(box.from)
    if (box.name !== 'infe' || version < 2) return []
    const isShort = version === 2
    const id = isShort ? view.getUint16(box.from + 4) : view.getUint32(box.from + 4)
    return [{ id, kind: nameAt(file, box.from + (isShort ? 8 : 10)) }]
  })
}

interface Extent {
  readonly item: number
  /** Whether its place is counted within the `idat` box, and not in the file. */
  readonly isInData: boolean
  readonly from: number
  readonly length: number
}

function extentsIn(file: Uint8Array, { from }: Box): readonly Extent[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = from + 4
  const read = (size: number): number => {
    cut(file, at, size)
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(at++)
    return value
  }
  const version = view.getUint8(from)
  const sizes = [read(1), read(1)] as const
  const [ofOffset, ofLength, ofBase] = [sizes[0] >> 4, sizes[0] & 15, sizes[1] >> 4]
  const ofIndex = version === 0 ? 0 : sizes[1] & 15
  const extents: Extent[] = []
  const items = read(version < 2 ? 2 : 4)
  for (let i = 0; i < items; i++) {
    const item = read(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : read(2) & 15
    if (method > 1) throw new RangeError('Expected items that stand in the file.')
    read(2) // of which file: this one
    const base = read(ofBase)
    const count = read(2)
    for (let j = 0; j < count; j++) {
      read(ofIndex)
      const offset = read(ofOffset)
      extents.push({ item, isInData: method === 1, from: base + offset, length: read(ofLength) })
    }
  }
  return extents
}
