// Ids of an export have gaps (4,413 for the last of 1,921 participants); the mathematics wants 0, 1, 2 …

const LARGEST_TABLE = 2 ** 24

export interface NumberedIds {
  /** For each entry the number of its id, parallel to what was given. */
  readonly numbers: Uint32Array
  /** The different ids, by their number. */
  readonly ids: Uint32Array
}

/** Numbers ids from 0 on in the order of their first appearance. */
export function numberIds(entries: Uint32Array): NumberedIds {
  let largest = 0
  for (let i = 0; i < entries.length; i++) if (entries[i]! > largest) largest = entries[i]!
  const numbers = new Uint32Array(entries.length)
  const ids: number[] = []
  if (largest < LARGEST_TABLE) {
    const known = new Int32Array(largest + 1).fill(-1)
    for (let i = 0; i < entries.length; i++) {
      const id = entries[i]!
      if (known[id]! < 0) known[id] = ids.push(id) - 1
      numbers[i] = known[id]!
    }
  } else {
    const known = new Map<number, number>()
    for (let i = 0; i < entries.length; i++) {
      const id = entries[i]!
      let number = known.get(id)
      if (number === undefined) known.set(id, (number = ids.push(id) - 1))
      numbers[i] = number
    }
  }
  return { numbers, ids: Uint32Array.from(ids) }
}
