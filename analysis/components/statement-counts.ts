// What is known of each statement alone, over everybody who is not excluded: how many voted on it, the sum of their votes
// and the sum of the squares. Whole numbers, kept vote by vote.
import { enlarged } from '../votes/enlarged.ts'
import { ABSENT } from '../votes/vote-store.ts'

export class StatementCounts {
  /** Statements so far: one more than the largest index seen. */
  statements = 0
  voters = new Uint32Array(16)
  /** Agrees minus disagrees. */
  sums = new Int32Array(16)
  /** Agrees plus disagrees. */
  squares = new Uint32Array(16)

  /** Makes room for statements 0 to `statements` − 1. */
  reserve(statements: number): void {
    if (statements <= this.statements) return
    if (statements > this.voters.length) {
      const room = Math.max(statements, (this.voters.length * 3) >> 1)
      this.voters = enlarged(this.voters, new Uint32Array(room))
      this.sums = enlarged(this.sums, new Int32Array(room))
      this.squares = enlarged(this.squares, new Uint32Array(room))
    }
    this.statements = statements
  }

  /** A vote changed from the value `before` to `after` (0 to 2, or ABSENT). */
  change(statement: number, before: number, after: number): void {
    if (before !== ABSENT) this.add(statement, before - 1, -1)
    if (after !== ABSENT) this.add(statement, after - 1, 1)
  }

  /** Means of the votes on the statements; 0 for those moderated out or without votes. */
  means(moderatedOut: Uint8Array): Float64Array {
    return Float64Array.from({ length: this.statements }, (_, j) =>
      moderatedOut[j] || this.voters[j] === 0 ? 0 : this.sums[j]! / this.voters[j]!,
    )
  }

  /** Statements that can take part in a component: live, and voted on by people who do not all say the same. */
  varying(moderatedOut: Uint8Array): Uint16Array {
    const varying: number[] = []
    for (let j = 0; j < this.statements; j++) {
      // Voters × the sum of squares about the mean; whole numbers say exactly whether it is 0.
      const scatter = this.squares[j]! * this.voters[j]! - this.sums[j]! * this.sums[j]!
      if (!moderatedOut[j] && scatter !== 0) varying.push(j)
    }
    return Uint16Array.from(varying)
  }

  /** Sum of squares about the mean over the chosen statements: the trace of their covariance. */
  trace(chosen: Uint16Array): number {
    let trace = 0
    for (const j of chosen) trace += this.squares[j]! - (this.sums[j]! * this.sums[j]!) / this.voters[j]!
    return trace
  }

  private add(statement: number, value: number, sign: 1 | -1): void {
    this.voters[statement]! += sign
    this.sums[statement]! += sign * value
    this.squares[statement]! += sign * value * value
  }
}
