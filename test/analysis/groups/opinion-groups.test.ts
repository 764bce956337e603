import { kmeans } from 'ml-kmeans'
import { expect, test } from 'vitest'
import { Engine } from '../../../analysis/engine.ts'
import { divideIntoCells } from '../../../analysis/groups/cells.ts'
import { bestCentres } from '../../../analysis/groups/k-means.ts'
import { collectPeople } from '../../../analysis/groups/people.ts'
import { measureCells, refine } from '../../../analysis/groups/refine.ts'
import { plainKernels } from '../../../analysis/kernels/plain-kernels.ts'
import type { OpinionMap } from '../../../analysis/opinion-map.ts'
import { type Shape, syntheticLog } from '../../../bench/synthetic-log.ts'

function mapOf(shape: Shape, people: number, seed = 1): OpinionMap {
  const engine = new Engine({ largestK: 6 })
  engine.apply(syntheticLog(shape, people, 100, 25, seed))
  return engine.refresh()
}

const shapes: Shape[] = ['uniform', 'polarised', 'skewed']

test.each(shapes)('ml-kmeans started from the centres of a %s map does not improve them', (shape) => {
  const map = mapOf(shape, 1200)
  const points = Array.from({ length: 1200 }, (_, i) => i)
    .filter((i) => map.included[i])
    .map((i) => [map.positions[2 * i]!, map.positions[2 * i + 1]!])
  for (const { k, centres, withinSumOfSquares } of map.groupings) {
    const initialization = Array.from({ length: k }, (_, g) => [centres[2 * g]!, centres[2 * g + 1]!])
    const result = kmeans(points, k, { initialization, tolerance: 0, maxIterations: 300 })
    let sum = 0
    points.forEach(([x, y], at) => {
      const [cx, cy] = result.centroids[result.clusters[at]!]! as [number, number]
      sum += (x! - cx) ** 2 + (y! - cy) ** 2
    })
    expect(sum).toBeGreaterThan(withinSumOfSquares * (1 - 1e-9))
    expect(sum).toBeLessThan(withinSumOfSquares * (1 + 1e-9))
  }
})

test.each(shapes)(
  'cells lose at most a 200th of the sum of squares against plain k-means on %s people',
  (shape) => {
    const map = mapOf(shape, 6000)
    const people = collectPeople(map.positions, map.included, plainKernels)
    const smallest = 0.02 * people.count
    const each = divideIntoCells(people, people.count, people.count, plainKernels)
    const crowd = measureCells(people, each.fine, plainKernels)
    const ks = map.groupings.map(({ k }) => k)
    bestCentres(each, ks, smallest, plainKernels).forEach((centres, index) => {
      const plain = refine(people, crowd, ks[index]!, centres, plainKernels)
      const ours = map.groupings[index]!
      expect(ours.withinSumOfSquares).toBeLessThan(plain.withinSumOfSquares * people.unit ** 2 * 1.005)
    })
  },
)

test('whole cells taken at once give the bits of the plain iterations', () => {
  const map = mapOf('uniform', 3000)
  const people = collectPeople(map.positions, map.included, plainKernels)
  const start = map.groupings[3]!.centres.map((coordinate, at) => (coordinate / people.unit) * (1 + at / 10))
  const [fast, plain] = [200, people.count].map((cells) => {
    const crowd = measureCells(people, divideIntoCells(people, 50, cells, plainKernels).fine, plainKernels)
    return refine(people, crowd, 5, start, plainKernels)
  })
  expect(fast).toEqual(plain)
})

test('cells are as many as asked for, and coarse ones are made of whole fine ones', () => {
  const map = mapOf('skewed', 2000)
  const people = collectPeople(map.positions, map.included, plainKernels)
  const { coarse, fine } = divideIntoCells(people, 64, 300, plainKernels)
  expect([coarse.count, fine.count]).toEqual([64, 300])
  expect([...coarse.from].every((start) => fine.from.includes(start))).toBe(true)
  for (const cells of [coarse, fine]) {
    expect(cells.weights.every((weight) => weight > 0)).toBe(true)
    expect(cells.weights.reduce((sum, weight) => sum + weight, 0)).toBe(people.count)
  }
})

test('the silhouette of people in cells is within 0.005 of the exact one', () => {
  for (const shape of shapes) {
    const map = mapOf(shape, 2500, 4)
    for (const grouping of map.groupings) {
      expect(Math.abs(grouping.silhouette - exactSilhouette(map, grouping.labels, grouping.k))).toBeLessThan(
        0.005,
      )
    }
  }
})

function exactSilhouette({ positions }: OpinionMap, labels: Int8Array, k: number): number {
  const members = Array.from(labels.keys()).filter((i) => labels[i]! >= 0)
  const sizes = new Array<number>(k).fill(0)
  for (const i of members) sizes[labels[i]!]!++
  let total = 0
  for (const i of members) {
    const sums = new Float64Array(k)
    for (const j of members) {
      const dx = positions[2 * i]! - positions[2 * j]!
      const dy = positions[2 * i + 1]! - positions[2 * j + 1]!
      sums[labels[j]!] = sums[labels[j]!]! + Math.sqrt(dx * dx + dy * dy)
    }
    const own = labels[i]!
    const within = sums[own]! / (sizes[own]! - 1)
    const next = Math.min(...sizes.map((size, g) => (g === own ? Infinity : sums[g]! / size)))
    total += (next - within) / Math.max(within, next)
  }
  return total / members.length
}

test('a facilitator may insist on a number of groups, even beyond the range', () => {
  const engine = new Engine({ largestK: 3, pinnedK: 6 })
  engine.apply(syntheticLog('polarised', 300, 30, 10))
  const map = engine.refresh()
  expect(map.groupings.map(({ k }) => k)).toEqual([2, 3, 6])
  expect(map.k).toBe(6)
})
