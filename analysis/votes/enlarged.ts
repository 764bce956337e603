/** Copies an array to the beginning of a larger one and answers the larger one. */
export function enlarged<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
  old: T,
  larger: T,
): T {
  larger.set(old)
  return larger
}
