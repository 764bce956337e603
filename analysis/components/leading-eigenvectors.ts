// The leading eigenvectors of a symmetric matrix that is only multiplied with: block Lanczos with full
// reorthogonalisation and Rayleigh–Ritz on the whole basis, begun again from the best Ritz vectors when the basis is full.
// The block is as wide as the number of vectors asked for, so that equal eigenvalues are found as often as needed.
// Start vectors are fixed and nothing depends on earlier solutions: the same matrix gives the same bits.
import type { Kernels } from '../kernels/kernels.ts'
import { addScaled, dot } from '../kernels/plain-kernels.ts'
import { eigenvectorsFor, largestEigenvalues } from './band-matrix.ts'

/** A symmetric positive semi-definite matrix, known by its products. */
export interface SymmetricOperator {
  readonly size: number
  /** Multiplies with `count` vectors, the rows of `basis` from row `from` on, into the first rows of `block`. */
  multiply(basis: Float64Array, from: number, count: number, block: Float64Array): void
}

/** Largest eigenvalues, and their unit vectors in the rows of `vectors` (count × size). */
export interface LeadingEigenvectors {
  readonly values: Float64Array
  readonly vectors: Float64Array
  /** Multiplications with one vector that were needed. */
  readonly products: number
}

const TOLERANCE = 1e-12
const VANISHED = 1e-14
const CANCELLED = 1e-3
const LARGEST_BASIS = 400
const MOST_PRODUCTS = 20_000

/** Bytes of the arrays that `leadingEigenvectors` takes from its kernels. */
export function solverBytes(size: number, count: number): number {
  const most = Math.min(size, LARGEST_BASIS)
  return 8 * ((most + 2 * count) * size + count * (most + count)) + 64
}

/**
 * Finds the `count` largest eigenvalues and their vectors, with a residual ‖Au − λu‖ ≤ 1e-12 · λ₁ (or as near to it as
 * rounding allows). Fewer than `count` only when the matrix is smaller. Works within the present piece of work of the
 * kernels.
 */
export function leadingEigenvectors(
  operator: SymmetricOperator,
  count: number,
  kernels: Kernels,
): LeadingEigenvectors {
  const { size } = operator
  const width = Math.min(count, size)
  const most = Math.min(size, LARGEST_BASIS)
  const basis = kernels.float64((most + width) * size)
  const block = kernels.float64(width * size)
  const shares = kernels.float64(width * (most + width))
  const projected = new Float64Array(most * (width + 1))
  const coupling = new Float64Array(width * width)
  let schedule = new CheckSchedule(width)
  let seed = 0
  for (let row = 0; row < width; row++) seed = startVector(basis, row, size, seed)
  let current = width
  let dimension = width
  let products = 0
  for (;;) {
    const from = dimension - current
    // The newest rows are coupled with the block before theirs; with older rows but by rounding, which is taken out too.
    const coupledFrom = Math.max(0, from - width)
    operator.multiply(basis, from, current, block)
    products += current
    kernels.project(basis, size, coupledFrom, dimension, block, current, shares)
    keepShares(projected, width, shares, coupledFrom, from, dimension, current)
    kernels.project(basis, size, 0, dimension, block, current, shares)
    keepShares(projected, width, shares, 0, from, dimension, current)
    const next = Math.min(current, size - dimension)
    const scale = largestDiagonal(projected, dimension, width)
    factorise(block, current, size, coupling, scale)
    const isFull = dimension + next > most
    const isLast = next === 0 || products > MOST_PRODUCTS
    if (isLast || isFull || schedule.isDue(dimension)) {
      const matrix = { size: dimension, width, entries: projected }
      const values = largestEigenvalues(matrix, width)
      const ritz = eigenvectorsFor(matrix, values)
      const residual = largestResidual(ritz, dimension, current, width, coupling)
      if (isLast || residual <= TOLERANCE * values[0]!) {
        return { values, vectors: ritzVectors(basis, ritz, dimension, width, size), products }
      }
      schedule.plan(dimension, residual / values[0]!)
      if (isFull) {
        basis.set(ritzVectors(basis, ritz, dimension, width, size))
        projected.fill(0)
        schedule = new CheckSchedule(width)
        current = width
        dimension = width
        continue
      }
    }
    for (let row = 0; row < next; row++) {
      const at = dimension + row
      const length = coupling[row * current + row]!
      if (length === 0) {
        seed = startVector(basis, at, size, seed)
        continue
      }
      basis.set(block.subarray(row * size, (row + 1) * size), at * size)
      if (length > CANCELLED * scale) continue
      // Little was left of the row, so its rounding errors were blown up when it was made a unit vector.
      for (let pass = 0; pass < 2; pass++) {
        kernels.project(basis, size, 0, at, basis.subarray(at * size, (at + 1) * size), 1, shares)
        normalise(basis, at, size)
      }
    }
    current = next
    dimension += next
  }
}

/**
 * When to look whether the solution is good enough. Looking costs about as much as several steps, so the next time is
 * foretold from how fast the residual fell.
 */
class CheckSchedule {
  private next: number
  private lastDimension = 0
  private lastResidual = 0
  private readonly width: number

  constructor(width: number) {
    this.width = width
    this.next = 10 * width
  }

  isDue(dimension: number): boolean {
    return dimension >= this.next
  }

  plan(dimension: number, residual: number): void {
    const passed = dimension - this.lastDimension
    const fall = residual / this.lastResidual
    let steps = 1
    if (this.lastDimension > 0 && fall < 1) {
      for (let expected = residual; expected > TOLERANCE && steps < 8; steps++) expected *= fall
      steps--
    }
    this.lastDimension = dimension
    this.lastResidual = residual
    // A little earlier than foretold, for the fall grows steeper.
    this.next = dimension + Math.max(2 * this.width, Math.ceil(0.75 * steps * passed))
  }
}

/** Fills a row of the basis with a fixed pseudo-random unit vector orthogonal to the rows before it. */
function startVector(basis: Float64Array, row: number, size: number, seed: number): number {
  const at = row * size
  for (let attempt = seed; ; attempt++) {
    let state = Math.imul(attempt + 1, 0x9e3779b1)
    for (let i = 0; i < size; i++) {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
      basis[at + i] = (state >>> 0) / 2 ** 32 - 0.5
    }
    let left = normalise(basis, row, size) > 0 ? 1 : 0
    for (let pass = 0; pass < 3; pass++) {
      for (let i = 0; i < row; i++) {
        addScaled(basis, at, basis, i * size, size, -dot(basis, at, basis, i * size, size))
      }
      left *= normalise(basis, row, size)
    }
    if (left > 1e-6) return attempt + 1
  }
}

function normalise(rows: Float64Array, row: number, size: number): number {
  const at = row * size
  const length = Math.sqrt(dot(rows, at, rows, at, size))
  if (length > 0) for (let i = 0; i < size; i++) rows[at + i] = rows[at + i]! / length
  return length
}

/** Adds the shares of the newest rows to the projected matrix, a band as wide as a block. */
function keepShares(
  projected: Float64Array,
  width: number,
  shares: Float64Array,
  first: number,
  from: number,
  dimension: number,
  current: number,
): void {
  const rows = dimension - first
  for (let c = 0; c < current; c++) {
    const row = from + c
    for (let i = Math.max(first, row - width); i <= row; i++) {
      const at = row * (width + 1) + row - i
      projected[at] = projected[at]! + shares[c * rows + i - first]!
    }
  }
}

/** Orthonormalises the rows of the new block; `coupling` gets the triangular factor, 0 on the diagonal where a row vanished. */
function factorise(
  rows: Float64Array,
  count: number,
  size: number,
  coupling: Float64Array,
  scale: number,
): void {
  coupling.fill(0)
  for (let c = 0; c < count; c++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < c; b++) {
        if (coupling[b * count + b] === 0) continue
        const share = dot(rows, b * size, rows, c * size, size)
        coupling[b * count + c] = coupling[b * count + c]! + share
        addScaled(rows, c * size, rows, b * size, size, -share)
      }
    }
    const length = Math.sqrt(dot(rows, c * size, rows, c * size, size))
    if (length <= VANISHED * scale) continue
    coupling[c * count + c] = length
    for (let i = 0; i < size; i++) rows[c * size + i] = rows[c * size + i]! / length
  }
}

function largestDiagonal(projected: Float64Array, dimension: number, width: number): number {
  let largest = 0
  for (let i = 0; i < dimension; i++) largest = Math.max(largest, projected[i * (width + 1)]!)
  return largest
}

/** Largest residual of the wanted Ritz vectors; it lies in the new block. */
function largestResidual(
  ritz: Float64Array,
  dimension: number,
  current: number,
  wanted: number,
  coupling: Float64Array,
): number {
  if (dimension < wanted) return Infinity
  let largest = 0
  for (let index = 0; index < wanted; index++) {
    let squares = 0
    for (let row = 0; row < current; row++) {
      let part = 0
      for (let c = row; c < current; c++) {
        part += coupling[row * current + c]! * ritz[index * dimension + dimension - current + c]!
      }
      squares += part * part
    }
    largest = Math.max(largest, Math.sqrt(squares))
  }
  return largest
}

function ritzVectors(
  basis: Float64Array,
  ritz: Float64Array,
  dimension: number,
  count: number,
  size: number,
): Float64Array {
  const vectors = new Float64Array(count * size)
  for (let index = 0; index < count; index++) {
    for (let i = 0; i < dimension; i++) {
      addScaled(vectors, index * size, basis, i * size, size, ritz[index * dimension + i]!)
    }
    normalise(vectors, index, size)
  }
  return vectors
}
