/** A count of people, null for too few; nobody at all may be told. */
export function shownCount(people: number, smallest: number): number | null {
  return people > 0 && people < smallest ? null : people
}

/**
 * Which cells of a row whose sum is told may not be shown: those of too few people, and while all hidden ones together could
 * still be worked out to be too few, the smallest of the others. Cells of nobody hide nothing.
 */
export function hiddenCells(people: readonly number[], smallest: number): readonly boolean[] {
  const isHidden = people.map((count) => shownCount(count, smallest) === null)
  const untold = () => people.reduce((sum, count, index) => sum + (isHidden[index] ? count : 0), 0)
  while (untold() > 0 && untold() < smallest) {
    let next = -1
    people.forEach((count, index) => {
      if (!isHidden[index] && count > 0 && (next < 0 || count < people[next]!)) next = index
    })
    if (next < 0) break
    isHidden[next] = true
  }
  return isHidden
}
