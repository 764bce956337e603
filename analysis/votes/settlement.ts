// Brings the pair statistics up to the current votes. Applying a vote only notes what changed; the pairs are counted
// later, participant by participant, when all their votes are together in the cache. Somebody whose votes were never
// counted is counted whole; for somebody already counted the changes are undone one by one, newest first, on a copy of
// the current votes, each with its effect on the pairs. Integers, so that when and in what portions makes no difference.
import type { PairStatistics } from '../components/pair-statistics.ts'
import type { StatementCounts } from '../components/statement-counts.ts'
import type { Kernels } from '../kernels/kernels.ts'
import { enlarged } from './enlarged.ts'
import { ABSENT, type VoteStore } from './vote-store.ts'

const NEW = 0
const WAITING = 1
const COUNTED = 2
const MOST_CHANGES = 1 << 20

export class Settlement {
  private readonly store: VoteStore
  private readonly counts: StatementCounts
  private readonly pairs: PairStatistics
  private readonly kernels: Kernels
  private states = new Uint8Array(64)
  private waiting = new Uint32Array(64)
  private waitingCount = 0
  private changeWho = new Uint32Array(64)
  private changes = new Uint32Array(64)
  private changeCount = 0
  private readonly row = new Uint16Array(10_001)

  constructor(store: VoteStore, counts: StatementCounts, pairs: PairStatistics, kernels: Kernels) {
    this.store = store
    this.counts = counts
    this.pairs = pairs
    this.kernels = kernels
  }

  /** Makes room for participants 0 to `participants` − 1. */
  reserve(participants: number): void {
    if (participants <= this.states.length) return
    this.states = enlarged(this.states, new Uint8Array(Math.max(participants, (this.states.length * 3) >> 1)))
  }

  /** Notes that the vote of a participant, already changed in the store, was `before` and is `after`. */
  note(participant: number, statement: number, before: number, after: number): void {
    const state = this.states[participant]!
    if (state === WAITING) return
    if (state === NEW) {
      this.wait(participant)
      return
    }
    if (this.changeCount === this.changes.length) {
      this.changeWho = enlarged(this.changeWho, new Uint32Array(this.changeCount * 2))
      this.changes = enlarged(this.changes, new Uint32Array(this.changeCount * 2))
    }
    this.changeWho[this.changeCount] = participant
    this.changes[this.changeCount] = (statement << 4) | (before << 2) | after
    this.changeCount++
    if (this.changeCount === MOST_CHANGES) this.settle()
  }

  /** Leaves a participant out of the statistics, or takes them in again. */
  leaveOut(participant: number, out: boolean): void {
    this.settle()
    if (out) {
      this.pairs.addRow(this.store, participant, -1)
      this.states[participant] = NEW
    } else if (this.store.lengths[participant]! > 0) this.wait(participant)
  }

  /** Counts everything that has been noted. */
  settle(): void {
    const { store, pairs, states } = this
    pairs.reserve(this.counts.statements)
    pairs.addRows(store, this.waiting, this.waitingCount, this.kernels)
    for (let index = 0; index < this.waitingCount; index++) states[this.waiting[index]!] = COUNTED
    this.waitingCount = 0
    if (this.changeCount > 0) this.settleChanges()
  }

  private settleChanges(): void {
    const { store, pairs, changeWho, changes, row } = this
    const count = this.changeCount
    // Sorted by participant and then newest first; both parts fit a double exactly.
    const order = new Float64Array(count)
    for (let index = 0; index < count; index++)
      order[index] = changeWho[index]! * MOST_CHANGES + (count - 1 - index)
    order.sort()
    let participant = -1
    let length = 0
    for (let position = 0; position < count; position++) {
      const index = count - 1 - (order[position]! % MOST_CHANGES)
      if (changeWho[index] !== participant) {
        participant = changeWho[index]!
        length = store.lengths[participant]!
        const start = store.starts[participant]!
        for (let t = 0; t < length; t++) row[t] = store.pool[start + t]!
      }
      const change = changes[index]!
      const statement = change >> 4
      const before = (change >> 2) & 3
      pairs.change(row, length, statement, before, change & 3)
      length = rewind(row, length, statement, before)
    }
    this.changeCount = 0
  }

  private wait(participant: number): void {
    if (this.waitingCount === this.waiting.length) {
      this.waiting = enlarged(this.waiting, new Uint32Array(this.waitingCount * 2))
    }
    this.waiting[this.waitingCount++] = participant
    this.states[participant] = WAITING
  }
}

/** Puts the vote on a statement back to what it was before, in a row of codes in any order; answers the new length. */
function rewind(row: Uint16Array, length: number, statement: number, before: number): number {
  let at = 0
  while (at < length && row[at]! >> 2 !== statement) at++
  if (before === ABSENT) {
    row[at] = row[length - 1]!
    return length - 1
  }
  row[at] = (statement << 2) | before
  return Math.max(length, at + 1)
}
