// Every stage of the mathematics on Polis' own values for the stage before (Polis mathematics 14.1).
import { expect, test } from 'vitest'
import type { GroupVoteCounts } from '../../../analysis/opinion-map.ts'
import { bestPolisK, polisBaseClusters, polisGroupings } from '../../../analysis/polis-compat/polis-groups.ts'
import { projectParticipants, projectStatements } from '../../../analysis/reference/projection.ts'
import { countVotes } from '../../../analysis/reference/vote-counts.ts'
import { readVoteMatrix } from '../../../analysis/reference/vote-matrix.ts'
import { groupInformedConsensus } from '../../../analysis/statistics/group-informed-consensus.ts'
import { sumOverGroups } from '../../../analysis/statistics/group-totals.ts'
import { majorityStatements } from '../../../analysis/statistics/majority-statements.ts'
import { priorities } from '../../../analysis/statistics/priorities.ts'
import { representativeStatements } from '../../../analysis/statistics/representative-statements.ts'
import { implementations } from './implementations.ts'
import { polisResults, readPolisResult } from './polis-result.ts'
import { describeOnRealData } from '../../shared-data.ts'

const largestDifference = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
  expect(actual.length).toBe(expected.length)
  return Array.from(expected).reduce(
    (most, value, index) => Math.max(most, Math.abs(actual[index]! - value)),
    0,
  )
}

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  const dot = (u: ArrayLike<number>, v: ArrayLike<number>) =>
    Array.from(u).reduce((sum, value, index) => sum + value * v[index]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

for (const name of polisResults)
  describeOnRealData(`the stored Polis result ${name}`, () => {
    const result = readPolisResult(name)
    const { document, participantIds, moderatedOut, baseClusters } = result
    const people = participantIds.length
    const statements = document.tids.length
    const nobody = new Uint8Array(people)
    const matrix = readVoteMatrix(result.log, people, statements, nobody)
    const stored = {
      means: result.means,
      components: result.components,
      explainedVariance: new Float64Array(2),
    }

    const rowOf = new Map(participantIds.map((id, row) => [id, row]))
    const baseOf = new Int8Array(people).fill(-1)
    baseClusters.forEach(({ members }, base) =>
      members.forEach((member) => (baseOf[rowOf.get(member)!] = base)),
    )
    const groupOfBase = new Map(
      document['group-clusters'].flatMap(({ members }, group) =>
        members.map((base) => [base, group] as const),
      ),
    )
    const groups = document['group-clusters'].length
    const groupOf = baseOf.map((base) => (base < 0 ? -1 : groupOfBase.get(baseClusters[base]!.id)!))

    const groupVotes: GroupVoteCounts = (() => {
      const cells = document['group-clusters'].flatMap(({ id }) =>
        document.tids.map((tid) => document['group-votes'][String(id)]!.votes[String(tid)]!),
      )
      return {
        agrees: Uint32Array.from(cells, ({ A }) => A),
        disagrees: Uint32Array.from(cells, ({ D }) => D),
        votes: Uint32Array.from(cells, ({ S }) => S),
      }
    })()

    test('the dimensions are those of the document', () => {
      expect([people, statements]).toEqual([document.n, document['n-cmts']])
    })

    test.each(implementations)('centre and components are those of the $name', ({ analyse }) => {
      const { means, components } = analyse(result.log, moderatedOut)
      expect(largestDifference(means, result.means)).toBeLessThan(1e-12)
      components.forEach((component, index) => {
        expect(1 - Math.abs(cosine(component, result.components[index]!))).toBeLessThan(1e-12)
      })
    })

    test('people stand where their base cluster stands, nearest to its centre', () => {
      const positions = projectParticipants(matrix, stored, moderatedOut).map((value) => -value)
      let farthest = 0
      for (const { members, centre } of baseClusters) {
        const rows = members.map((member) => rowOf.get(member)!)
        const mean = (axis: number) =>
          rows.reduce((sum, row) => sum + positions[2 * row + axis]!, 0) / rows.length
        farthest = Math.max(farthest, Math.abs(mean(0) - centre[0]), Math.abs(mean(1) - centre[1]))
        for (const row of rows) {
          const distanceTo = ([x, y]: readonly [number, number]) =>
            Math.hypot(positions[2 * row]! - x, positions[2 * row + 1]! - y)
          const own = distanceTo(centre)
          for (const other of baseClusters) expect(own).toBeLessThanOrEqual(distanceTo(other.centre) + 1e-11)
        }
      }
      expect(farthest).toBeLessThan(1e-11)
    })

    test('base clusters continued from the stored ones at the same positions stay as they are', () => {
      const positions = projectParticipants(matrix, stored, moderatedOut).map((value) => -value)
      const ids = participantIds.filter((id) => baseOf[rowOf.get(id)!]! >= 0)
      const points = Float64Array.from(
        ids.flatMap((id) => [...positions.subarray(2 * rowOf.get(id)!, 2 * rowOf.get(id)! + 2)]),
      )
      const continued = polisBaseClusters({ ids, points, weights: ids.map(() => 1) }, baseClusters)
      const partition = (clusters: typeof continued) =>
        clusters.map(({ id, members }) => [id, [...members].sort((a, b) => a - b)])
      expect(partition(continued)).toEqual(partition([...baseClusters]))
    })

    test('statements stand where the document says, and so does their extremity', () => {
      const positions = projectStatements(stored, matrix.votedStatements)
      const [xs, ys] = document.pca['comment-projection']
      const column = (axis: number) => Array.from({ length: statements }, (_, j) => -positions[2 * j + axis]!)
      expect(largestDifference(column(0), xs!)).toBeLessThan(1e-12)
      expect(largestDifference(column(1), ys!)).toBeLessThan(1e-12)
      const extremity = column(0).map((x, j) => Math.sqrt(x * x + positions[2 * j + 1]! ** 2))
      expect(largestDifference(extremity, document.pca['comment-extremity'])).toBeLessThan(1e-12)
    })

    test('the base clusters fall into the same groups from a cold start', () => {
      const groupings = polisGroupings(baseClusters)
      const found = groupings.find(({ k }) => k === bestPolisK(groupings))!
      const partition = (clusters: readonly { readonly members: readonly number[] }[]) =>
        clusters.map(({ members }) => [...members].sort((a, b) => a - b))
      expect(partition(found.clusters)).toEqual(partition(document['group-clusters']))
      found.clusters.forEach(({ id, centre }, index) => {
        expect(id).toBe(document['group-clusters'][index]!.id)
        expect(largestDifference(centre, document['group-clusters'][index]!.center)).toBeLessThan(1e-11)
      })
    })

    test('votes are counted alike in each group and in each base cluster', () => {
      const byGroup = countVotes(matrix, groups, groupOf)
      expect(byGroup).toEqual(groupVotes)
      document['group-clusters'].forEach(({ id }, group) => {
        const size = groupOf.filter((label) => label === group).length
        expect(size).toBe(document['group-votes'][String(id)]!['n-members'])
      })
      const byBase = countVotes(matrix, baseClusters.length, baseOf)
      document.tids.forEach((tid, statement) => {
        const column = (cells: Uint32Array) =>
          baseClusters.map((_, base) => cells[base * statements + statement]!)
        expect({ A: column(byBase.agrees), D: column(byBase.disagrees), S: column(byBase.votes) }).toEqual(
          document['votes-base'][String(tid)],
        )
      })
    })

    test('group-informed consensus has the stored values', () => {
      const expected = document.tids.map((tid) => document['group-aware-consensus'][String(tid)]!)
      const { agree } = groupInformedConsensus(groupVotes, statements)
      expect(largestDifference(agree, expected)).toBeLessThan(1e-12)
    })

    test('each group stands for the stored statements, in the same order and direction', () => {
      const lists = representativeStatements(groupVotes, moderatedOut, { asPolis: true })
      document['group-clusters'].forEach(({ id }, group) => {
        const expected = document.repness[String(id)]!
        expect(
          lists[group]!.map(({ statement, direction }) => [document.tids[statement], direction]),
        ).toEqual(expected.map((entry) => [entry.tid, entry['repful-for']]))
        lists[group]!.forEach((entry, index) => {
          const other = expected[index]!
          expect([entry.inFavour, entry.votes, entry.isBestAgree]).toEqual([
            other['n-success'],
            other['n-trials'],
            other['best-agree'] ?? false,
          ])
          const values = [entry.share, entry.shareTest, entry.ratio, entry.ratioTest]
          const storedValues = [other['p-success'], other['p-test'], other.repness, other['repness-test']]
          expect(largestDifference(values, storedValues)).toBeLessThan(1e-6)
        })
      })
    })

    test('our deviations from Polis change nothing here but the direction of a best agreed statement', () => {
      const ours = representativeStatements(groupVotes, moderatedOut)
      const theirs = representativeStatements(groupVotes, moderatedOut, { asPolis: true })
      const statementsOf = (lists: typeof ours) =>
        lists.map((list) => list.map(({ statement }) => statement).sort((a, b) => a - b))
      expect(statementsOf(ours)).toEqual(statementsOf(theirs))
    })

    test('the majority statements are the stored ones', () => {
      const totals = countVotes(matrix, 1, new Int8Array(people))
      const found = majorityStatements(totals, moderatedOut)
      for (const direction of ['agree', 'disagree'] as const) {
        const expected = document.consensus[direction]
        expect(
          found[direction].map(({ statement, inFavour, votes }) => [
            document.tids[statement],
            inFavour,
            votes,
          ]),
        ).toEqual(expected.map((entry) => [entry.tid, entry['n-success'], entry['n-trials']]))
        found[direction].forEach(({ share, shareTest }, index) => {
          const other = expected[index]!
          expect(largestDifference([share, shareTest], [other['p-success'], other['p-test']])).toBeLessThan(
            1e-12,
          )
        })
      }
    })

    test('priorities are the stored ones, or 49 throughout in documents of March 2025 and later', () => {
      const expected = document.tids.map((tid) => document['comment-priorities'][String(tid)]!)
      if (expected.every((priority) => priority === 49)) return
      const isMeta = document.tids.map((tid) => (document['meta-tids'].includes(tid) ? 1 : 0))
      const extremity = Float64Array.from(document.pca['comment-extremity'])
      const found = priorities(sumOverGroups(groupVotes, statements), extremity, isMeta)
      expect(largestDifference(found, expected)).toBeLessThan(1e-11)
    })
  })
