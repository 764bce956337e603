// Both ways to an opinion map, so that the conformance tests hold for each.
import { Engine } from '../../../analysis/engine.ts'
import { findOpinionGroups } from '../../../analysis/groups/opinion-groups.ts'
import type { Grouping, MapSettings, OpinionMap, VoteLog } from '../../../analysis/opinion-map.ts'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { findGroupings } from '../../../analysis/reference/opinion-groups.ts'
import { VoteStore } from '../../../analysis/votes/vote-store.ts'

export interface Implementation {
  readonly name: 'reference' | 'engine'
  analyse(log: VoteLog, moderatedOut?: ArrayLike<number>, settings?: MapSettings): OpinionMap
  /** Groups the people whose flag is set by their positions, for k among others. */
  group(positions: Float64Array, people: Uint8Array, k: number): Grouping
}

export const implementations: readonly Implementation[] = [
  {
    name: 'reference',
    analyse(log, moderatedOut = [], settings = {}) {
      return analyseBatch(log, { moderatedOut }, settings)
    },
    group(positions, people, k) {
      const nothing = { participants: people.length, statements: 0 }
      const matrix = { ...nothing, cells: new Float64Array(0), votedStatements: new Uint8Array(0) }
      return ofK(findGroupings(matrix, positions, people, { pinnedK: k }), k)
    },
  },
  {
    name: 'engine',
    analyse(log, moderatedOut = [], settings = {}) {
      const engine = new Engine(settings)
      engine.apply(log)
      Array.from(moderatedOut).forEach((isOut, statement) => engine.moderate(statement, isOut === 1))
      return engine.refresh()
    },
    group(positions, people, k) {
      const nobody = new Uint8Array(people.length)
      const range = { largestK: 5, pinnedK: k }
      return ofK(findOpinionGroups(new VoteStore(), 0, positions, people, nobody, range).groupings, k)
    },
  },
]

function ofK(groupings: readonly Grouping[], k: number): Grouping {
  return groupings.find((grouping) => grouping.k === k)!
}
