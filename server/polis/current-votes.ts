import { ERASED, isVote, PARTICIPANT_ERASED } from '../store/store.ts'
import type { ImportedVotes } from '../store/imported-conversation.ts'

/** The last vote of each participant on each statement: participant id → statement id → value. */
export function currentVotes({
  participants,
  statements,
  values,
}: ImportedVotes): Map<number, Map<number, number>> {
  const current = new Map<number, Map<number, number>>()
  for (let event = 0; event < values.length; event++) {
    const value = values[event]!
    if (value === ERASED) continue
    const participant = participants[event]!
    let votes = current.get(participant)
    if (!votes) current.set(participant, (votes = new Map()))
    if (isVote(value)) votes.set(statements[event]!, value)
    else if (value === PARTICIPANT_ERASED) votes.clear()
    else votes.delete(statements[event]!)
  }
  return current
}
