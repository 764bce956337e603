// The leading eigenvectors of a symmetric matrix that is only multiplied with: block Lanczos with full
// reorthogonalisation and Rayleigh–Ritz on the whole basis, restarted with the best Ritz vectors when the basis is full.
// The block is as wide as the number of vectors asked for, so that equal eigenvalues are found as often as needed.
// Start vectors are fixed and nothing depends on earlier solutions: the same matrix gives the same bits.
import type { Kernels } from '../kernels/kernels.ts'
import { addScaled, dot } from '../kernels/plain-kernels.ts'
import { decomposeSymmetric, type Eigen } from './small-symmetric.ts'

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
const LARGEST_BASIS = 160
const KEPT = 12
const MOST_PRODUCTS = 20_000

/** Bytes of the arrays that `leadingEigenvectors` takes from its kernels. */
export function solverBytes(size: number, count: number): number {
  const most = Math.min(size, LARGEST_BASIS)
  return 8 * ((most + 2 * count) * size + count * most) + 64
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
  const shares = kernels.float64(width * most)
  const projected = new Float64Array(most * most)
  const coupling = new Float64Array(width * width)
  const schedule = new CheckSchedule(width)
  let seed = 0
  for (let row = 0; row < width; row++) seed = startVector(basis, row, size, seed)
  let current = width
  let dimension = width
  // Rows before this one are not coupled with the newest rows but by rounding.
  let coupledFrom = 0
  let products = 0
  for (;;) {
    const from = dimension - current
    operator.multiply(basis, from, current, block)
    products += current
    kernels.project(basis, size, coupledFrom, dimension, block, current, shares)
    keepShares(projected, most, shares, coupledFrom, from, dimension, current, coupledFrom)
    kernels.project(basis, size, 0, dimension, block, current, shares)
    keepShares(projected, most, shares, 0, from, dimension, current, coupledFrom)
    const next = Math.min(current, size - dimension)
    factorise(block, current, size, coupling, largestDiagonal(projected, dimension, most))
    const isFull = dimension + next > most
    const isLast = next === 0 || products > MOST_PRODUCTS
    coupledFrom = from
    if (isLast || isFull || schedule.isDue(dimension)) {
      const eigen = decomposeSymmetric(projected, dimension, most)
      const residual = largestResidual(eigen, dimension, current, width, coupling)
      if (isLast || residual <= TOLERANCE * eigen.values[0]!) {
        const vectors = ritzVectors(basis, eigen, dimension, width, size)
        return { values: eigen.values.slice(0, width), vectors, products }
      }
      schedule.plan(dimension, residual / eigen.values[0]!)
      if (isFull) {
        const kept = Math.min(dimension - current, width + KEPT)
        basis.set(ritzVectors(basis, eigen, dimension, kept, size))
        projected.fill(0)
        for (let i = 0; i < kept; i++) projected[i * most + i] = eigen.values[i]!
        dimension = kept
        coupledFrom = 0
        schedule.restart(dimension)
      }
    }
    for (let row = 0; row < next; row++) {
      if (coupling[row * current + row] === 0) seed = startVector(basis, dimension + row, size, seed)
      else basis.set(block.subarray(row * size, (row + 1) * size), (dimension + row) * size)
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

  restart(dimension: number): void {
    this.lastDimension = 0
    this.next = dimension + 8 * this.width
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

/** Adds the shares of the newest rows to the lower triangle of the projected matrix. */
function keepShares(
  projected: Float64Array,
  stride: number,
  shares: Float64Array,
  first: number,
  from: number,
  dimension: number,
  current: number,
  coupledFrom: number,
): void {
  const rows = dimension - first
  for (let c = 0; c < current; c++) {
    for (let i = Math.max(first, coupledFrom); i <= from + c; i++) {
      const at = (from + c) * stride + i
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

function largestDiagonal(projected: Float64Array, dimension: number, stride: number): number {
  let largest = 0
  for (let i = 0; i < dimension; i++) largest = Math.max(largest, projected[i * stride + i]!)
  return largest
}

/** Largest residual of the wanted Ritz vectors; it lies in the new block. */
function largestResidual(
  eigen: Eigen,
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
        part += coupling[row * current + c]! * eigen.vectors[index * dimension + dimension - current + c]!
      }
      squares += part * part
    }
    largest = Math.max(largest, Math.sqrt(squares))
  }
  return largest
}

function ritzVectors(
  basis: Float64Array,
  eigen: Eigen,
  dimension: number,
  count: number,
  size: number,
): Float64Array {
  const vectors = new Float64Array(count * size)
  for (let index = 0; index < count; index++) {
    for (let i = 0; i < dimension; i++) {
      addScaled(vectors, index * size, basis, i * size, size, eigen.vectors[index * dimension + i]!)
    }
    normalise(vectors, index, size)
  }
  return vectors
}
