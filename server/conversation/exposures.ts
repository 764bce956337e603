// How often each statement was shown, and to people of which opinion group: what the next statement is chosen by while a
// statement is new, and what tells afterwards whether everything had its chance.
import type { ExposureCount } from '../store/store.ts'

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
  /** Cells counted since they were last stored, with how often. */
  #unsaved = new Map<number, number>()

  constructor(statements: number) {
    this.totals = new Uint32Array(statements)
    this.#byGroup = new Uint32Array(statements * ROWS)
  }

  /** Counts that a statement was shown to somebody of this group; `letter` is A to Z, anything else for none. */
  count(statement: number, letter: string): void {
    const cell = this.#add(statement, letter, 1)
    this.#unsaved.set(cell, (this.#unsaved.get(cell) ?? 0) + 1)
  }

  /** Takes over counts that are stored already; `statement` is a dense index here. */
  restore({ statement, letter, shown }: ExposureCount): void {
    this.#add(statement, letter, shown)
  }

  of(statement: number): StatementExposure {
    const byGroup: Record<string, number> = {}
    for (let row = 0; row < NO_GROUP; row++) {
      const shown = this.#byGroup[statement * ROWS + row]!
      if (shown > 0) byGroup[letterOf(row)] = shown
    }
    return { total: this.totals[statement]!, byGroup }
  }

  /** What was counted since the last call, by dense index. */
  takeUnsaved(): ExposureCount[] {
    const taken = this.#unsaved
    this.#unsaved = new Map()
    return Array.from(taken, ([cell, shown]) => {
      return { statement: Math.floor(cell / ROWS), letter: letterOf(cell % ROWS), shown }
    })
  }

  /** Gives back what could not be stored. */
  putBack(counts: readonly ExposureCount[]): void {
    for (const { statement, letter, shown } of counts) {
      const cell = cellOf(statement, letter)
      this.#unsaved.set(cell, (this.#unsaved.get(cell) ?? 0) + shown)
    }
  }

  /** The same for more statements, which come after those there are. */
  enlarged(statements: number): Exposures {
    const larger = new Exposures(statements)
    larger.totals.set(this.totals)
    larger.#byGroup.set(this.#byGroup)
    larger.#unsaved = this.#unsaved
    return larger
  }

  #add(statement: number, letter: string, times: number): number {
    const cell = cellOf(statement, letter)
    this.totals[statement]! += times
    this.#byGroup[cell]! += times
    return cell
  }
}

function cellOf(statement: number, letter: string): number {
  const row = letter.charCodeAt(0) - 65
  return statement * ROWS + (row >= 0 && row < NO_GROUP ? row : NO_GROUP)
}

function letterOf(row: number): string {
  return row === NO_GROUP ? '-' : String.fromCharCode(65 + row)
}
