// The current votes, packed: a vote is the 16-bit code statement × 4 + (value + 1), and the codes of a participant lie
// together in one pool, in the order of the statements, so that nothing computed from them depends on the order in
// which they came.
//
//   starts[i] ─► pool: │ code code code ····│      lengths[i] codes, room for BLOCK_SIZES[classes[i]]
//
// A block that is full moves to one half as large again and leaves its place to other participants; when the pool is
// full, it is laid anew in the order of the participants, without gaps.
import { enlarged } from './enlarged.ts'
import { LIMITS } from './limits.ts'

/** What `put` and `take` answer in place of a value when there was no vote. */
export const ABSENT = 3

const BLOCK_SIZES = blockSizes()
const NONE = 0xffffffff
const SHORT = 48

export class VoteStore {
  /** Codes of all participants, with gaps. Replaced when the store grows: never keep it. */
  pool = new Uint16Array(1024)
  /** Where the block of each participant begins in the pool. */
  starts = new Uint32Array(0)
  /** Number of current votes of each participant. */
  lengths = new Uint16Array(0)
  /** Participants so far: one more than the largest index seen. */
  participants = 0
  /** Current votes in all. */
  votes = 0

  private classes = new Uint8Array(0)
  private end = 0
  private moves = 0
  private readonly free = new Uint32Array(BLOCK_SIZES.length).fill(NONE)

  /** Makes room for participants 0 to `participants` − 1. */
  reserve(participants: number): void {
    if (participants <= this.participants) return
    if (participants > this.starts.length) {
      const room = Math.min(LIMITS.participants, Math.max(participants, (this.starts.length * 3) >> 1, 64))
      this.starts = enlarged(this.starts, new Uint32Array(room))
      this.lengths = enlarged(this.lengths, new Uint16Array(room))
      this.classes = enlarged(this.classes, new Uint8Array(room))
    }
    this.participants = participants
  }

  /**
   * Sets the vote of a participant with room in the store. `value` is 0 to 2 (disagree, pass, agree); answers the value
   * before, or ABSENT.
   */
  put(participant: number, statement: number, value: number): number {
    const length = this.lengths[participant]!
    let start = this.starts[participant]!
    const at = this.find(start, length, statement)
    const code = (statement << 2) | value
    if (at < start + length) {
      const present = this.pool[at]!
      if (present >> 2 === statement) {
        this.pool[at] = code
        return present & 3
      }
    }
    let place = at - start
    if (length === 0 || length === BLOCK_SIZES[this.classes[participant]!]) {
      this.enlarge(participant)
      start = this.starts[participant]!
    }
    const pool = this.pool
    place += start
    const end = start + length
    if (end - place <= SHORT) for (let i = end; i > place; i--) pool[i] = pool[i - 1]!
    else pool.copyWithin(place + 1, place, end)
    pool[place] = code
    this.lengths[participant] = length + 1
    this.votes++
    return ABSENT
  }

  /** Removes a vote; answers the value it had, or ABSENT. */
  take(participant: number, statement: number): number {
    if (participant >= this.participants) return ABSENT
    const length = this.lengths[participant]!
    const start = this.starts[participant]!
    const at = this.find(start, length, statement)
    if (at === start + length || this.pool[at]! >> 2 !== statement) return ABSENT
    const value = this.pool[at]! & 3
    this.pool.copyWithin(at, at + 1, start + length)
    this.lengths[participant] = length - 1
    this.votes--
    if (length === 1) this.release(start, this.classes[participant]!)
    return value
  }

  /** Lays the votes in the order of the participants again if many have moved, so that passes over them are quick. */
  tidy(): void {
    if (this.moves > this.participants >> 3) this.relay(0)
  }

  /** Whether a participant has a vote on a statement. */
  has(participant: number, statement: number): boolean {
    if (participant >= this.participants) return false
    const start = this.starts[participant]!
    const length = this.lengths[participant]!
    const at = this.find(start, length, statement)
    return at < start + length && this.pool[at]! >> 2 === statement
  }

  /** Bytes taken by the arrays of the store. */
  get bytes(): number {
    return this.pool.byteLength + this.starts.byteLength + this.lengths.byteLength + this.classes.byteLength
  }

  /** Throws an Error that says what is wrong when an invariant does not hold; for tests. */
  validate(): void {
    let votes = 0
    const taken = new Uint8Array(this.pool.length)
    for (let participant = 0; participant < this.participants; participant++) {
      const length = this.lengths[participant]!
      if (length === 0) continue
      const start = this.starts[participant]!
      const room = BLOCK_SIZES[this.classes[participant]!]!
      if (length > room || start + room > this.end) throw new Error(`Block of ${participant} too short.`)
      for (let at = start; at < start + room; at++) {
        if (taken[at]) throw new Error(`Block of ${participant} overlaps another.`)
        taken[at] = 1
      }
      for (let at = start; at < start + length; at++) {
        if ((this.pool[at]! & 3) === ABSENT) throw new Error(`Participant ${participant} has a bad value.`)
        if (at > start && this.pool[at]! >> 2 <= this.pool[at - 1]! >> 2) {
          throw new Error(`Votes of ${participant} are not in the order of the statements.`)
        }
      }
      votes += length
    }
    if (votes !== this.votes) throw new Error(`Expected ${votes} votes, counted ${this.votes}.`)
  }

  /** Index of the first code of a block whose statement is not below the given one. */
  private find(start: number, length: number, statement: number): number {
    const pool = this.pool
    let low = start
    let high = start + length
    const code = statement << 2
    while (high - low > 8) {
      const middle = (low + high) >>> 1
      if (pool[middle]! < code) low = middle + 1
      else high = middle
    }
    while (low < high && pool[low]! < code) low++
    return low
  }

  private enlarge(participant: number): void {
    const length = this.lengths[participant]!
    const size = length === 0 ? 0 : this.classes[participant]! + 1
    const start = this.allot(size)
    if (length > 0) {
      const old = this.starts[participant]!
      const pool = this.pool
      if (length <= SHORT) for (let i = 0; i < length; i++) pool[start + i] = pool[old + i]!
      else pool.copyWithin(start, old, old + length)
      this.release(old, size - 1)
    }
    this.moves++
    this.starts[participant] = start
    this.classes[participant] = size
  }

  private allot(size: number): number {
    const free = this.free[size]!
    if (free !== NONE) {
      this.free[size] = this.pool[free]! + this.pool[free + 1]! * 0x10000
      return free
    }
    if (this.end + BLOCK_SIZES[size]! > this.pool.length) this.relay(BLOCK_SIZES[size]!)
    const start = this.end
    this.end += BLOCK_SIZES[size]!
    return start
  }

  /** A free block holds the place of the next free one of its size in its first two codes. */
  private release(start: number, size: number): void {
    const next = this.free[size]!
    this.pool[start] = next & 0xffff
    this.pool[start + 1] = next >>> 16
    this.free[size] = start
  }

  /** Lays the pool anew, blocks in the order of the participants, with room for half as much again. */
  private relay(extra: number): void {
    const { starts, lengths, classes, pool } = this
    let used = 0
    for (let i = 0; i < this.participants; i++) if (lengths[i]! > 0) used += BLOCK_SIZES[classes[i]!]!
    const relaid = new Uint16Array(used + extra + Math.max(1024, used >> 1))
    let end = 0
    for (let i = 0; i < this.participants; i++) {
      const length = lengths[i]!
      if (length === 0) continue
      const start = starts[i]!
      if (length <= SHORT) for (let c = 0; c < length; c++) relaid[end + c] = pool[start + c]!
      else relaid.set(pool.subarray(start, start + length), end)
      starts[i] = end
      end += BLOCK_SIZES[classes[i]!]!
    }
    this.pool = relaid
    this.end = end
    this.moves = 0
    this.free.fill(NONE)
  }
}

/** Room of the blocks: 4, 8, 12, 16, 24, 36, … up to the largest number of statements. */
function blockSizes(): readonly number[] {
  const sizes = [4]
  while (sizes.at(-1)! < LIMITS.statements) {
    const last = sizes.at(-1)!
    sizes.push(Math.min(last + Math.max(4, (last >> 3) << 2), LIMITS.statements))
  }
  return sizes
}
