// The two leading eigenvectors of a covariance that is only multiplied with, by a fixed number of Lanczos steps with full
// reorthogonalisation. Not to the last digit, as the engine solves, but the same bits each time and at a bounded cost:
// a resampled map need not be more exact than resampling itself.
import { type BandMatrix, eigenvectorsFor, largestEigenvalues } from '../components/band-matrix.ts'
import { SeededRandom } from './seeded-random.ts'

const STEPS = 48
const VANISHED = 1e-10

/** Multiplies a vector by the matrix into `result`, which holds zeros before. */
export type Multiply = (vector: Float64Array, result: Float64Array) => void

/** Two unit vectors of `size` entries, leading first; zeros in place of those that the matrix does not have. */
export function leadingPair(multiply: Multiply, size: number): [Float64Array, Float64Array] {
  const random = new SeededRandom(size)
  const steps = Math.min(STEPS, size)
  const basis: Float64Array[] = []
  const projected: BandMatrix = { size: steps, width: 1, entries: new Float64Array(2 * steps) }
  let next = freshVector(random, basis, size)
  let largest = 0
  for (let step = 0; step < steps; step++) {
    const vector = next
    basis.push(vector)
    next = new Float64Array(size)
    multiply(vector, next)
    const along = dot(vector, next)
    largest = Math.max(largest, along)
    projected.entries[2 * step] = along
    orthogonalise(next, basis)
    const length = normalise(next)
    if (step + 1 === steps) break
    if (length > VANISHED * largest) projected.entries[2 * step + 3] = length
    else next = freshVector(random, basis, size)
  }
  const values = largestEigenvalues(projected, Math.min(2, steps))
  const vectors = eigenvectorsFor(projected, values)
  const combine = (rank: number): Float64Array => {
    const combined = new Float64Array(size)
    if (rank >= values.length || !(values[rank]! > VANISHED * values[0]!)) return combined
    basis.forEach((vector, step) => addScaled(combined, vector, vectors[rank * steps + step]!))
    normalise(combined)
    return combined
  }
  return [combine(0), combine(1)]
}

function freshVector(random: SeededRandom, basis: readonly Float64Array[], size: number): Float64Array {
  const vector = Float64Array.from({ length: size }, () => random.next() / 2 ** 32 - 0.5)
  normalise(vector)
  orthogonalise(vector, basis)
  normalise(vector)
  return vector
}

/** Twice, for once leaves rounding behind. */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const other of basis) addScaled(vector, other, -dot(vector, other))
  }
}

function normalise(vector: Float64Array): number {
  const length = Math.sqrt(dot(vector, vector))
  if (length > 0) for (let index = 0; index < vector.length; index++) vector[index] = vector[index]! / length
  return length
}

function addScaled(vector: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < vector.length; index++) vector[index] = vector[index]! + factor * other[index]!
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}
