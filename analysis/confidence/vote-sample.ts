// The votes that a confidence check works on: a copy, so that new votes may come in while it runs, of at most 3,000
// people and 120,000 votes, so that a check of a million people costs no more than one of a few thousand. Of more people
// those who take part in the grouping come first, drawn by chance. Fewer people make groups look less certain, never more. Votes on statements moderated out are left behind.
import type { OpinionMap } from '../opinion-map.ts'
import type { VoteStore } from '../votes/vote-store.ts'
import { SeededRandom } from './seeded-random.ts'

/** Most people that a check works on. */
export const MOST_PEOPLE = 3000
const MOST_VOTES = 120_000

/** Some people and their votes, in the order of the participants. */
export interface VoteSample {
  readonly people: number
  readonly statements: number
  /** Participant index of each person. */
  readonly who: Uint32Array
  /** Person i has the votes `from[i]` to `from[i + 1]` − 1. */
  readonly from: Uint32Array
  /** Statement of each vote. */
  readonly votedOn: Uint16Array
  /** Each vote, −1, 0 or 1. */
  readonly values: Int8Array
  /** 1 for people who take part in the grouping. */
  readonly included: Uint8Array
  /** What stretches each person's position: √(S / votes), as on the map (Polis mathematics 4.1). */
  readonly scales: Float64Array
}

/** Copies the people of a map, or as many of them as the limits allow, drawn from a seed. */
export function takeVoteSample(
  store: VoteStore,
  map: OpinionMap,
  excluded: Uint8Array,
  { seed = 1, mostPeople = MOST_PEOPLE, mostVotes = MOST_VOTES }: SampleOptions = {},
): VoteSample {
  const { pool, starts, lengths } = store
  const random = new SeededRandom(seed)
  const grouped: number[] = []
  const others: number[] = []
  for (let participant = 0; participant < map.participants; participant++) {
    if (excluded[participant] || lengths[participant] === 0) continue
    ;(map.included[participant] ? grouped : others).push(participant)
  }
  const first = choose(grouped, affordable(grouped, lengths, mostPeople, mostVotes), random)
  const votesLeft = mostVotes - first.reduce((sum, participant) => sum + lengths[participant]!, 0)
  const rest = choose(others, affordable(others, lengths, mostPeople - first.length, votesLeft), random)
  const who = Uint32Array.from([...first, ...rest]).sort()
  const votes = who.reduce((sum, participant) => sum + lengths[participant]!, 0)
  const from = new Uint32Array(who.length + 1)
  const votedOn = new Uint16Array(votes)
  const values = new Int8Array(votes)
  const scales = new Float64Array(who.length)
  let all = 0
  let out = 0
  for (let statement = 0; statement < map.statements; statement++) {
    if (map.totals.votes[statement] === 0) continue
    all++
    out += map.moderatedOut[statement]!
  }
  let end = 0
  who.forEach((participant, person) => {
    const start = starts[participant]!
    for (let at = start; at < start + lengths[participant]!; at++) {
      const statement = pool[at]! >> 2
      if (map.moderatedOut[statement]) continue
      votedOn[end] = statement
      values[end] = (pool[at]! & 3) - 1
      end++
    }
    from[person + 1] = end
    scales[person] = Math.sqrt(all / Math.max(1, end - from[person]! + out))
  })
  return {
    people: who.length,
    statements: map.statements,
    who,
    from,
    votedOn: votedOn.slice(0, end),
    values: values.slice(0, end),
    included: Uint8Array.from(who, (participant) => map.included[participant]!),
    scales,
  }
}

/** Limits of a sample and the seed by which people are drawn when there are more. */
export interface SampleOptions {
  readonly seed?: number
  readonly mostPeople?: number
  readonly mostVotes?: number
}

/** How many of the candidates keep within the limits, going by their mean number of votes. */
function affordable(
  candidates: readonly number[],
  lengths: Uint16Array,
  mostPeople: number,
  mostVotes: number,
): number {
  let votes = 0
  for (const participant of candidates) votes += lengths[participant]!
  if (votes === 0) return 0
  return Math.max(0, Math.min(mostPeople, Math.floor((mostVotes / votes) * candidates.length)))
}

/** Draws `most` of the candidates, each set as likely as any other, in their order. */
function choose(candidates: readonly number[], most: number, random: SeededRandom): readonly number[] {
  if (candidates.length <= most) return candidates
  const chosen: number[] = []
  candidates.forEach((candidate, index) => {
    if (random.below(candidates.length - index) < most - chosen.length) chosen.push(candidate)
  })
  return chosen
}
