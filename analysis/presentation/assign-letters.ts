// Letters of the groups, carried over from the last published map: the assignment of k groups to the first k letters
// that keeps the most people under the letter they had (exact; at most six groups). There is never a B without an A:
// when groups become fewer, most people change groups in any case.

/**
 * Counts, for each new group and each of the first letters, the people who are in the one and had the other: groups ×
 * groups, a row for each new group. People with a later letter are not counted.
 *
 * `labels` are the new groups of the participants and `letters` their old letters, −1 for none; participants beyond the
 * end of `letters` are new.
 */
export function countOverlaps(labels: Int8Array, groups: number, letters: Int8Array): Uint32Array {
  const overlaps = new Uint32Array(groups * groups)
  const known = Math.min(labels.length, letters.length)
  for (let participant = 0; participant < known; participant++) {
    const group = labels[participant]!
    const letter = letters[participant]!
    if (group < 0 || letter < 0 || letter >= groups) continue
    const cell = group * groups + letter
    overlaps[cell] = overlaps[cell]! + 1
  }
  return overlaps
}

/**
 * Assigns one of the first `groups` letters (0 for A) to each group so that the sum of the overlaps is the largest
 * possible; ties go to the earlier letter for the earlier group, and letters that nobody had to the groups in order.
 */
export function assignLetters(overlaps: Uint32Array, groups: number): number[] {
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
    for (let letter = 0; letter < groups; letter++) {
      if (chosen.includes(letter)) continue
      chosen.push(letter)
      search(group + 1, total + overlaps[group * groups + letter]!)
      chosen.pop()
    }
  }
  search(0, 0)
  return best
}
