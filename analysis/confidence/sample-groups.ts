// Opinion groups of a resampled or shuffled conversation, found by the engine's own method: people drawn twice stand on
// the map twice.
import { findOpinionGroups } from '../groups/opinion-groups.ts'
import { VoteStore } from '../votes/vote-store.ts'

/** Groups are found by positions alone; there are no votes to count. */
const NO_VOTES = new VoteStore()

/** The groups of a sample for one k. */
export interface SampleGrouping {
  readonly k: number
  readonly eligible: boolean
  readonly silhouette: number
  /** Group of each person who takes part in the grouping, drawn or not; −1 for the others. */
  readonly labels: Int8Array
  /** Mean over the drawn people of the squared distance of their group's centre from the centre of all. */
  readonly separation: number
}

/**
 * Groups people by their positions (people × 2), person i counting `weights[i]` times, for each of the given `ks` that
 * the range of the map reaches with so many people, and in any case for `sureOf`, where there are so many distinct
 * positions. Those with a flag of 0 in `included` are left out.
 */
export function sampleGroups(
  positions: Float64Array,
  included: Uint8Array,
  weights: Uint8Array,
  { ks, sureOf }: { ks: readonly number[]; sureOf: number },
): SampleGrouping[] {
  const drawn: number[] = []
  for (let person = 0; person < included.length; person++) {
    if (!included[person]) continue
    for (let copy = 0; copy < weights[person]!; copy++) {
      drawn.push(positions[2 * person]!, positions[2 * person + 1]!)
    }
  }
  const people = drawn.length / 2
  const everybody = new Uint8Array(people).fill(1)
  const range = { largestK: Math.max(...ks), pinnedK: sureOf }
  return findOpinionGroups(NO_VOTES, 0, Float64Array.from(drawn), everybody, new Uint8Array(people), range)
    .groupings.filter(({ k }) => ks.includes(k))
    .map(({ k, eligible, silhouette, centres, sizes }) => ({
      k,
      eligible,
      silhouette,
      labels: Int8Array.from(included, (isIncluded, person) =>
        isIncluded ? nearest(positions[2 * person]!, positions[2 * person + 1]!, centres) : -1,
      ),
      separation: separationOf(centres, sizes),
    }))
}

function separationOf(centres: Float64Array, sizes: Uint32Array): number {
  let people = 0
  let x = 0
  let y = 0
  sizes.forEach((size, group) => {
    people += size
    x += size * centres[2 * group]!
    y += size * centres[2 * group + 1]!
  })
  let sum = 0
  sizes.forEach((size, group) => {
    const dx = centres[2 * group]! - x / people
    const dy = centres[2 * group + 1]! - y / people
    sum += size * (dx * dx + dy * dy)
  })
  return sum / people
}

/** The nearest centre; of equally near ones the first. */
function nearest(x: number, y: number, centres: Float64Array): number {
  let label = 0
  let least = Infinity
  for (let group = 0; 2 * group < centres.length; group++) {
    const dx = x - centres[2 * group]!
    const dy = y - centres[2 * group + 1]!
    const distance = dx * dx + dy * dy
    if (distance < least) {
      least = distance
      label = group
    }
  }
  return label
}
