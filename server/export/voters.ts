// The votes by person: who voted, on what, and what of it still counts, each in one walk through the votes by participant.
import type { ExportData } from './export-data.ts'
import { WITHDRAWAL } from './votes-by-participant.ts'

/** Numbers from 0 on, for each statement. */
export interface StatementTally {
  readonly agrees: Uint32Array
  readonly disagrees: Uint32Array
  /** Agrees, disagrees and passes together. */
  readonly votes: Uint32Array
}

/** Absence in a row of current votes. */
export const UNSEEN = 2

/**
 * The current votes of a participant, by dense statement index, into `row`: −1, 0, 1 or `UNSEEN`. Answers how many there
 * are.
 */
export function fillRow(
  { votes: { codes, starts } }: ExportData,
  participant: number,
  row: Int8Array,
): number {
  row.fill(UNSEEN)
  for (let at = starts[participant]!; at < starts[participant + 1]!; at++) {
    const value = codes[at]! & 3
    row[codes[at]! >>> 2] = value === WITHDRAWAL ? UNSEEN : value - 1
  }
  let votes = 0
  for (let j = 0; j < row.length; j++) if (row[j] !== UNSEEN) votes++
  return votes
}

/** The current votes of everyone, by group. */
export interface Tally {
  readonly all: StatementTally
  /** By letter, A first; every letter of the map, shown or not. */
  readonly groups: ReadonlyMap<string, StatementTally>
  /** People with at least one current vote. */
  readonly voters: number
  readonly votes: number
  /** People of each group with at least one current vote. */
  readonly people: ReadonlyMap<string, number>
}

/** Counts the current votes. */
export function tally(data: ExportData): Tally {
  const statements = data.statements.length
  const letters = [...new Set(data.map?.letters ?? '')].filter((letter) => letter !== '-').sort()
  const all = emptyTally(statements)
  const groups = new Map(letters.map((letter) => [letter, emptyTally(statements)]))
  const people = new Map(letters.map((letter) => [letter, 0]))
  const row = new Int8Array(statements)
  let voters = 0
  let votes = 0
  for (let participant = 0; participant < data.participants; participant++) {
    const count = fillRow(data, participant, row)
    if (count === 0) continue
    voters++
    votes += count
    add(all, row)
    const letter = letterOf(data, participant)
    const group = letter === null ? undefined : groups.get(letter)
    if (group === undefined || letter === null) continue
    people.set(letter, people.get(letter)! + 1)
    add(group, row)
  }
  return { all, groups, voters, votes, people }
}

/** Letter of a participant's group; null for people without one. */
export function letterOf({ map }: ExportData, participant: number): string | null {
  const letter = map?.letters[participant] ?? '-'
  return letter === '-' ? null : letter
}

/** Number of a group as Polis writes it: 0 for A. */
export function groupNumber(letter: string): number {
  return letter.charCodeAt(0) - 65
}

/** A tally of nothing yet. */
export function emptyTally(statements: number): StatementTally {
  return {
    agrees: new Uint32Array(statements),
    disagrees: new Uint32Array(statements),
    votes: new Uint32Array(statements),
  }
}

function add({ agrees, disagrees, votes }: StatementTally, row: Int8Array): void {
  for (let j = 0; j < row.length; j++) {
    const value = row[j]!
    if (value === UNSEEN) continue
    votes[j]!++
    if (value === 1) agrees[j]!++
    else if (value === -1) disagrees[j]!++
  }
}
