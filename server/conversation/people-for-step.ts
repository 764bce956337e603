import { FEWEST_IN_A_CELL } from '../protocol/entry-questions.ts'

const SHARE = 1 / 3
const LARGEST = 50

/**
 * How many different people it takes to hide one among them where so many are shown already: a third of these, within
 * bounds. With fewer, whoever knows when somebody came finds their group by the majority of those who came with them.
 */
export function peopleForStep(people: number): number {
  return Math.max(FEWEST_IN_A_CELL, Math.min(LARGEST, Math.ceil(people * SHARE)))
}
