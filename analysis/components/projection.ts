// Positions on the map (Polis mathematics, section 4). A participant stands at
//   √(S / max(1, r)) · Σ (vote − mean) · component, over their votes,
// with S the statements that have votes and r the own votes on live statements plus all statements moderated out, which
// count as seen by everyone. A statement stands where its only agree would put somebody.
import type { VoteStore } from '../votes/vote-store.ts'

/** What the positions are computed from; all arrays have one entry for each statement. */
export interface Frame {
  readonly means: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
  readonly moderatedOut: Uint8Array
  /** 1 for statements with a vote. */
  readonly voted: Uint8Array
}

/** Positions of all participants, participants × 2. */
export function projectParticipants(store: VoteStore, frame: Frame): Float64Array {
  const { means, first, second, moderatedOut, voted } = frame
  const statements = means.length
  let all = 0
  let out = 0
  for (let j = 0; j < statements; j++) {
    all += voted[j]!
    out += voted[j]! & moderatedOut[j]!
  }
  // What a vote with a given code adds; codes are statement × 4 + (value + 1).
  const steps = new Float64Array(statements * 8)
  for (let j = 0; j < statements; j++) {
    if (moderatedOut[j]) continue
    for (let value = 0; value < 3; value++) {
      steps[j * 8 + value * 2] = (value - 1 - means[j]!) * first[j]!
      steps[j * 8 + value * 2 + 1] = (value - 1 - means[j]!) * second[j]!
    }
  }
  const scales = new Float64Array(statements + 1)
  for (let seen = 0; seen <= statements; seen++) scales[seen] = Math.sqrt(all / Math.max(1, seen))
  const { pool, starts, lengths, participants } = store
  const positions = new Float64Array(participants * 2)
  for (let i = 0; i < participants; i++) {
    const start = starts[i]!
    const end = start + lengths[i]!
    let seen = lengths[i]! + out
    // Two sums each, for the additions of one sum have to wait for each other.
    let x = 0
    let y = 0
    let oddX = 0
    let oddY = 0
    let at = start
    for (; at + 1 < end; at += 2) {
      const code = 2 * pool[at]!
      const odd = 2 * pool[at + 1]!
      x += steps[code]!
      y += steps[code + 1]!
      oddX += steps[odd]!
      oddY += steps[odd + 1]!
    }
    if (at < end) {
      x += steps[2 * pool[at]!]!
      y += steps[2 * pool[at]! + 1]!
    }
    if (out > 0) for (at = start; at < end; at++) seen -= moderatedOut[pool[at]! >> 2]!
    positions[2 * i] = scales[seen]! * (x + oddX)
    positions[2 * i + 1] = scales[seen]! * (y + oddY)
  }
  return positions
}

/** Positions of the statements, statements × 2, and their lengths. */
export function projectStatements(frame: Frame): { positions: Float64Array; extremity: Float64Array } {
  const { means, first, second, voted } = frame
  let all = 0
  for (const isVoted of voted) all += isVoted
  const scale = Math.sqrt(all)
  const positions = new Float64Array(means.length * 2)
  const extremity = new Float64Array(means.length)
  for (let j = 0; j < means.length; j++) {
    const x = scale * (1 - means[j]!) * first[j]!
    const y = scale * (1 - means[j]!) * second[j]!
    positions[2 * j] = x
    positions[2 * j + 1] = y
    extremity[j] = Math.sqrt(x * x + y * y)
  }
  return { positions, extremity }
}
