// Integer statistics of every pair of statements (Polis mathematics, section 12): over the people who voted on both
// j and k ≤ j, N = how many, A = sum of their votes on j, B = sum of their votes on k, P = sum of the products.
//
// A pair is two doubles that hold integers, one load and one store of 16 bytes: N + A·2²⁶ and B + P·2²⁶. With
// w = 1 + x_j·2²⁶ a person adds w to the first and x_k·w to the second. |A|, |B|, |P| ≤ N ≤ 2²⁰, so the fields never
// touch and every sum is exact, whatever the order. The pairs form a triangle, row j at j(j+1)/2, which grows at its end.
import type { Kernels } from '../kernels/kernels.ts'
import { plainKernels } from '../kernels/plain-kernels.ts'
import { enlarged } from '../votes/enlarged.ts'
import { LIMITS } from '../votes/limits.ts'
import { ABSENT, type VoteStore } from '../votes/vote-store.ts'

const FIELD = 2 ** 26
const HALF = 2 ** 25
/** How many times the triangle's size the work must be to be done in the memory of the kernels. */
const WORTH_COPYING = 4

/** The four statistics of one pair. */
export interface Pair {
  readonly together: number
  readonly first: number
  readonly second: number
  readonly products: number
}

export class PairStatistics {
  /** Number of statements the triangle holds. */
  statements = 0
  /** Two doubles for each pair, (j(j+1)/2 + k) × 2 for k ≤ j. Replaced when it grows: never keep it. */
  packed = new Float64Array(0)

  private readonly codes = new Uint16Array(LIMITS.statements)
  private readonly work = new Float64Array(2 * LIMITS.statements)

  /** Makes room for statements 0 to `statements` − 1. */
  reserve(statements: number): void {
    if (statements <= this.statements) return
    const needed = statements * (statements + 1)
    if (needed > this.packed.length) {
      const room = Math.ceil(statements * 1.2)
      this.packed = enlarged(this.packed, new Float64Array(room * (room + 1)))
    }
    this.statements = statements
  }

  /** Forgets everything and gives the memory back. */
  clear(): void {
    this.statements = 0
    this.packed = new Float64Array(0)
  }

  /** Adds (`sign` 1) or takes away (`sign` −1) all pairs among the votes of a participant. */
  addRow(store: VoteStore, participant: number, sign: 1 | -1): void {
    const length = copyCodes(store, participant, this.codes)
    plainKernels.addPairs(this.packed, this.codes, length, sign, this.work)
  }

  /**
   * Adds the pairs of the first `count` participants of a list. When that is much work, it is done in the memory of the
   * kernels, to which the triangle is copied and from which it is taken back.
   */
  addRows(store: VoteStore, participants: Uint32Array, count: number, kernels: Kernels): void {
    const used = this.statements * (this.statements + 1)
    let work = 0
    for (let index = 0; index < count && work <= WORTH_COPYING * used; index++) {
      const length = store.lengths[participants[index]!]!
      work += length * length
    }
    if (work <= WORTH_COPYING * used) {
      for (let index = 0; index < count; index++) this.addRow(store, participants[index]!, 1)
      return
    }
    kernels.begin(8 * used + 34 * LIMITS.statements + 64)
    const packed = kernels.float64(used)
    const codes = kernels.uint16(LIMITS.statements)
    const space = kernels.float64(4 * LIMITS.statements)
    packed.set(this.packed.subarray(0, used))
    for (let index = 0; index < count; index++) {
      const length = copyCodes(store, participants[index]!, codes)
      kernels.addPairs(packed, codes, length, 1, space)
    }
    this.packed.set(packed)
  }

  /**
   * Changes one vote of a participant from value `before` to `after` (0 to 2, or ABSENT), given the participant's
   * codes, in which the statement itself is passed over.
   */
  change(codes: Uint16Array, length: number, statement: number, before: number, after: number): void {
    if (before !== ABSENT) this.addVote(codes, length, statement, before - 1, -1)
    if (after !== ABSENT) this.addVote(codes, length, statement, after - 1, 1)
  }

  /** Votes on both statements, sum of votes on the first, on the second, and sum of products. */
  pair(j: number, k: number): Pair {
    const [high, low] = j >= k ? [j, k] : [k, j]
    const at = high * (high + 1) + 2 * low
    const first = this.packed[at]!
    const second = this.packed[at + 1]!
    const sumHigh = Math.floor(first / FIELD)
    const products = Math.floor((second + HALF) / FIELD)
    const sumLow = second - products * FIELD
    return {
      together: first - sumHigh * FIELD,
      first: j >= k ? sumHigh : sumLow,
      second: j >= k ? sumLow : sumHigh,
      products,
    }
  }

  /** Throws an Error that says what is wrong when an invariant does not hold; for tests. */
  validate(): void {
    for (let j = 0; j < this.statements; j++) {
      const own = this.pair(j, j)
      if (own.first !== own.second) throw new Error(`The diagonal of ${j} is not symmetric.`)
      for (let k = 0; k <= j; k++) {
        const { together, first, second, products } = this.pair(j, k)
        const most = Math.min(own.together, this.pair(k, k).together)
        const isPossible =
          together >= 0 &&
          together <= most &&
          Math.abs(first) <= together &&
          Math.abs(second) <= together &&
          Math.abs(products) <= together
        if (!isPossible) throw new Error(`Impossible statistics of the pair ${j}, ${k}.`)
      }
    }
  }

  private addVote(codes: Uint16Array, length: number, statement: number, value: number, sign: 1 | -1): void {
    const { packed } = this
    const row = statement * (statement + 1)
    for (let t = 0; t < length; t++) {
      const other = codes[t]! >> 2
      const otherValue = (codes[t]! & 3) - 1
      if (other < statement) {
        const weight = sign * (1 + value * FIELD)
        packed[row + 2 * other] = packed[row + 2 * other]! + weight
        packed[row + 2 * other + 1] = packed[row + 2 * other + 1]! + otherValue * weight
      } else if (other > statement) {
        const weight = sign * (1 + otherValue * FIELD)
        const at = other * (other + 1) + 2 * statement
        packed[at] = packed[at]! + weight
        packed[at + 1] = packed[at + 1]! + value * weight
      }
    }
    const weight = sign * (1 + value * FIELD)
    const own = row + 2 * statement
    packed[own] = packed[own]! + weight
    packed[own + 1] = packed[own + 1]! + value * weight
  }
}

function copyCodes({ pool, starts, lengths }: VoteStore, participant: number, codes: Uint16Array): number {
  const start = starts[participant]!
  const length = lengths[participant]!
  for (let t = 0; t < length; t++) codes[t] = pool[start + t]!
  return length
}
