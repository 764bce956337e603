// Checks a batch of the vote log before anything is changed, so that a bad batch leaves the engine as it was.
import type { VoteLog } from '../opinion-map.ts'
import { LIMITS } from './limits.ts'

/** Largest indexes in a checked batch; −1 when it is empty. */
export interface BatchExtent {
  readonly participant: number
  readonly statement: number
}

/** Throws a RangeError that names the value for the first index or vote out of range. */
export function checkBatch(log: VoteLog): BatchExtent {
  const { participants, statements, values } = log
  const length = values.length
  if (participants.length !== length || statements.length !== length) {
    throw new RangeError(
      `Expected arrays of one length, got ${participants.length} participants, ${statements.length} statements and ${length} values.`,
    )
  }
  let participant = -1
  let statement = -1
  for (let event = 0; event < length; event++) {
    const who = participants[event]!
    const what = statements[event]!
    const value = values[event]!
    if (!(who >= 0 && who < LIMITS.participants && who % 1 === 0)) checkParticipant(who)
    if (!(what >= 0 && what < LIMITS.statements && what % 1 === 0)) checkStatement(what)
    if (!(value === 1 || value === -1 || value === 0)) {
      throw new RangeError(`Expected a vote of -1, 0 or 1, got ${value}.`)
    }
    if (who > participant) participant = who
    if (what > statement) statement = what
  }
  return { participant, statement }
}

/** Throws a RangeError unless the value is a participant index within the limits. */
export function checkParticipant(value: number): void {
  checkIndex(value, LIMITS.participants, 'participant')
}

/** Throws a RangeError unless the value is a statement index within the limits. */
export function checkStatement(value: number): void {
  checkIndex(value, LIMITS.statements, 'statement')
}

function checkIndex(value: number, limit: number, what: string): void {
  if (!(Number.isInteger(value) && value >= 0 && value < limit)) {
    throw new RangeError(`Expected a ${what} index from 0 to ${limit - 1}, got ${value}.`)
  }
}
