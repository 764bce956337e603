// How far a map can be trusted. People are drawn anew from those who voted, some twice and some not at all (Poisson
// bootstrap), and the map is made again: what stays is opinion, what goes is who happened to come. And the votes are
// shuffled, which shows how far apart groups stand by chance alone. A sequence of small steps that can be left at any.
import type { OpinionMap } from '../opinion-map.ts'
import { sampleGroups } from './sample-groups.ts'
import { samplePositions } from './sample-positions.ts'
import { poissonOne, SeededRandom } from './seeded-random.ts'
import { shuffleVotes } from './shuffled-votes.ts'
import { type Stability, StabilityTally } from './stability-tally.ts'
import type { VoteSample } from './vote-sample.ts'

/** How far above the shuffles groups have to be, in standard deviations of the shuffles. */
export const CLEAR = 3
/** Times people are drawn anew unless told otherwise. */
export const DRAWS = 100
/** Times the votes are shuffled unless told otherwise. */
export const SHUFFLES = 60

/** Confidence in one grouping of a map. Shares are from 0 to 1. */
export interface Confidence extends Stability {
  readonly format: 1
  /** The map that was checked covers the vote log up to here. */
  readonly sequence: number
  /** The grouping that was checked; 0 when the map has none. */
  readonly k: number
  readonly draws: number
  readonly shuffles: number
  /** People the check rests on: all who voted, or as many as its limits allow. */
  readonly people: number
  /**
   * False when the groups are no clearer than chance: when their squared distance is not three standard deviations
   * above that of the groups in shuffled votes, or when there are none.
   */
  readonly distinct: boolean
  /** Share of shuffles, counting the real map as one, whose groups stand as far apart as the map's. */
  readonly chance: number
}

/** What to check, and how thoroughly. */
export interface ConfidenceOptions {
  /** The grouping to check; by default the map's own k. */
  readonly k?: number
  /** Times people are drawn anew; default 100. */
  readonly draws?: number
  /** Times the votes are shuffled; default 60. */
  readonly shuffles?: number
  /** A whole number that everything drawn by chance depends on; default 1. */
  readonly seed?: number
}

/**
 * Checks one grouping of a map in small steps: each `next()` does one and yields the share of the work that is done, 0
 * to 1; the last returns the result. It depends on the map, the sample and the options alone, not on when the steps are
 * taken. Leaving it unfinished needs no care. A whole check takes 2 × (draws + shuffles) steps, of a few milliseconds
 * for some hundred people and of some ten milliseconds at the limits of a sample. Throws a RangeError, at the first
 * step, for a number of draws or shuffles below 0.
 */
export function* measureConfidence(
  map: OpinionMap,
  sample: VoteSample,
  { k = map.k, draws = DRAWS, shuffles = SHUFFLES, seed = 1 }: ConfidenceOptions = {},
): Generator<number, Confidence> {
  for (const count of [draws, shuffles]) {
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`Expected a whole number of draws and shuffles from 0 up, got ${count}.`)
    }
  }
  const grouping = map.groupings.find((candidate) => candidate.k === k)
  const base = { format: 1, sequence: map.sequence, people: sample.people } as const
  if (!grouping) {
    return {
      ...base,
      k: 0,
      draws: 0,
      shuffles: 0,
      distinct: false,
      chance: 1,
      groups: [],
      choices: [],
      consensus: [],
    }
  }
  const steps = 2 * (draws + shuffles)
  const once = new Uint8Array(sample.people).fill(1)
  const only = { ks: [k], sureOf: k }
  const all = { ks: map.groupings.map((candidate) => candidate.k), sureOf: k }
  const [real] = sampleGroups(samplePositions(sample, once), sample.included, once, only)
  let asFar = 1
  const byChance: number[] = []
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const shuffled = shuffleVotes(sample, seed + shuffle)
    const positions = samplePositions(shuffled, once)
    yield (2 * shuffle + 1) / steps
    const [groups] = sampleGroups(positions, sample.included, once, only)
    const separation = groups?.separation ?? 0
    if (!real || separation >= real.separation) asFar++
    byChance.push(separation)
    yield (2 * shuffle + 2) / steps
  }
  const tally = new StabilityTally(map, sample, grouping)
  const random = new SeededRandom(seed)
  for (let draw = 0; draw < draws; draw++) {
    const weights = Uint8Array.from(once, () => poissonOne(random.next()))
    const positions = samplePositions(sample, weights)
    yield (2 * (shuffles + draw) + 1) / steps
    tally.add(sampleGroups(positions, sample.included, weights, all), weights)
    yield (2 * (shuffles + draw) + 2) / steps
  }
  return {
    ...base,
    k,
    draws,
    shuffles,
    distinct: real !== undefined && isClear(real.separation, byChance),
    chance: asFar / (shuffles + 1),
    ...tally.shares(),
  }
}

/** Fewer than two shuffles cannot tell. */
function isClear(separation: number, byChance: readonly number[]): boolean {
  const count = byChance.length
  if (count < 2) return false
  const mean = byChance.reduce((sum, value) => sum + value, 0) / count
  const squares = byChance.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return separation > mean + CLEAR * Math.sqrt(squares / (count - 1))
}
