// Votes of each group on each statement, for all groupings in one pass over the votes: people who share their groups in
// every grouping share one row of counters, and the rows are added up afterwards.
import type { GroupVoteCounts } from '../opinion-map.ts'
import type { VoteStore } from '../votes/vote-store.ts'

/** Counters by class of people: classes × statements × 4, the last index being the value (0 to 2) of the vote. */
export function countByClass(
  store: VoteStore,
  classOf: Uint16Array,
  classes: number,
  statements: number,
): Int32Array {
  const { pool, starts, lengths, participants } = store
  const stride = statements * 4
  const counters = new Int32Array(classes * stride)
  for (let i = 0; i < participants; i++) {
    const row = classOf[i]! * stride
    const start = starts[i]!
    const end = start + lengths[i]!
    for (let at = start; at < end; at++) counters[row + pool[at]!]!++
  }
  return counters
}

/** Adds up the rows of the classes: class c belongs to group `groupOf[c]`, or to none if that is negative. */
export function sumClasses(
  counters: Int32Array,
  groupOf: ArrayLike<number>,
  groups: number,
  statements: number,
): GroupVoteCounts {
  const agrees = new Uint32Array(groups * statements)
  const disagrees = new Uint32Array(groups * statements)
  const votes = new Uint32Array(groups * statements)
  for (let c = 0; c < groupOf.length; c++) {
    if (groupOf[c]! < 0) continue
    const row = groupOf[c]! * statements
    const base = c * statements * 4
    for (let j = 0; j < statements; j++) {
      const disagree = counters[base + 4 * j]!
      const agree = counters[base + 4 * j + 2]!
      disagrees[row + j] = disagrees[row + j]! + disagree
      agrees[row + j] = agrees[row + j]! + agree
      votes[row + j] = votes[row + j]! + disagree + agree + counters[base + 4 * j + 1]!
    }
  }
  return { agrees, disagrees, votes }
}
