// Which participants are grouped (Polis: in-conv), replayed from the vote log: whoever has voted on min(7, S) of the S
// statements so far, topped up to 15 people by their first vote. Once in, always in. Polis mathematics, section 2.
import type { VoteLog } from '../opinion-map.ts'

const ENOUGH_VOTES = 7
const ENOUGH_PEOPLE = 15

/** 1 for each participant who takes part in the grouping; `excluded` participants never do. */
export function replayInclusion(
  log: VoteLog,
  participants: number,
  statements: number,
  excluded: Uint8Array,
): Uint8Array {
  const included = new Uint8Array(participants)
  const voteCounts = new Uint32Array(participants)
  const seenStatements = new Set<number>()
  const seenCells = new Set<number>()
  let people = 0
  for (let event = 0; event < log.values.length; event++) {
    const participant = log.participants[event]!
    const statement = log.statements[event]!
    const cell = participant * statements + statement
    if (excluded[participant] || seenCells.has(cell)) continue
    seenCells.add(cell)
    seenStatements.add(statement)
    voteCounts[participant]!++
    if (included[participant]) continue
    if (people < ENOUGH_PEOPLE || voteCounts[participant]! >= Math.min(ENOUGH_VOTES, seenStatements.size)) {
      included[participant] = 1
      people++
    }
  }
  return included
}
