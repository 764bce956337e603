/** A count of people, null for too few; nobody at all may be told. */
export function shownCount(people: number, smallest: number): number | null {
  return people > 0 && people < smallest ? null : people
}
