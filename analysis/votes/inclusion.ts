// Who takes part in the grouping (Polis: in-conv; Polis mathematics, section 2), as a function of the log alone: the
// rule is applied after every single vote. Somebody is in from the vote with which they have voted on min(7, S)
// statements, S being the statements with a vote so far, or from their first vote while fewer than 15 are in.
//
// Once in, always in, so a vote can only let its own participant in. What excluded people did is left out of the
// replay; only its beginning depends on them, so the beginning is kept and replayed when somebody is excluded. Past it
// (65,536 votes) S counts everybody's statements and nobody is let in to make up the 15.
import { enlarged } from './enlarged.ts'

/** Votes with which somebody takes part in the grouping, unless told otherwise. */
export const ENOUGH_VOTES = 7
/** People up to which everybody takes part, unless told otherwise. */
export const ENOUGH_PEOPLE = 15
const EARLY_VOTES = 65_536
const REMOVED = 0x8000

/** When somebody takes part in the grouping; Polis' numbers by default. */
export interface InclusionRule {
  readonly enoughVotes: number
  readonly enoughPeople: number
}

export class Inclusion {
  private readonly rule: InclusionRule
  private early = new Uint8Array(64)
  private late = new Uint8Array(64)
  private counts = new Uint16Array(64)
  private readonly earlyStatements = new Uint8Array(16_384)
  private readonly allStatements = new Uint8Array(16_384)
  private people = 0
  private statements = 0
  private everyStatement = 0
  private excluded: Uint8Array = new Uint8Array(0)
  private isStale = false
  private history = 0
  private historyWho = new Uint32Array(256)
  private historyWhat = new Uint16Array(256)

  constructor(rule: InclusionRule) {
    this.rule = rule
  }

  /** Makes room for participants 0 to `participants` − 1. */
  reserve(participants: number): void {
    if (participants <= this.early.length) return
    const room = Math.max(participants, (this.early.length * 3) >> 1)
    this.early = enlarged(this.early, new Uint8Array(room))
    this.late = enlarged(this.late, new Uint8Array(room))
    this.counts = enlarged(this.counts, new Uint16Array(room))
  }

  /** A participant voted on a statement on which they had no vote. */
  added(participant: number, statement: number, excluded: boolean): void {
    if (this.isStale) this.replayBeginning()
    if (this.allStatements[statement] === 0) {
      this.allStatements[statement] = 1
      this.everyStatement++
    }
    const count = ++this.counts[participant]!
    if (this.history < EARLY_VOTES) {
      this.remember(participant, statement)
      if (!excluded) this.replay(participant, statement, count)
    } else if (count >= this.rule.enoughVotes || count >= this.everyStatement) this.late[participant] = 1
  }

  /** A participant's vote on a statement was erased. Who is in stays in. */
  removed(participant: number, statement: number): void {
    this.counts[participant]!--
    if (this.history < EARLY_VOTES) this.remember(participant, statement | REMOVED)
  }

  /** The participants whose flag is set are others than before. */
  exclude(excluded: Uint8Array): void {
    this.excluded = excluded
    this.isStale = true
  }

  /** Replays the beginning of the log without those excluded, once for however many changes. */
  private replayBeginning(): void {
    const { excluded } = this
    this.isStale = false
    this.early.fill(0)
    this.earlyStatements.fill(0)
    this.people = 0
    this.statements = 0
    const counts = new Uint16Array(this.counts.length)
    for (let event = 0; event < this.history; event++) {
      const participant = this.historyWho[event]!
      const statement = this.historyWhat[event]!
      if (excluded[participant]) continue
      if (statement & REMOVED) counts[participant]!--
      else this.replay(participant, statement, ++counts[participant]!)
    }
  }

  /** Whether a participant who has votes and is not excluded takes part in the grouping. */
  has(participant: number): boolean {
    if (this.isStale) this.replayBeginning()
    return (this.early[participant]! | this.late[participant]!) === 1
  }

  private replay(participant: number, statement: number, count: number): void {
    if (this.earlyStatements[statement] === 0) {
      this.earlyStatements[statement] = 1
      this.statements++
    }
    if (this.early[participant]) return
    const { enoughPeople, enoughVotes } = this.rule
    if (this.people < enoughPeople || count >= enoughVotes || count >= this.statements) {
      this.early[participant] = 1
      this.people++
    }
  }

  private remember(participant: number, statement: number): void {
    if (this.history === this.historyWho.length) {
      this.historyWho = enlarged(this.historyWho, new Uint32Array(this.history * 2))
      this.historyWhat = enlarged(this.historyWhat, new Uint16Array(this.history * 2))
    }
    this.historyWho[this.history] = participant
    this.historyWhat[this.history] = statement
    this.history++
  }
}
