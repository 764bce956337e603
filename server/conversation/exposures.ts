// How often each statement was shown, and to people of which opinion group: what the next statement is chosen by while a
// statement is new, and what tells afterwards whether everything had its chance.

/** Where people without a group are counted, after the letters A to Z. */
const NO_GROUP = 26
const ROWS = 27

/** How often a statement was shown. */
export interface StatementExposure {
  readonly total: number
  /** By letter of the group that the people were in then; who was in none is counted in the total only. */
  readonly byGroup: Readonly<Record<string, number>>
}

export class Exposures {
  /** How often each statement was shown, by dense index. */
  readonly totals: Uint32Array
  readonly #byGroup: Uint32Array

  constructor(statements: number) {
    this.totals = new Uint32Array(statements)
    this.#byGroup = new Uint32Array(statements * ROWS)
  }

  /** Counts that a statement was shown to somebody of this group; `letter` is A to Z, anything else for none. */
  count(statement: number, letter: string, times = 1): void {
    const row = letter.charCodeAt(0) - 65
    this.totals[statement]! += times
    this.#byGroup[statement * ROWS + (row >= 0 && row < NO_GROUP ? row : NO_GROUP)]! += times
  }

  of(statement: number): StatementExposure {
    const byGroup: Record<string, number> = {}
    for (let row = 0; row < NO_GROUP; row++) {
      const shown = this.#byGroup[statement * ROWS + row]!
      if (shown > 0) byGroup[String.fromCharCode(65 + row)] = shown
    }
    return { total: this.totals[statement]!, byGroup }
  }

  /** The same for more statements, which come after those there are. */
  enlarged(statements: number): Exposures {
    const larger = new Exposures(statements)
    larger.totals.set(this.totals)
    larger.#byGroup.set(this.#byGroup)
    return larger
  }
}
