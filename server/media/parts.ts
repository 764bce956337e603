// Parts of a file: cut out, named, put together.

/** The pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** So many bytes from there; throws a RangeError where the file ends before. */
export function cut(bytes: Uint8Array, from: number, length: number): Uint8Array {
  if (length < 0 || from + length > bytes.length) throw new RangeError('Expected a part that the file holds.')
  return bytes.subarray(from, from + length)
}

/** Four letters at a place. */
export function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...cut(bytes, at, 4))
}
