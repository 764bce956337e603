// The leading eigenvectors of a symmetric matrix that is only multiplied with: block Lanczos with full
// reorthogonalisation and Rayleigh–Ritz on the whole basis, restarted with the best Ritz vectors when the basis is full.
// The block is as wide as the number of vectors asked for, so that equal eigenvalues are found as often as needed.
// Start vectors are fixed and nothing depends on earlier solutions: the same matrix gives the same bits.
import { addScaled, dot } from '../kernels/dot.ts'
import { decomposeSymmetric, type Eigen } from './small-symmetric.ts'

/** A symmetric positive semi-definite matrix, known by its products. */
export interface SymmetricOperator {
  readonly size: number
  /** Multiplies with `count` vectors, the rows of `vectors` from row `from` on, into the first rows of `results`. */
  multiply(vectors: Float64Array, from: number, count: number, results: Float64Array): void
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

/**
 * Finds the `count` largest eigenvalues and their vectors, with a residual ‖Au − λu‖ ≤ 1e-12 · λ₁ (or as near to it as
 * rounding allows). Fewer than `count` only when the matrix is smaller.
 */
export function leadingEigenvectors(operator: SymmetricOperator, count: number): LeadingEigenvectors {
  const size = operator.size
  const width = Math.min(count, size)
  const most = Math.min(size, LARGEST_BASIS)
  const basis = new Float64Array((most + width) * size)
  const fresh = new Float64Array(width * size)
  const projected = new Float64Array(most * most)
  const coupling = new Float64Array(width * width)
  let seed = 0
  for (let row = 0; row < width; row++) seed = startVector(basis, row, size, seed)
  let block = width
  let dimension = width
  let products = 0
  let check = Math.min(most, 8 * width)
  for (;;) {
    operator.multiply(basis, dimension - block, block, fresh)
    products += block
    orthogonalise(basis, dimension, fresh, block, size, projected, most)
    const scale = largestDiagonal(projected, dimension, most)
    const next = Math.min(block, size - dimension)
    factorise(fresh, block, size, coupling, scale)
    const isFull = dimension + next > most
    if (next === 0 || isFull || dimension >= check || products > MOST_PRODUCTS) {
      check = Math.min(most, Math.ceil(dimension * 1.25))
      const eigen = decomposeSymmetric(projected, dimension, most)
      const isDone = converged(eigen, dimension, block, width, coupling)
      if (next === 0 || isDone || products > MOST_PRODUCTS) {
        return {
          values: eigen.values.slice(0, width),
          vectors: ritzVectors(basis, eigen, dimension, width, size),
          products,
        }
      }
      if (isFull) {
        const kept = Math.min(dimension - block, width + KEPT)
        basis.set(ritzVectors(basis, eigen, dimension, kept, size))
        projected.fill(0)
        for (let i = 0; i < kept; i++) projected[i * most + i] = eigen.values[i]!
        dimension = kept
        check = Math.min(most, dimension + 8 * width)
      }
    }
    for (let row = 0; row < next; row++) {
      if (coupling[row * block + row] === 0) {
        seed = startVector(basis, dimension + row, size, seed)
      } else {
        basis.set(fresh.subarray(row * size, (row + 1) * size), (dimension + row) * size)
        polish(basis, dimension + row, size)
      }
    }
    block = next
    dimension += next
  }
}

/** Fills a row of the basis with a fixed pseudo-random unit vector orthogonal to the rows before it. */
function startVector(basis: Float64Array, row: number, size: number, seed: number): number {
  for (let attempt = seed; ; attempt++) {
    let state = Math.imul(attempt + 1, 0x9e3779b1)
    for (let i = 0; i < size; i++) {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
      basis[row * size + i] = (state >>> 0) / 2 ** 32 - 0.5
    }
    normalise(basis, row, size)
    const before = polish(basis, row, size)
    if (before > 1e-6) return attempt + 1
  }
}

/** Orthogonalises a unit row once more against the rows before it; answers what length was left. */
function polish(basis: Float64Array, row: number, size: number): number {
  const at = row * size
  let left = 1
  for (let pass = 0; pass < 2; pass++) {
    for (let i = 0; i < row; i++) {
      addScaled(basis, at, basis, i * size, size, -dot(basis, at, basis, i * size, size))
    }
    left *= normalise(basis, row, size)
  }
  return left
}

function normalise(rows: Float64Array, row: number, size: number): number {
  const at = row * size
  const length = Math.sqrt(dot(rows, at, rows, at, size))
  if (length > 0) for (let i = 0; i < size; i++) rows[at + i] = rows[at + i]! / length
  return length
}

/** Takes the part within the basis out of the new block, twice, and keeps it as the projected matrix. */
function orthogonalise(
  basis: Float64Array,
  dimension: number,
  fresh: Float64Array,
  block: number,
  size: number,
  projected: Float64Array,
  stride: number,
): void {
  for (let pass = 0; pass < 2; pass++) {
    for (let c = 0; c < block; c++) {
      const column = dimension - block + c
      for (let i = 0; i < dimension; i++) {
        const share = dot(basis, i * size, fresh, c * size, size)
        addScaled(fresh, c * size, basis, i * size, size, -share)
        // Only the lower triangle is kept; within the last block each entry is met twice and the later one stays.
        if (i <= column) {
          const at = column * stride + i
          projected[at] = pass === 0 ? share : projected[at]! + share
        }
      }
    }
  }
}

/** Orthonormalises the rows of the new block; `coupling` gets the triangular factor, 0 on the diagonal where a row vanished. */
function factorise(
  fresh: Float64Array,
  block: number,
  size: number,
  coupling: Float64Array,
  scale: number,
): void {
  coupling.fill(0)
  for (let c = 0; c < block; c++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < c; b++) {
        if (coupling[b * block + b] === 0) continue
        const share = dot(fresh, b * size, fresh, c * size, size)
        coupling[b * block + c] = coupling[b * block + c]! + share
        addScaled(fresh, c * size, fresh, b * size, size, -share)
      }
    }
    const length = Math.sqrt(dot(fresh, c * size, fresh, c * size, size))
    if (length <= VANISHED * scale) continue
    coupling[c * block + c] = length
    for (let i = 0; i < size; i++) fresh[c * size + i] = fresh[c * size + i]! / length
  }
}

function largestDiagonal(projected: Float64Array, dimension: number, stride: number): number {
  let largest = 0
  for (let i = 0; i < dimension; i++) largest = Math.max(largest, projected[i * stride + i]!)
  return largest
}

/** Whether the residuals of the wanted Ritz vectors, which lie in the new block, are small enough. */
function converged(
  eigen: Eigen,
  dimension: number,
  block: number,
  wanted: number,
  coupling: Float64Array,
): boolean {
  if (dimension < wanted) return false
  for (let index = 0; index < wanted; index++) {
    let squares = 0
    for (let row = 0; row < block; row++) {
      let part = 0
      for (let c = row; c < block; c++) {
        part += coupling[row * block + c]! * eigen.vectors[index * dimension + dimension - block + c]!
      }
      squares += part * part
    }
    if (Math.sqrt(squares) > TOLERANCE * eigen.values[0]!) return false
  }
  return true
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
