import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Engine } from '../../../analysis/engine.ts'
import { compileKernels } from '../../../analysis/kernels/fast-kernels.ts'
import { KERNELS_SOURCE } from '../../../analysis/kernels/kernels-binary.ts'
import type { Kernels } from '../../../analysis/kernels/kernels.ts'
import { plainKernels } from '../../../analysis/kernels/plain-kernels.ts'
import { seededRandom, syntheticLog } from '../../../bench/synthetic-log.ts'

const compiled = compileKernels()
if (!compiled) throw new Error('This machine cannot compile the kernels.')
const fast: Kernels = compiled

/** Runs the same work on both sets of kernels and expects the same bits of every array it answers. */
function expectTwins(work: (kernels: Kernels) => ArrayLike<number>[]) {
  fast.begin(2 ** 22)
  const expected = work(plainKernels).map((array) => Float64Array.from(array))
  expect(work(fast).map((array) => Float64Array.from(array))).toEqual(expected)
}

function filled(kernels: Kernels, length: number, next: () => number): Float64Array {
  const array = kernels.float64(length)
  for (let i = 0; i < length; i++) array[i] = next()
  return array
}

const seeds = fc.integer({ min: 0, max: 1e9 })

test('the binary was built from the source beside it', () => {
  const source = resolve(import.meta.dirname, '../../../analysis/kernels/assembly/kernels.ts')
  expect(createHash('sha256').update(readFileSync(source)).digest('hex')).toBe(KERNELS_SOURCE)
})

test('products with a matrix have the same bits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 4 }), seeds, (size, count, seed) =>
      expectTwins((kernels) => {
        const random = seededRandom(seed)
        const matrix = filled(kernels, size * size, () => random() - 0.5)
        const basis = filled(kernels, size * (count + 1), () => random() - 0.5)
        const block = kernels.float64(size * count)
        kernels.multiply(matrix, size, basis, 1, count, block)
        return [block]
      }),
    ),
  )
})

test('projections on a basis have the same bits', () => {
  const rows = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      rows,
      fc.integer({ min: 1, max: 4 }),
      seeds,
      (size, to, count, seed) =>
        expectTwins((kernels) => {
          const random = seededRandom(seed)
          const from = Math.floor(random() * to)
          const basis = filled(kernels, size * to, () => random() - 0.5)
          const block = filled(kernels, size * count, () => random() - 0.5)
          const shares = kernels.float64(to * count)
          kernels.project(basis, size, from, to, block, count, shares)
          return [block, shares]
        }),
    ),
  )
})

test('pair statistics have the same bits', () => {
  const people = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 })), { maxLength: 20 })
  fc.assert(
    fc.property(people, seeds, (rows, seed) =>
      expectTwins((kernels) => {
        const random = seededRandom(seed)
        const packed = kernels.float64(31 * 32)
        const work = kernels.float64(4 * 31)
        for (const row of rows) {
          const codes = kernels.uint16(31)
          row.sort((a, b) => a - b).forEach((j, t) => (codes[t] = j * 4 + Math.floor(random() * 3)))
          kernels.addPairs(packed, codes, row.length, random() < 0.8 ? 1 : -1, work)
        }
        return [packed]
      }),
    ),
  )
})

test('nearest centres and sums of distances have the same bits', () => {
  const sizes = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 6 }), seeds, (count, k, seed) =>
      expectTwins((kernels) => {
        const random = seededRandom(seed)
        const points = filled(kernels, 3 * count, () => Math.floor(random() * 9))
        const centres = filled(kernels, 2 * k, () => Math.floor(random() * 9))
        const labels = kernels.uint8(count)
        const sums = kernels.float64(8 * k)
        const cost = kernels.assign(points, count, centres, k, labels, sums)
        const nearest = kernels.float64(count)
        const found = kernels.float64(2 * k)
        const start = Math.floor(random() * 1000) - 100
        const reached = kernels.cluster(points, count, found, k, start, random() * 500, labels, sums, nearest)
        const ends = kernels.float64(3)
        ends.set([Math.floor(count / 3), Math.floor(count / 2), count])
        const results = kernels.float64(3)
        kernels.sumDistances(points, count, Math.floor(random() * count), ends, 3, results)
        return [labels, sums, [cost, reached], found, results]
      }),
    ),
  )
})

test.each(['uniform', 'polarised', 'skewed', 'degenerate'] as const)(
  'a %s conversation has the same map with and without the compiled kernels',
  (shape) => {
    const log = syntheticLog(shape, 1500, 60, 12, 7)
    const [plain, twin] = [{}, { kernels: fast }].map((settings) => {
      const engine = new Engine({ ...settings, components: 3, largestK: 6 })
      engine.apply(log)
      return engine.refresh()
    })
    expect(twin).toEqual(plain)
  },
)
