// Ids of an export have gaps (4,413 for the last of 1,921 participants); the mathematics wants 0, 1, 2 … in their order.

const LARGEST_TABLE = 2 ** 24

/** Entries as numbers without gaps, and the way back. */
export interface NumberedIds {
  /** For each entry the number of its id, parallel to what was given. */
  readonly numbers: Uint32Array
  /** The different ids, ascending: the id of each number. */
  readonly ids: Uint32Array
}

/** Numbers ids from 0 on in ascending order. */
export function numberIds(entries: Uint32Array): NumberedIds {
  let largest = 0
  for (let i = 0; i < entries.length; i++) if (entries[i]! > largest) largest = entries[i]!
  const numbers = new Uint32Array(entries.length)
  if (largest < LARGEST_TABLE) {
    const table = new Uint32Array(largest + 1)
    for (let i = 0; i < entries.length; i++) table[entries[i]!] = 1
    const ids: number[] = []
    for (let id = 0; id <= largest; id++) if (table[id] === 1) table[id] = ids.push(id) - 1
    for (let i = 0; i < entries.length; i++) numbers[i] = table[entries[i]!]!
    return { numbers, ids: Uint32Array.from(ids) }
  }
  const ids = Uint32Array.from(new Set(entries)).sort()
  const table = new Map<number, number>()
  ids.forEach((id, number) => table.set(id, number))
  for (let i = 0; i < entries.length; i++) numbers[i] = table.get(entries[i]!)!
  return { numbers, ids }
}
