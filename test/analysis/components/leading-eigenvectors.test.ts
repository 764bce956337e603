import fc from 'fast-check'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { leadingEigenvectors } from '../../../analysis/components/leading-eigenvectors.ts'
import { plainKernels } from '../../../analysis/kernels/plain-kernels.ts'
import { seededRandom } from '../../../bench/synthetic-log.ts'

function solve(matrix: Float64Array, size: number, count: number) {
  return leadingEigenvectors(
    {
      size,
      multiply: (basis, from, columns, block) =>
        plainKernels.multiply(matrix, size, basis, from, columns, block),
    },
    count,
    plainKernels,
  )
}

/** A positive semi-definite matrix of a given rank. */
function gram(size: number, rank: number, seed: number): Float64Array {
  const random = seededRandom(seed)
  const rows = Array.from({ length: rank }, () => Float64Array.from({ length: size }, () => random() - 0.5))
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      matrix[i * size + j] = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)
  }
  return matrix
}

/** A symmetric matrix with given eigenvalues: a diagonal one, mirrored twice. */
function withEigenvalues(values: number[], seed: number): Float64Array {
  const size = values.length
  const random = seededRandom(seed)
  let matrix = Matrix.diag(values)
  for (let turn = 0; turn < 2; turn++) {
    const v = Matrix.columnVector(Array.from({ length: size }, () => random() - 0.5))
    const mirror = Matrix.eye(size).sub(v.mmul(v.transpose()).mul(2 / v.dot(v)))
    matrix = mirror.mmul(matrix).mmul(mirror)
  }
  return Float64Array.from(matrix.to1DArray())
}

/** Largest residual |Au − λu| and departure from orthonormality. */
function faults(matrix: Float64Array, size: number, values: Float64Array, vectors: Float64Array) {
  const a = new Matrix(
    Array.from({ length: size }, (_, i) => Array.from(matrix.subarray(i * size, (i + 1) * size))),
  )
  const u = new Matrix(
    Array.from({ length: values.length }, (_, i) => Array.from(vectors.subarray(i * size, (i + 1) * size))),
  )
  const residual = a.mmul(u.transpose()).sub(u.transpose().mmul(Matrix.diag(Array.from(values))))
  const departure = u.mmul(u.transpose()).sub(Matrix.eye(values.length))
  return { residual: residual.norm(), departure: departure.norm() }
}

test('the eigenvalues are those of a dense decomposition, with residuals of 1e-10 at most', () => {
  const sizes = fc.integer({ min: 1, max: 45 })
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(),
      (size, rank, count, seed) => {
        const matrix = gram(size, rank, seed)
        const { values, vectors } = solve(matrix, size, count)
        const rows = Array.from({ length: size }, (_, i) =>
          Array.from(matrix.subarray(i * size, (i + 1) * size)),
        )
        const expected = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true })
          .realEigenvalues
        expected.sort((a, b) => b - a)
        expect(values.length).toBe(Math.min(count, size))
        values.forEach((value, i) =>
          expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-10 * expected[0]!),
        )
        const { residual, departure } = faults(matrix, size, values, vectors)
        expect(residual).toBeLessThan(1e-10 * values[0]!)
        expect(departure).toBeLessThan(1e-10)
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  ['two equal leading eigenvalues', [5, 5, 3, 2, 1, 1, 0.5, 0.2, 0.1, 0, 0, 0]],
  ['three equal leading eigenvalues', [4, 4, 4, 2, 1, 1, 0.5, 0.2, 0.1, 0, 0, 0]],
  ['only equal eigenvalues', [2, 2, 2, 2, 2, 2, 2, 2]],
  ['one eigenvalue that is not zero', [3, 0, 0, 0, 0, 0, 0]],
  ['eigenvalues that nearly coincide', [1 + 1e-9, 1, 1 - 1e-9, 0.5, 0.4, 0.3, 0.2, 0.1]],
])('a matrix with %s is solved', (_, eigenvalues) => {
  for (let seed = 1; seed <= 5; seed++) {
    const matrix = withEigenvalues(eigenvalues, seed)
    const { values, vectors } = solve(matrix, eigenvalues.length, 2)
    values.forEach((value, i) => expect(value).toBeCloseTo(eigenvalues[i]!, 10))
    const { residual, departure } = faults(matrix, eigenvalues.length, values, vectors)
    expect(residual).toBeLessThan(1e-10 * eigenvalues[0]!)
    expect(departure).toBeLessThan(1e-10)
  }
})

test('a basis that is full is begun again, and the solution still found', () => {
  // Eigenvalues so close to each other that a basis of four hundred vectors does not suffice.
  const size = 700
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1 + 1e-4 * (i / size) ** 2 + (i === 3 ? 2e-4 : 0)
  const { values, vectors, products } = solve(matrix, size, 2)
  expect(products).toBeGreaterThan(0)
  expect(values[0]!).toBeCloseTo(1 + 2e-4 + 1e-4 * (3 / size) ** 2, 10)
  expect(values[1]!).toBeCloseTo(1 + 1e-4 * (699 / size) ** 2, 10)
  expect(Math.abs(vectors[3]!)).toBeCloseTo(1, 6)
})

test('the same matrix gives the same bits', () => {
  const matrix = gram(30, 20, 5)
  expect(solve(matrix, 30, 3)).toEqual(solve(matrix, 30, 3))
})

test('doubling the matrix doubles the eigenvalues and keeps every bit of the vectors', () => {
  const matrix = gram(40, 30, 9)
  const once = solve(matrix, 40, 2)
  const twice = solve(
    matrix.map((entry) => 2 * entry),
    40,
    2,
  )
  expect(twice.vectors).toEqual(once.vectors)
  expect(twice.values).toEqual(once.values.map((value) => 2 * value))
})
