// The lottery of one conversation: what each statement weighs, how often it has been shown and to whom, and the draw itself.
import { Exposures } from './exposures.ts'
import { chooseStatement, seededFractions } from './next-statement.ts'
import type { PublishedMap } from './published-map.ts'

/** What a draw depends on besides the statements' weights. */
export interface Draw {
  /** Names the participant and how far they have come. */
  readonly seed: string
  /** 1 for statements that may not be drawn. */
  readonly closed: Uint8Array
  /** Statements that come before all others, in this order. */
  readonly pinned: readonly number[]
  /** Current votes on each statement. */
  readonly votes: Uint32Array
}

export class StatementLottery {
  /** The priorities of the last analysis; until there is one, the fewer votes the heavier. */
  #weights: Float64Array
  #hasPriorities = false
  #exposures: Exposures
  #letters: { readonly version: number; readonly letters: string } | null = null

  constructor(statements: number) {
    this.#weights = new Float64Array(statements).fill(1)
    this.#exposures = new Exposures(statements)
  }

  get exposures(): Exposures {
    return this.#exposures
  }

  /** There are more statements now; the new ones weigh as much as the heaviest. */
  enlarge(statements: number): void {
    const heaviest = this.#weights.reduce((most, weight) => Math.max(most, weight), 1)
    const weights = new Float64Array(statements).fill(heaviest)
    weights.set(this.#weights)
    this.#weights = weights
    this.#exposures = this.#exposures.enlarged(statements)
  }

  /** Takes over priorities from the analysis; a statement may have come in since they were asked for. */
  setPriorities(priorities: Float64Array): void {
    this.#weights.fill(1)
    this.#weights.set(priorities.subarray(0, this.#weights.length))
    this.#hasPriorities = true
  }

  /** A statement has this many votes now. */
  noteVotes(statement: number, votes: number): void {
    if (!this.#hasPriorities) this.#weights[statement] = 1 / (1 + votes)
  }

  /** The statement to show next; null when none is left. */
  draw({ seed, closed, pinned, votes }: Draw): number | null {
    const { totals } = this.#exposures
    // Whoever has voted on a statement has seen it, also where the votes came with an import.
    const seen = (statement: number) => Math.max(totals[statement]!, votes[statement]!)
    const [among, which] = seededFractions(seed)
    return chooseStatement({ weights: this.#weights, closed, pinned, seen }, among, which)
  }

  /** Counts that a statement was shown to a participant, under the letter of their group on the newest map. */
  countShown(statement: number, participant: number | null, map: PublishedMap | null): void {
    this.#exposures.count(statement, this.#letterOf(participant, map))
  }

  #letterOf(participant: number | null, map: PublishedMap | null): string {
    if (participant === null || map === null) return '-'
    if (this.#letters?.version !== map.version) {
      // As the presentation stores it: one character for each participant.
      const { letters = '' } = JSON.parse(map.presentation) as { letters?: string }
      this.#letters = { version: map.version, letters }
    }
    return this.#letters.letters[participant] ?? '-'
  }
}
