// Which way up a photograph is: the one thing of its EXIF data without which it would be shown wrongly. Cameras write it there and
// turn no pixel, so it is read from what they wrote and written anew, alone.
// Source: Exif 2.32, 4.5 and 4.6.4 (tag 0x0112); TIFF 6.0, section 2.

const ORIENTATION = 0x0112
const SHORT = 3

/** 1 to 8, 1 being upright; 1 for whatever is no TIFF structure that says otherwise. */
export function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.length < 8) return 1
  const isLittle = view.getUint16(0) === 0x4949
  if (!isLittle && view.getUint16(0) !== 0x4d4d) return 1
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return 1
  const count = view.getUint16(directory, isLittle)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i
    if (entry + 12 > tiff.length) return 1
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue
    const value = view.getUint16(entry + 8, isLittle)
    return view.getUint16(entry + 2, isLittle) === SHORT && value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A TIFF structure that says this and nothing else. */
export function tiffSaying(orientation: number): Uint8Array {
  // Big-endian, directory at 8, one entry: tag, SHORT, one value, the value; no further directory.
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, ORIENTATION >> 8, ORIENTATION & 255, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  )
}
