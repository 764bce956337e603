// The largest eigenvalues of a symmetric band matrix and their vectors, for the small matrices of the Lanczos method:
// Givens rotations make it tridiagonal, bisection with Sturm counts finds the eigenvalues, inverse iteration on the band
// itself the vectors. Only + − × ÷ and √, so the same bits everywhere.

/** A symmetric matrix whose entries more than `width` away from the diagonal are 0. */
export interface BandMatrix {
  readonly size: number
  readonly width: number
  /** Lower half, row by row: entry (i, i − d) at i × (width + 1) + d for d from 0 to `width`. */
  readonly entries: Float64Array
}

const BISECTIONS = 120
const SOLVES = 3

/** The `count` largest eigenvalues, largest first; equal ones as often as they occur. */
export function largestEigenvalues(matrix: BandMatrix, count: number): Float64Array {
  const { diagonal, squares } = tridiagonal(matrix)
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < matrix.size; i++) {
    const reach = Math.sqrt(squares[i] ?? 0) + Math.sqrt(squares[i - 1] ?? 0)
    low = Math.min(low, diagonal[i]! - reach)
    high = Math.max(high, diagonal[i]! + reach)
  }
  const values = new Float64Array(count)
  for (let rank = 0; rank < count; rank++) {
    let below = low
    let above = rank === 0 ? high : Math.min(high, values[rank - 1]!)
    for (let step = 0; step < BISECTIONS; step++) {
      const middle = 0.5 * (below + above)
      if (middle <= below || middle >= above) break
      if (countAbove(diagonal, squares, middle) > rank) below = middle
      else above = middle
    }
    values[rank] = above
  }
  return values
}

/** Unit eigenvectors for given eigenvalues (largest first), one in each row of the result (values × size). */
export function eigenvectorsFor(matrix: BandMatrix, values: Float64Array): Float64Array {
  const { size } = matrix
  const vectors = new Float64Array(values.length * size)
  for (let rank = 0; rank < values.length; rank++) {
    const vector = vectors.subarray(rank * size, (rank + 1) * size)
    let state = rank + 1
    for (let i = 0; i < size; i++) {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
      vector[i] = 0.5 + (state >>> 0) / 2 ** 32
    }
    const factors = factorise(matrix, values[rank]!)
    for (let solve = 0; solve < SOLVES; solve++) {
      normalise(vector)
      factors.solve(vector)
      // A vector of an equal or nearly equal eigenvalue must not be found again.
      for (let pass = 0; pass < 2; pass++) {
        normalise(vector)
        for (let other = 0; other < rank; other++) takeOut(vector, vectors, other * size)
      }
      normalise(vector)
    }
  }
  return vectors
}

/** Diagonal and squared entries beside it of a tridiagonal matrix with the same eigenvalues. */
function tridiagonal({ size, width, entries }: BandMatrix): {
  diagonal: Float64Array
  squares: Float64Array
} {
  // One more diagonal than the band has, for the entry that each rotation pushes out of it.
  const stride = width + 2
  const a = new Float64Array(size * stride)
  for (let i = 0; i < size; i++) {
    for (let d = 0; d <= Math.min(i, width); d++) a[i * stride + d] = entries[i * (width + 1) + d]!
  }
  for (let band = width; band > 1; band--) {
    for (let column = 0; column + band < size; column++) {
      for (let at = column, q = column + band; q < size; at = q - 1, q += band) {
        const p = q - 1
        const out = a[q * stride + q - at]!
        if (out === 0) break
        const kept = a[p * stride + p - at]!
        const length = Math.sqrt(kept * kept + out * out)
        rotate(a, stride, p, kept / length, out / length, at, Math.min(size - 1, q + band))
      }
    }
  }
  const diagonal = Float64Array.from({ length: size }, (_, i) => a[i * stride]!)
  const squares = Float64Array.from(
    { length: Math.max(0, size - 1) },
    (_, i) => a[(i + 1) * stride + 1]! ** 2,
  )
  return { diagonal, squares }
}

/** Rotates rows and columns p and p + 1 of a lower band; `first` and `last` are where they begin and end. */
function rotate(
  a: Float64Array,
  stride: number,
  p: number,
  cosine: number,
  sine: number,
  first: number,
  last: number,
): void {
  const q = p + 1
  for (let t = first; t < p; t++) {
    const x = a[p * stride + p - t]!
    const y = a[q * stride + q - t]!
    a[p * stride + p - t] = cosine * x + sine * y
    a[q * stride + q - t] = cosine * y - sine * x
  }
  const pp = a[p * stride]!
  const qp = a[q * stride + 1]!
  const qq = a[q * stride]!
  a[p * stride] = cosine * cosine * pp + 2 * cosine * sine * qp + sine * sine * qq
  a[q * stride] = sine * sine * pp - 2 * cosine * sine * qp + cosine * cosine * qq
  a[q * stride + 1] = cosine * sine * (qq - pp) + (cosine * cosine - sine * sine) * qp
  for (let t = q + 1; t <= last; t++) {
    const x = a[t * stride + t - p]!
    const y = a[t * stride + t - q]!
    a[t * stride + t - p] = cosine * x + sine * y
    a[t * stride + t - q] = cosine * y - sine * x
  }
}

/** Number of eigenvalues above a value: the positive pivots of the shifted matrix (Sturm). */
function countAbove(diagonal: Float64Array, squares: Float64Array, value: number): number {
  let count = 0
  let pivot = 1
  for (let i = 0; i < diagonal.length; i++) {
    pivot = diagonal[i]! - value - (i === 0 ? 0 : squares[i - 1]! / pivot)
    if (pivot === 0) pivot = -Number.MIN_VALUE * 2 ** 60
    if (pivot > 0) count++
  }
  return count
}

/** Factors the shifted matrix, with row exchanges, so that it can be solved for several right-hand sides. */
function factorise(
  { size, width, entries }: BandMatrix,
  shift: number,
): { solve: (vector: Float64Array) => void } {
  // Row i holds columns i − width … i + 2 × width; exchanges fill the right part.
  const stride = 3 * width + 1
  const rows = new Float64Array(size * stride)
  const place = (i: number, j: number): number => i * stride + j - i + width
  let largest = 0
  for (let i = 0; i < size; i++) {
    for (let d = 0; d <= Math.min(i, width); d++) {
      const entry = entries[i * (width + 1) + d]! - (d === 0 ? shift : 0)
      rows[place(i, i - d)] = entry
      rows[place(i - d, i)] = entry
      largest = Math.max(largest, Math.abs(entry))
    }
  }
  const smallest = largest > 0 ? largest * Number.EPSILON : 1
  const exchanges = new Uint32Array(size)
  const multipliers = new Float64Array(size * width)
  for (let k = 0; k < size; k++) {
    const end = Math.min(size - 1, k + width)
    const reach = Math.min(size - 1, k + 2 * width)
    let best = k
    for (let i = k + 1; i <= end; i++) {
      if (Math.abs(rows[place(i, k)]!) > Math.abs(rows[place(best, k)]!)) best = i
    }
    exchanges[k] = best
    if (best !== k) {
      for (let j = k; j <= reach; j++) {
        const kept = rows[place(k, j)]!
        rows[place(k, j)] = rows[place(best, j)]!
        rows[place(best, j)] = kept
      }
    }
    if (Math.abs(rows[place(k, k)]!) < smallest) rows[place(k, k)] = smallest
    for (let i = k + 1; i <= end; i++) {
      const factor = rows[place(i, k)]! / rows[place(k, k)]!
      multipliers[k * width + i - k - 1] = factor
      if (factor === 0) continue
      for (let j = k + 1; j <= reach; j++)
        rows[place(i, j)] = rows[place(i, j)]! - factor * rows[place(k, j)]!
    }
  }
  return {
    solve(vector) {
      for (let k = 0; k < size; k++) {
        const best = exchanges[k]!
        const pivot = vector[best]!
        vector[best] = vector[k]!
        vector[k] = pivot
        for (let i = k + 1; i <= Math.min(size - 1, k + width); i++) {
          vector[i] = vector[i]! - multipliers[k * width + i - k - 1]! * pivot
        }
      }
      for (let k = size - 1; k >= 0; k--) {
        let sum = vector[k]!
        for (let j = k + 1; j <= Math.min(size - 1, k + 2 * width); j++)
          sum -= rows[place(k, j)]! * vector[j]!
        vector[k] = sum / rows[place(k, k)]!
      }
    },
  }
}

function normalise(vector: Float64Array): void {
  let largest = 0
  for (const entry of vector) largest = Math.max(largest, Math.abs(entry))
  if (largest === 0) return
  let squares = 0
  for (let i = 0; i < vector.length; i++) {
    vector[i] = vector[i]! / largest
    squares += vector[i]! * vector[i]!
  }
  const length = Math.sqrt(squares)
  for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! / length
}

function takeOut(vector: Float64Array, others: Float64Array, at: number): void {
  let share = 0
  for (let i = 0; i < vector.length; i++) share += vector[i]! * others[at + i]!
  for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! - share * others[at + i]!
}
