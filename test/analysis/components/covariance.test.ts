import { expect, test } from 'vitest'
import { isPaired, MOST_PAIRED, pairedCovariance } from '../../../analysis/components/covariance.ts'
import { leadingEigenvectors } from '../../../analysis/components/leading-eigenvectors.ts'
import { PairStatistics } from '../../../analysis/components/pair-statistics.ts'
import { sparseCovariance } from '../../../analysis/components/sparse-covariance.ts'
import { StatementCounts } from '../../../analysis/components/statement-counts.ts'
import { Engine } from '../../../analysis/engine.ts'
import { plainKernels } from '../../../analysis/kernels/plain-kernels.ts'
import { ABSENT, VoteStore } from '../../../analysis/votes/vote-store.ts'
import { type Shape, syntheticLog } from '../../../bench/synthetic-log.ts'
import { workedExample } from '../worked-example.ts'

function count({ participants, statements, values }: ReturnType<typeof syntheticLog> | typeof workedExample) {
  const store = new VoteStore()
  const counts = new StatementCounts()
  const pairs = new PairStatistics()
  for (let event = 0; event < values.length; event++) {
    store.reserve(participants[event]! + 1)
    counts.reserve(statements[event]! + 1)
    const before = store.put(participants[event]!, statements[event]!, values[event]! + 1)
    counts.change(statements[event]!, before, values[event]! + 1)
    expect(before).toBe(ABSENT)
  }
  pairs.reserve(counts.statements)
  for (let i = 0; i < store.participants; i++) pairs.addRow(store, i, 1)
  const live = new Uint8Array(counts.statements)
  return { store, pairs, counts, means: counts.means(live), chosen: counts.varying(live) }
}

test('the pair statistics and the covariance of the worked example are those printed for it', () => {
  const { pairs, means, chosen } = count(workedExample)
  const row = [0, 1, 2, 3, 4, 5].map((k) => pairs.pair(0, k))
  expect(row.map(({ together }) => together)).toEqual([8, 7, 7, 8, 6, 8])
  expect(row.map(({ first }) => first)).toEqual([1, 2, 0, 1, 1, 1])
  expect(row.map(({ products }) => products)).toEqual([7, 5, 4, -7, -5, 0])
  const unit = (j: number) => Float64Array.from({ length: 6 }, (_, i) => (i === j ? 1 : 0))
  const column = new Float64Array(6)
  const covariance = pairedCovariance(pairs, means, chosen, 2, plainKernels)
  covariance.multiply(unit(0), 0, 1, column)
  expect([...column].map((entry) => entry + 0)).toEqual([6.875, 5, 4, -7, -5, -0.625])
  covariance.multiply(unit(2), 0, 1, column)
  expect(column[2]).toBeCloseTo(4.857143, 6)
  expect(column[5]).toBeCloseTo(1.714286, 6)
  pairs.validate()
})

test.each(['uniform', 'polarised', 'skewed', 'degenerate'] as Shape[])(
  'with and without the pairs a %s conversation has the same components within 1e-10',
  (shape) => {
    const { store, pairs, counts, means, chosen } = count(syntheticLog(shape, 600, 80, 20, 3))
    const nobody = new Uint8Array(store.participants)
    const [paired, sparse] = [
      leadingEigenvectors(pairedCovariance(pairs, means, chosen, 3, plainKernels), 3, plainKernels),
      leadingEigenvectors(sparseCovariance(store, nobody, means, chosen, 3, plainKernels), 3, plainKernels),
    ]
    paired.values.forEach((value, index) => {
      expect(Math.abs(value - sparse.values[index]!)).toBeLessThan(1e-10 * counts.trace(chosen))
      if (value < 1e-9 * counts.trace(chosen)) return
      const [one, other] = [paired, sparse].map(({ vectors }) =>
        vectors.subarray(index * chosen.length, (index + 1) * chosen.length),
      )
      const sign = one!.reduce((sum, entry, j) => sum + entry * other![j]!, 0) < 0 ? -1 : 1
      one!.forEach((entry, j) => expect(Math.abs(entry - sign * other![j]!)).toBeLessThan(1e-10))
    })
  },
)

test('products without the pairs do not depend on who comes first', () => {
  const log = syntheticLog('polarised', 300, 40, 10, 5)
  const backwards = { ...log, participants: log.participants.map((participant) => 299 - participant) }
  const [one, other] = [log, backwards].map((votes) => {
    const { store, means, chosen } = count(votes)
    const covariance = sparseCovariance(store, new Uint8Array(300), means, chosen, 2, plainKernels)
    return leadingEigenvectors(covariance, 2, plainKernels)
  })
  expect(one).toEqual(other)
})

test('the way is chosen by the size alone, and no pairs are kept beyond 3,000 statements', () => {
  expect(isPaired(512, 0)).toBe(true)
  expect(isPaired(1000, 125_000)).toBe(true)
  expect(isPaired(1000, 124_999)).toBe(false)
  expect(isPaired(MOST_PAIRED + 1, 1e8)).toBe(false)
})

test('a conversation that grows beyond the pairs, in portions, has the map of one call to the bit', () => {
  const log = syntheticLog('polarised', 400, 3200, 30, 11)
  const order = Array.from(log.values.keys()).sort((a, b) => log.statements[a]! - log.statements[b]!)
  const part = (from: number, to: number) => ({
    participants: order.slice(from, to).map((event) => log.participants[event]!),
    statements: order.slice(from, to).map((event) => log.statements[event]!),
    values: order.slice(from, to).map((event) => log.values[event]!),
  })
  const [whole, grown] = [new Engine(), new Engine()]
  whole.apply(part(0, order.length))
  for (let from = 0; from < order.length; from += 4000) {
    grown.apply(part(from, from + 4000))
    grown.refresh()
  }
  expect(grown.refresh()).toEqual(whole.refresh())
  grown.validate()
})
