// What stays of a map from one draw to the next: whether people of a group are together again, which number of groups is
// chosen, which consensus statements stay in the list.
import { selectK } from '../groups/opinion-groups.ts'
import type { Grouping, GroupVoteCounts, OpinionMap } from '../opinion-map.ts'
import { consensusStatements } from '../statistics/consensus-statements.ts'
import type { SampleGrouping } from './sample-groups.ts'
import type { VoteSample } from './vote-sample.ts'

/** How much of a grouping stays when people are drawn anew. Shares are from 0 to 1. */
export interface Stability {
  /** In the numbering of the grouping. */
  readonly groups: readonly GroupConfidence[]
  /** For each k in the map's range, how often it was the one to be chosen. */
  readonly choices: readonly KConfidence[]
  /** For each consensus statement of the grouping, how often it stayed in the list. */
  readonly consensus: readonly ConsensusConfidence[]
}

/** How well a group stays together. */
export interface GroupConfidence {
  /** How often two members of the group, drawn by chance, were in one group again. */
  readonly together: number
  /** Overlap with the most similar group (people in both / people in either), on average. */
  readonly recovered: number
}

/** How often a number of groups is the chosen one. */
export interface KConfidence {
  readonly k: number
  readonly share: number
}

/** How often a statement stays in the list of consensus. */
export interface ConsensusConfidence {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  readonly share: number
}

/** Counts what stayed over the draws. */
export class StabilityTally {
  private readonly map: OpinionMap
  private readonly sample: VoteSample
  private readonly k: number
  /** Group on the map of each person of the sample, −1 for none. */
  private readonly labels: Int8Array
  private readonly sizes: Float64Array
  private readonly together: Float64Array
  private readonly recovered: Float64Array
  private readonly chosen: Map<number, number>
  private readonly consensus: { statement: number; direction: 'agree' | 'disagree'; count: number }[]
  /** Draws with a grouping of this k, and draws in all. */
  private regrouped = 0
  private draws = 0

  constructor(map: OpinionMap, sample: VoteSample, grouping: Grouping) {
    this.map = map
    this.sample = sample
    this.k = grouping.k
    this.labels = Int8Array.from(sample.who, (participant) => grouping.labels[participant]!)
    this.sizes = new Float64Array(grouping.k)
    for (const label of this.labels) if (label >= 0) this.sizes[label]!++
    this.together = new Float64Array(grouping.k)
    this.recovered = new Float64Array(grouping.k)
    this.chosen = new Map(map.groupings.map(({ k }) => [k, 0]))
    this.consensus = consensusStatements(grouping.counts, map.moderatedOut).map(
      ({ statement, direction }) => ({
        statement,
        direction,
        count: 0,
      }),
    )
  }

  /** Takes in the groupings of one draw, in which person i counts `weights[i]` times. */
  add(groupings: readonly SampleGrouping[], weights: Uint8Array): void {
    this.draws++
    const choice = selectK(groupings, undefined)
    if (choice > 0) this.chosen.set(choice, this.chosen.get(choice)! + 1)
    const same = groupings.find(({ k }) => k === this.k)
    if (!same) return
    this.regrouped++
    this.compare(same.labels)
    const list = consensusStatements(this.count(same.labels, weights), this.map.moderatedOut)
    for (const entry of this.consensus) {
      const isListed = list.some(
        ({ statement, direction }) => statement === entry.statement && direction === entry.direction,
      )
      if (isListed) entry.count++
    }
  }

  /** The counts as shares of the draws. */
  shares(): Stability {
    const share = (sum: number, of: number) => (of > 0 ? sum / of : 0)
    return {
      groups: Array.from(this.together, (together, group) => ({
        together: share(together, this.regrouped),
        recovered: share(this.recovered[group]!, this.regrouped),
      })),
      choices: [...this.chosen].map(([k, count]) => ({ k, share: share(count, this.draws) })),
      consensus: this.consensus.map(({ statement, direction, count }) => ({
        statement,
        direction,
        share: share(count, this.draws),
      })),
    }
  }

  private compare(labels: Int8Array): void {
    const { k, sizes } = this
    const both = new Float64Array(k * k)
    const otherSizes = new Float64Array(k)
    for (let person = 0; person < labels.length; person++) {
      const own = this.labels[person]!
      const other = labels[person]!
      if (own < 0 || other < 0) continue
      both[own * k + other]!++
      otherSizes[other]!++
    }
    for (let group = 0; group < k; group++) {
      const size = sizes[group]!
      let pairs = 0
      let overlap = 0
      for (let other = 0; other < k; other++) {
        const shared = both[group * k + other]!
        pairs += shared * (shared - 1)
        const either = size + otherSizes[other]! - shared
        if (either > 0) overlap = Math.max(overlap, shared / either)
      }
      this.together[group] = this.together[group]! + (size > 1 ? pairs / (size * (size - 1)) : 1)
      this.recovered[group] = this.recovered[group]! + overlap
    }
  }

  /** Votes of the drawn people, group by group. */
  private count(labels: Int8Array, weights: Uint8Array): GroupVoteCounts {
    const { people, from, votedOn, values, statements } = this.sample
    const cells = this.k * statements
    const agrees = new Uint32Array(cells)
    const disagrees = new Uint32Array(cells)
    const votes = new Uint32Array(cells)
    for (let person = 0; person < people; person++) {
      const row = labels[person]! * statements
      const weight = weights[person]!
      if (row < 0 || weight === 0) continue
      for (let at = from[person]!; at < from[person + 1]!; at++) {
        const cell = row + votedOn[at]!
        votes[cell] = votes[cell]! + weight
        if (values[at]! > 0) agrees[cell] = agrees[cell]! + weight
        if (values[at]! < 0) disagrees[cell] = disagrees[cell]! + weight
      }
    }
    return { agrees, disagrees, votes }
  }
}
