// The votes and withdrawals of a log in the order of the participants, two bytes each. The log itself is never held: it is
// read once to count and once to put everything in its place, so that a million votes take two megabytes.
import { isVote, type LogSlice, WITHDRAWN } from '../store/store.ts'

/** What a code says in the place of a value where somebody withdrew their vote. */
export const WITHDRAWAL = 3
/** Statements whose codes fit into two bytes. */
const MOST_IN_SHORT = 1 << 14

/** Votes and withdrawals by participant, each participant's in the order of the log. */
export interface VotesByParticipant {
  /** Dense index of the statement × 4 + (value + 1), or + `WITHDRAWAL`. */
  readonly codes: Uint16Array | Uint32Array
  /** Where those of each participant begin; one more at the end. */
  readonly starts: Uint32Array
}

/** Puts the log into the order of the participants; what says nothing any more is nobody's. */
export async function votesByParticipant(
  readLog: () => AsyncIterable<LogSlice>,
  participants: number,
  statements: number,
): Promise<VotesByParticipant> {
  const starts = new Uint32Array(participants + 1)
  for await (const slice of readLog()) {
    for (let i = 0; i < slice.length; i++) {
      if (isSomebodys(slice.values[i]!)) starts[slice.participants[i]! + 1]!++
    }
  }
  for (let i = 0; i < participants; i++) starts[i + 1]! += starts[i]!
  const size = starts[participants]!
  const codes = statements <= MOST_IN_SHORT ? new Uint16Array(size) : new Uint32Array(size)
  const next = starts.slice()
  for await (const slice of readLog()) {
    for (let i = 0; i < slice.length; i++) {
      const value = slice.values[i]!
      if (!isSomebodys(value)) continue
      const code = value === WITHDRAWN ? WITHDRAWAL : value + 1
      codes[next[slice.participants[i]!]!++] = slice.statements[i]! * 4 + code
    }
  }
  return { codes, starts }
}

/** Times of the entries, in milliseconds, parallel to the codes. */
export async function timesByParticipant(
  readLog: () => AsyncIterable<LogSlice>,
  { codes, starts }: VotesByParticipant,
): Promise<Float64Array> {
  const times = new Float64Array(codes.length)
  const next = starts.slice()
  for await (const slice of readLog()) {
    for (let i = 0; i < slice.length; i++) {
      if (isSomebodys(slice.values[i]!)) times[next[slice.participants[i]!]!++] = slice.timesMs[i]!
    }
  }
  return times
}

/** Whose code stands at a place. */
export function participantAt({ starts }: VotesByParticipant, place: number): number {
  let low = 0
  let high = starts.length - 1
  // The last participant who begins at the place or before: those before them at the same place have nothing.
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= place) low = middle
    else high = middle
  }
  return low
}

function isSomebodys(value: number): boolean {
  return isVote(value) || value === WITHDRAWN
}
