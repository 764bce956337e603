// From the votes to the map in one go, held against what Polis stored (Polis mathematics 14.1). Polis' groups are one of
// many near-equal local optima, so they are not compared person by person.
import { expect, test } from 'vitest'
import { analyseBatch } from '../../../analysis/reference/analyse-batch.ts'
import { findGroupings } from '../../../analysis/reference/opinion-groups.ts'
import { readVoteMatrix } from '../../../analysis/reference/vote-matrix.ts'
import { mapStatistics } from '../../../analysis/statistics/map-statistics.ts'
import { fitOf } from './nearest-centre.ts'
import { openConversations, readOpenConversation } from './open-data.ts'
import { polisResults, readPolisResult } from './polis-result.ts'
import { describeShared } from './shared-data.ts'

/** Their stored groups come from another state of the conversation than their votes. */
const fromAnotherState: readonly string[] = ['scoop-hivemind.ubi', 'london.youth.policing']

/** Sum of squares that we reach for the people whom Polis grouped, at the k that Polis chose. */
function ownSumOfSquares(
  log: Parameters<typeof readVoteMatrix>[0],
  statements: number,
  positions: Float64Array,
  stored: Int8Array,
): number {
  const k = Math.max(...stored) + 1
  const matrix = readVoteMatrix(log, stored.length, statements, new Uint8Array(stored.length))
  const people = Uint8Array.from(stored, (group) => (group < 0 ? 0 : 1))
  const groupings = findGroupings(matrix, positions, people, { pinnedK: k })
  return groupings.find((grouping) => grouping.k === k)!.withinSumOfSquares
}

for (const name of openConversations) {
  describeShared(`the map of ${name}`, () => {
    const { log, moderatedOut, storedGroups, statementIds } = readOpenConversation(name)
    const map = analyseBatch(log, { moderatedOut })

    if (!fromAnotherState.includes(name)) {
      test('people whom Polis put into a group stand nearest to its centre', () => {
        expect(fitOf(map.positions, storedGroups).agreement).toBeGreaterThanOrEqual(0.965)
      })
    }

    test('the groups are at least as tight as those that Polis stored', () => {
      const stored = fitOf(map.positions, storedGroups)
      const own = ownSumOfSquares(log, statementIds.length, map.positions, storedGroups)
      expect(own).toBeLessThanOrEqual(stored.withinSumOfSquares * (1 + 1e-12))
    })
  })
}

for (const name of polisResults) {
  describeShared(`the map of ${name}`, () => {
    const { document, log, moderatedOut, participantIds, baseClusters } = readPolisResult(name)
    const map = analyseBatch(log, { moderatedOut })
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
      const stored = fitOf(map.positions, storedGroups)
      const own = ownSumOfSquares(log, document.tids.length, map.positions, storedGroups)
      expect(own).toBeLessThanOrEqual(stored.withinSumOfSquares * (1 + 1e-12))
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
