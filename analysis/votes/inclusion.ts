// Who takes part in the grouping (Polis: in-conv; Polis mathematics, section 2), as a function of the log alone: the
// rule is applied after every single vote. Somebody is in from the vote with which they have voted on min(7, S)
// statements, S being the statements with a vote so far, or from their first vote while fewer than 15 are in.
//
// Once in, always in, so a vote can only let its own participant in. What excluded people did is left out of the
// replay, and so are votes that were erased, as if they had never been cast; only the beginning of the log (65,536 events)
// depends on them, so the beginning is kept and replayed after such a change. Past it nobody is let in to make up the 15,
// S is what it was at its end, and whoever has the votes is in.
import { enlarged } from './enlarged.ts'

/** Votes with which somebody takes part in the grouping, unless told otherwise. */
export const ENOUGH_VOTES = 7
/** People up to which everybody takes part, unless told otherwise. */
export const ENOUGH_PEOPLE = 15
const EARLY_EVENTS = 65_536

/** When somebody takes part in the grouping; Polis' numbers by default. */
export interface InclusionRule {
  readonly enoughVotes: number
  readonly enoughPeople: number
  /** Events of the log that make up its beginning; for tests. */
  readonly earlyEvents?: number
}

export class Inclusion {
  private readonly rule: Required<InclusionRule>
  private early = new Uint8Array(64)
  private counts = new Uint16Array(64)
  private readonly earlyStatements = new Uint8Array(16_384)
  private people = 0
  private statements = 0
  private excluded: Uint8Array = new Uint8Array(0)
  private isStale = false
  private history = 0
  private historyWho = new Uint32Array(256)
  private historyWhat = new Uint16Array(256)

  constructor(rule: InclusionRule) {
    this.rule = { earlyEvents: EARLY_EVENTS, ...rule }
  }

  /** Makes room for participants 0 to `participants` − 1. */
  reserve(participants: number): void {
    if (participants <= this.early.length) return
    const room = Math.max(participants, (this.early.length * 3) >> 1)
    this.early = enlarged(this.early, new Uint8Array(room))
    this.counts = enlarged(this.counts, new Uint16Array(room))
  }

  /** A participant voted on a statement on which they had no vote, with the event of this number, from 0. */
  added(participant: number, statement: number, excluded: boolean, event: number): void {
    const count = ++this.counts[participant]!
    if (event >= this.rule.earlyEvents) return
    this.remember(participant, statement)
    if (!this.isStale && !excluded) this.replay(participant, statement, count)
  }

  /** A participant's vote on a statement was erased. */
  removed(participant: number, statement: number): void {
    this.counts[participant]!--
    const { historyWho, historyWhat } = this
    // What was erased is mostly recent.
    for (let event = this.history - 1; event >= 0; event--) {
      if (historyWho[event] !== participant || historyWhat[event] !== statement) continue
      historyWho.copyWithin(event, event + 1, this.history)
      historyWhat.copyWithin(event, event + 1, this.history)
      this.history--
      this.isStale = true
      return
    }
  }

  /** The participants whose flag is set are others than before. */
  exclude(excluded: Uint8Array): void {
    this.excluded = excluded
    this.isStale = true
  }

  /** Replays the beginning of the log as it is now, without those excluded, once for however many changes. */
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
      this.replay(participant, statement, ++counts[participant]!)
    }
  }

  /** Whether a participant who has votes and is not excluded takes part in the grouping. */
  has(participant: number): boolean {
    if (this.isStale) this.replayBeginning()
    return this.early[participant] === 1 || this.counts[participant]! >= this.enoughOf(this.statements)
  }

  private replay(participant: number, statement: number, count: number): void {
    if (this.earlyStatements[statement] === 0) {
      this.earlyStatements[statement] = 1
      this.statements++
    }
    if (this.early[participant]) return
    if (this.people < this.rule.enoughPeople || count >= this.enoughOf(this.statements)) {
      this.early[participant] = 1
      this.people++
    }
  }

  /** Votes that are enough when as many statements have votes. */
  private enoughOf(statements: number): number {
    return Math.min(this.rule.enoughVotes, Math.max(statements, 1))
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
