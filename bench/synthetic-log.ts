// Seeded conversations of any size and of four shapes, as vote logs in random order.
import type { VoteLog } from '../analysis/opinion-map.ts'

/**
 * uniform: votes at random; polarised: three camps with opinions of their own; skewed: the same, but a few people and
 * statements have most of the votes; degenerate: everybody says one of two things.
 */
export type Shape = 'uniform' | 'polarised' | 'skewed' | 'degenerate'

export interface SyntheticLog extends VoteLog {
  readonly participants: Uint32Array
  readonly statements: Uint16Array
  readonly values: Int8Array
}

/** A pseudo-random number generator (mulberry32): numbers from 0 to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const CAMPS = 3

/**
 * A log of about participants × `votesEach` votes, no pair of participant and statement twice. Participants are
 * numbered from `firstParticipant` on; logs of one shape and size share their camps' leanings.
 */
export function syntheticLog(
  shape: Shape,
  participants: number,
  statements: number,
  votesEach: number,
  seed = 1,
  firstParticipant = 0,
): SyntheticLog {
  const common = seededRandom(statements)
  const random = seededRandom(seed)
  const leanings = Float64Array.from({ length: CAMPS * statements }, () => {
    const u = common()
    return u < 0.35 ? -0.8 : u < 0.7 ? 0.8 : 0
  })
  const room = participants * Math.min(statements, 4 * votesEach)
  const who = new Uint32Array(room)
  const what = new Uint16Array(room)
  const values = new Int8Array(room)
  const seen = new Int32Array(statements).fill(-1)
  let count = 0
  for (let i = 0; i < participants; i++) {
    const camp = Math.floor(random() * CAMPS)
    const conviction = random()
    const wanted = votesWanted(shape, votesEach, random)
    const most = Math.min(wanted, Math.floor(statements * 0.95), 4 * votesEach)
    for (let v = 0; v < most; v++) {
      let j: number
      do {
        const u = random()
        j = Math.floor((shape === 'skewed' ? u * u : u) * statements)
      } while (seen[j] === i)
      seen[j] = i
      who[count] = firstParticipant + i
      what[count] = j
      values[count] = vote(shape, camp, leanings[camp * statements + j]! * conviction, random)
      count++
    }
  }
  shuffle(count, random, who, what, values)
  return {
    participants: who.slice(0, count),
    statements: what.slice(0, count),
    values: values.slice(0, count),
  }
}

function votesWanted(shape: Shape, votesEach: number, random: () => number): number {
  if (shape === 'skewed') return Math.max(1, Math.round((votesEach * 0.4) / Math.sqrt(random() + 0.01)))
  return Math.max(1, Math.round(votesEach * (0.5 + random())))
}

function vote(shape: Shape, camp: number, lean: number, random: () => number): number {
  if (shape === 'degenerate') return camp === 0 ? 1 : -1
  const u = random()
  if (u < 0.15) return 0
  const agrees = shape === 'uniform' ? 0.5 : 0.5 + lean / 2
  return random() < agrees ? 1 : -1
}

function shuffle(
  count: number,
  random: () => number,
  ...arrays: (Uint32Array | Uint16Array | Int8Array)[]
): void {
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    for (const array of arrays) {
      const kept = array[i]!
      array[i] = array[other]!
      array[other] = kept
    }
  }
}
