// Letters of the groups, carried over from the last published map: the assignment of new groups to old letters that
// keeps the most people under the letter they had (exact; at most six groups). New groups take the first free letters.

/**
 * Counts, for each new group and old letter, the people who are in the one and had the other: `groups` rows of 26.
 *
 * `labels` are the new groups of the participants and `letters` their old letters, −1 for none; participants beyond the
 * end of `letters` are new.
 */
export function countOverlaps(labels: Int8Array, groups: number, letters: Int8Array): Uint32Array {
  const overlaps = new Uint32Array(groups * 26)
  const known = Math.min(labels.length, letters.length)
  for (let participant = 0; participant < known; participant++) {
    const group = labels[participant]!
    const letter = letters[participant]!
    if (group < 0 || letter < 0) continue
    const cell = group * 26 + letter
    overlaps[cell] = overlaps[cell]! + 1
  }
  return overlaps
}

/**
 * Assigns a letter (0 for A) to each group so that the sum of the overlaps is the largest possible; ties go to the
 * earlier letter for the earlier group. Groups that share nobody with a free letter get the first letters left, in order.
 */
export function assignLetters(overlaps: Uint32Array, groups: number): number[] {
  const old: number[] = []
  for (let letter = 0; letter < 26; letter++) {
    for (let group = 0; group < groups; group++) {
      if (overlaps[group * 26 + letter]! > 0 && !old.includes(letter)) old.push(letter)
    }
  }
  let bestTotal = -1
  let best: number[] = []
  const chosen: number[] = []
  const search = (group: number, total: number): void => {
    if (group === groups) {
      if (total > bestTotal) {
        bestTotal = total
        best = [...chosen]
      }
      return
    }
    for (const letter of [...old, -1]) {
      if (letter >= 0 && chosen.includes(letter)) continue
      const overlap = letter < 0 ? 0 : overlaps[group * 26 + letter]!
      if (letter >= 0 && overlap === 0) continue
      chosen.push(letter)
      search(group + 1, total + overlap)
      chosen.pop()
    }
  }
  search(0, 0)

  const taken = new Set(best)
  return best.map((letter) => {
    if (letter >= 0) return letter
    let free = 0
    while (taken.has(free)) free++
    taken.add(free)
    return free
  })
}
