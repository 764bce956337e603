// A conversation replayed the way the Polis math worker lives through it: a batch of votes each second, everything
// continued from the batch before. What comes out depends on that history; for comparison with Polis only.
import { type PolisCluster, type PolisItems } from './polis-clusters.ts'
import { polisComponents } from './polis-components.ts'
import { polisBaseClusters } from './polis-groups.ts'

const ENOUGH_VOTES = 7
const ENOUGH_PEOPLE = 15

/** One vote of a batch, with Polis' own numbers. */
export interface PolisVote {
  readonly participant: number
  readonly statement: number
  readonly value: -1 | 0 | 1
}

/** The state of a conversation in the Polis math worker. */
export class PolisConversation {
  private readonly moderatedOut: ReadonlySet<number>
  /** Participants and statements in the order of their first appearance, and the votes by participant. */
  private readonly rows: number[] = []
  private readonly columns: number[] = []
  private readonly votes = new Map<number, Map<number, number>>()
  /** Participants who take part in the grouping (in-conv). */
  readonly included = new Set<number>()
  private components: readonly Float64Array[] = []
  baseClusters: readonly PolisCluster[] = []

  constructor(moderatedOut: ReadonlySet<number>) {
    this.moderatedOut = moderatedOut
  }

  /** Takes up one batch of votes, which the worker reads by statement, then by participant. */
  update(batch: readonly PolisVote[]): void {
    const sorted = [...batch].sort((a, b) => a.statement - b.statement || a.participant - b.participant)
    for (const { participant, statement, value } of sorted) {
      let votes = this.votes.get(participant)
      if (!votes) {
        votes = new Map()
        this.votes.set(participant, votes)
        this.rows.push(participant)
      }
      if (!this.columns.includes(statement)) this.columns.push(statement)
      votes.set(statement, value)
    }
    this.include()
    this.baseClusters = polisBaseClusters(this.positions(), this.baseClusters)
  }

  private include(): void {
    const enough = Math.min(ENOUGH_VOTES, this.columns.length)
    const count = (participant: number) => this.votes.get(participant)!.size
    for (const participant of this.rows) {
      if (count(participant) >= enough) this.included.add(participant)
    }
    const others = this.rows.filter((participant) => !this.included.has(participant))
    others.sort((a, b) => count(b) - count(a))
    for (const participant of others.slice(0, Math.max(0, ENOUGH_PEOPLE - this.included.size))) {
      this.included.add(participant)
    }
  }

  /** Positions of the included participants, in the order of the rows. */
  private positions(): PolisItems {
    const live = this.columns.filter((statement) => !this.moderatedOut.has(statement))
    const means = new Map(live.map((statement) => [statement, this.mean(statement)]))
    const columns = this.columns.length
    const centred = new Float64Array(this.rows.length * columns)
    this.rows.forEach((participant, row) => {
      const votes = this.votes.get(participant)!
      this.columns.forEach((statement, column) => {
        const vote = votes.get(statement)
        const mean = means.get(statement)
        if (vote !== undefined && mean !== undefined) centred[row * columns + column] = vote - mean
      })
    })
    const canProject = Math.min(this.rows.length, columns) >= 2
    const components = canProject ? polisComponents(centred.slice(), columns, this.components) : []
    if (canProject) this.components = components

    const ids = this.rows.filter((participant) => this.included.has(participant))
    const points = new Float64Array(2 * ids.length)
    ids.forEach((participant, index) => {
      const votes = this.votes.get(participant)!
      const seen = live.filter((statement) => votes.has(statement)).length + columns - live.length
      const scale = Math.sqrt(columns / Math.max(1, seen))
      const row = this.rows.indexOf(participant)
      components.forEach((component, axis) => {
        let sum = 0
        for (let column = 0; column < columns; column++)
          sum += centred[row * columns + column]! * component[column]!
        points[2 * index + axis] = scale * sum
      })
    })
    return { ids, points, weights: ids.map(() => 1) }
  }

  private mean(statement: number): number {
    let sum = 0
    let votes = 0
    for (const own of this.votes.values()) {
      const vote = own.get(statement)
      if (vote === undefined) continue
      sum += vote
      votes++
    }
    return sum / votes
  }
}
