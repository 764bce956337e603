// From the votes to the map in one go, held against what Polis stored (Polis mathematics 14.1). Polis' groups are one of
// many near-equal local optima, so they are not compared person by person.
import { kmeans } from 'ml-kmeans'
import { describe, expect, test } from 'vitest'
import type { Grouping } from '../../../analysis/opinion-map.ts'
import { mapStatistics } from '../../../analysis/statistics/map-statistics.ts'
import { type Implementation, implementations } from './implementations.ts'
import { fitOf } from './nearest-centre.ts'
import { openConversations, readOpenConversation } from './open-data.ts'
import { polisResults, readPolisResult } from './polis-result.ts'
import { describeOnRealData } from '../../shared-data.ts'

/** Their stored groups come from another state of the conversation than their votes. */
const fromAnotherState: readonly string[] = ['scoop-hivemind.ubi', 'london.youth.policing']

/** Groups of the people whom Polis grouped, at the k that Polis chose. */
function regroup({ group }: Implementation, positions: Float64Array, stored: Int8Array): Grouping {
  const people = Uint8Array.from(stored, (label) => (label < 0 ? 0 : 1))
  return group(positions, people, Math.max(...stored) + 1)
}

function expectAsTight(implementation: Implementation, positions: Float64Array, stored: Int8Array): void {
  const { withinSumOfSquares } = regroup(implementation, positions, stored)
  expect(withinSumOfSquares).toBeLessThanOrEqual(fitOf(positions, stored).withinSumOfSquares * (1 + 1e-9))
}

for (const name of openConversations) {
  describeOnRealData(`the map of ${name}`, () => {
    const { log, moderatedOut, storedGroups } = readOpenConversation(name)
    describe.each(implementations)('by the $name', (implementation) => {
      const map = implementation.analyse(log, moderatedOut)

      if (!fromAnotherState.includes(name)) {
        test('people whom Polis put into a group stand nearest to its centre', () => {
          expect(fitOf(map.positions, storedGroups).agreement).toBeGreaterThanOrEqual(0.965)
        })
      }

      test('the groups are at least as tight as those that Polis stored', () => {
        expectAsTight(implementation, map.positions, storedGroups)
      })

      test('k-means by ml-kmeans, started from our centres, does not tighten the groups', () => {
        const members = [...map.included.keys()].filter((participant) => map.included[participant])
        const points = members.map((member) => [...map.positions.subarray(2 * member, 2 * member + 2)])
        for (const { k, centres, withinSumOfSquares } of map.groupings) {
          const initialization = Array.from({ length: k }, (_, group) => [
            ...centres.subarray(2 * group, 2 * group + 2),
          ])
          const { clusters } = kmeans(points, k, { initialization, tolerance: 0 })
          const labels = new Int8Array(map.participants).fill(-1)
          members.forEach((member, index) => (labels[member] = clusters[index]!))
          expect(fitOf(map.positions, labels).withinSumOfSquares).toBeGreaterThan(
            withinSumOfSquares * (1 - 1e-6),
          )
        }
      })
    })
  })
}

for (const name of polisResults) {
  describeOnRealData(`the map of ${name}`, () => {
    const { document, log, moderatedOut, participantIds, baseClusters } = readPolisResult(name)
    describe.each(implementations)('by the $name', (implementation) => {
      const map = implementation.analyse(log, moderatedOut)
      const statistics = mapStatistics(
        map,
        map.groupings.find(({ k }) => k === map.k),
      )
      const rowOf = new Map(participantIds.map((id, row) => [id, row]))
      const storedGroups = new Int8Array(participantIds.length).fill(-1)
      document['group-clusters'].forEach(({ members }, group) => {
        for (const { id, members: people } of baseClusters) {
          if (members.includes(id)) for (const person of people) storedGroups[rowOf.get(person)!] = group
        }
      })

      test('people whom Polis put into a group stand nearest to its centre', () => {
        expect(fitOf(map.positions, storedGroups).agreement).toBeGreaterThanOrEqual(0.965)
      })

      test('the groups are at least as tight as those that Polis stored', () => {
        expectAsTight(implementation, map.positions, storedGroups)
      })

      test('the majority statements agree completely', () => {
        for (const direction of ['agree', 'disagree'] as const) {
          expect(statistics.majority[direction].map(({ statement }) => document.tids[statement])).toEqual(
            document.consensus[direction].map(({ tid }) => tid),
          )
        }
      })

      const stored = document.tids.map((tid) => document['comment-priorities'][String(tid)]!)
      // From March 2025 to July 2026 Polis gave every statement 49, by mistake.
      if (!stored.every((priority) => priority === 49)) {
        test('the routing weights correlate with the stored ones', () => {
          expect(correlation(statistics.priorities, stored)).toBeGreaterThanOrEqual(0.995)
        })
      }
    })
  })
}

function correlation(a: ArrayLike<number>, b: readonly number[]): number {
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  b.forEach((value, index) => {
    ab += (a[index]! - meanA) * (value - meanB)
    aa += (a[index]! - meanA) ** 2
    bb += (value - meanB) ** 2
  })
  return ab / Math.sqrt(aa * bb)
}
