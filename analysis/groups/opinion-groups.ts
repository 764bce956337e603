// Opinion groups: for every k in range the best of many seeded k-means starts on cells of people, refined on all people,
// with its silhouette and its votes; and which k the canonical result selects (Polis mathematics 6.9).
import type { Kernels } from '../kernels/kernels.ts'
import { plainKernels } from '../kernels/plain-kernels.ts'
import type { Grouping, GroupVoteCounts } from '../opinion-map.ts'
import type { VoteStore } from '../votes/vote-store.ts'
import { divideIntoCells } from './cells.ts'
import { bestCentres } from './k-means.ts'
import { collectPeople, countDistinct, type People } from './people.ts'
import { measureCells, refine, type Refined } from './refine.ts'
import { meanSilhouettes } from './silhouette.ts'
import { countByClass, sumClasses } from './vote-counts.ts'

/** Up to this many places on the map everything is exact; more people are first put into cells, this many at most. */
const FINE_CELLS = 512
/** On which the many starts are made. */
const COARSE_CELLS = 128
/** Largest number of groups that can be asked for. */
export const LARGEST_K = 6
/** A smaller number of groups is preferred when its silhouette is within this of the best. */
export const AS_GOOD = 0.02
/** With this many more people one more group is tried. */
export const PEOPLE_PER_GROUP = 12
/** A group that counts has at least so many people … */
export const SMALLEST_GROUP = 3
/** … and at least this share of the grouped. */
export const SMALLEST_SHARE = 0.02

/** How many groups to try. */
export interface GroupRange {
  readonly largestK: number
  readonly pinnedK?: number | undefined
}

export interface OpinionGroups {
  readonly groupings: readonly Grouping[]
  readonly k: number
  readonly totals: GroupVoteCounts
}

/**
 * Groups the included participants by their positions (participants × 2) and counts everybody's votes but those of
 * excluded participants.
 */
export function findOpinionGroups(
  store: VoteStore,
  statements: number,
  positions: Float64Array,
  included: Uint8Array,
  excluded: Uint8Array,
  range: GroupRange,
  kernels: Kernels = plainKernels,
): OpinionGroups {
  const people = collectPeople(positions, included, kernels)
  const distinct = countDistinct(people, LARGEST_K)
  const ks = distinct < 2 ? [] : kInRange(people.count, distinct, range)
  const smallest = Math.max(SMALLEST_GROUP, SMALLEST_SHARE * people.count)
  const coarse = people.count <= FINE_CELLS ? FINE_CELLS : COARSE_CELLS
  const cells = divideIntoCells(people, coarse, FINE_CELLS, kernels)
  const crowd = measureCells(people, cells.fine, kernels)
  const starts = bestCentres(cells, ks, smallest, kernels)
  const found = ks.map((k, index) => refine(people, crowd, k, starts[index]!, kernels))
  // Before the groups are numbered: who is as near to two centres belongs to the first of them, as they were found.
  const silhouettes = meanSilhouettes(
    cells.fine,
    found.map(({ centres }) => centres),
    kernels,
  )
  const refined = found.map((clustering) => numbered(people, clustering))
  const { classOf, members } = classesOfPeople(people, refined, excluded)
  const counters = countByClass(store, classOf, members.length + 2, statements)
  const groupings = ks.map((k, index) => {
    const { labels, ranks, centres, sizes, withinSumOfSquares } = refined[index]!
    const groupOf = Int8Array.from([-1, -1, ...members.map((member) => ranks[labels[member]!]!)])
    return {
      k,
      eligible: sizes.every((size) => size >= smallest),
      labels: labelsOf(classOf, groupOf),
      centres: centres.map((coordinate) => coordinate * people.unit),
      sizes,
      withinSumOfSquares: withinSumOfSquares * people.unit * people.unit,
      silhouette: silhouettes[index]!,
      counts: sumClasses(counters, groupOf, k, statements),
    }
  })
  const totals = sumClasses(counters, [-1, 0, ...members.map(() => 0)], 1, statements)
  return { groupings, k: selectK(groupings, range.pinnedK), totals }
}

/** The values of k to try for this many people in this many distinct places. */
function kInRange(people: number, distinct: number, { largestK, pinnedK }: GroupRange): number[] {
  const largest = Math.min(largestK, 2 + Math.floor(people / PEOPLE_PER_GROUP))
  return [2, 3, 4, 5, 6].filter((k) => k <= distinct && (k <= largest || k === pinnedK))
}

/** The pinned k, else the smallest eligible one that is as good as the best, else the smallest. */
export function selectK(
  groupings: readonly Pick<Grouping, 'k' | 'eligible' | 'silhouette'>[],
  pinnedK: number | undefined,
): number {
  if (pinnedK !== undefined && groupings.some(({ k }) => k === pinnedK)) return pinnedK
  const eligible = groupings.filter((grouping) => grouping.eligible)
  const best = eligible.reduce((most, { silhouette }) => Math.max(most, silhouette), -1)
  return (eligible.find(({ silhouette }) => silhouette >= best - AS_GOOD) ?? groupings[0])?.k ?? 0
}

/** A clustering with its groups in order; `labels` are still those before. */
interface Numbered extends Refined {
  /** Number of the group with a given label. */
  readonly ranks: Uint8Array
}

/** Numbers the groups by falling size, ties by their lowest participant. */
function numbered(people: People, clustering: Refined): Numbered {
  const { labels, centres, sizes } = clustering
  const order = Array.from(sizes.keys())
  const lowest = new Set(sizes).size < sizes.length ? lowestMembers(people, labels, sizes.length) : sizes
  order.sort((a, b) => sizes[b]! - sizes[a]! || lowest[a]! - lowest[b]!)
  const ranks = new Uint8Array(sizes.length)
  order.forEach((group, rank) => (ranks[group] = rank))
  return {
    ...clustering,
    ranks,
    centres: Float64Array.from(order.flatMap((group) => [centres[2 * group]!, centres[2 * group + 1]!])),
    sizes: Uint32Array.from(order, (group) => sizes[group]!),
  }
}

function lowestMembers(people: People, labels: Uint8Array, k: number): Uint32Array {
  const lowest = new Uint32Array(k).fill(0xffffffff)
  for (let at = 0; at < people.count; at++) {
    if (people.who[at]! < lowest[labels[at]!]!) lowest[labels[at]!] = people.who[at]!
  }
  return lowest
}

/**
 * Puts people who share their groups in all groupings into one class. Class 0 is left out of the counts, class 1 holds
 * those who are not grouped, class c + 2 those like `members[c]`.
 */
function classesOfPeople(
  people: People,
  refined: readonly Refined[],
  excluded: Uint8Array,
): { classOf: Uint16Array; members: number[] } {
  const keys = new Uint16Array(people.count)
  let combinations = 1
  for (const { labels, sizes } of refined) {
    const k = sizes.length
    combinations *= k
    for (let at = 0; at < keys.length; at++) keys[at] = keys[at]! * k + labels[at]!
  }
  const classOf = new Uint16Array(excluded.length)
  for (let i = 0; i < classOf.length; i++) classOf[i] = 1 - excluded[i]!
  const classes = new Uint16Array(combinations)
  const members: number[] = []
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!
    if (classes[key] === 0) {
      members.push(at)
      classes[key] = members.length + 1
    }
    classOf[people.who[at]!] = classes[key]!
  }
  return { classOf, members }
}

function labelsOf(classOf: Uint16Array, groupOf: Int8Array): Int8Array {
  const labels = new Int8Array(classOf.length)
  for (let i = 0; i < labels.length; i++) labels[i] = groupOf[classOf[i]!]!
  return labels
}
