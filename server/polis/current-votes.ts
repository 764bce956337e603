import { WITHDRAWN } from '../store/store.ts'
import type { ImportedVotes } from '../store/imported-conversation.ts'

/** The last vote of each participant on each statement: participant id → statement id → value. */
export function currentVotes({
  participants,
  statements,
  values,
}: ImportedVotes): Map<number, Map<number, number>> {
  const current = new Map<number, Map<number, number>>()
  for (let event = 0; event < values.length; event++) {
    const participant = participants[event]!
    let votes = current.get(participant)
    if (!votes) current.set(participant, (votes = new Map()))
    if (values[event] === WITHDRAWN) votes.delete(statements[event]!)
    else votes.set(statements[event]!, values[event]!)
  }
  return current
}
