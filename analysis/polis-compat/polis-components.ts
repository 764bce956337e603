// Two components the way Polis finds them: power iteration from the components of the update before, stopped after a
// hundred steps, with deflation (Polis mathematics 3.3). For comparison with Polis only; the engine solves exactly.

const MOST_STEPS = 100

/**
 * The leading components of a centred matrix, rows × columns, row-major, which is overwritten. `previous` components may
 * be shorter, their missing entries counting as 1; where there are none the start is a vector of ones (Polis: random).
 */
export function polisComponents(
  centred: Float64Array,
  columns: number,
  previous: readonly Float64Array[],
): [Float64Array, Float64Array] {
  const first = leadingComponent(centred, columns, previous[0])
  deflate(centred, columns, first)
  return [first, leadingComponent(centred, columns, previous[1])]
}

function leadingComponent(
  matrix: Float64Array,
  columns: number,
  previous: Float64Array | undefined,
): Float64Array {
  const isKnown = previous?.some((entry) => entry !== 0) ?? false
  let vector: Float64Array = Float64Array.from({ length: columns }, (_, column) =>
    isKnown ? (previous![column] ?? 1) : 1,
  )
  let lastLength = Number.NaN
  for (let step = 0; step <= MOST_STEPS; step++) {
    const product = gramProduct(matrix, columns, vector)
    const length = Math.sqrt(dot(product, product))
    if (length === 0) return new Float64Array(columns)
    vector = product.map((entry) => entry / length)
    if (length === lastLength) break
    lastLength = length
  }
  return vector
}

/** D'(D v), without forming D'D. */
function gramProduct(matrix: Float64Array, columns: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(columns)
  for (let start = 0; start < matrix.length; start += columns) {
    const row = matrix.subarray(start, start + columns)
    const weight = dot(row, vector)
    for (let column = 0; column < columns; column++) product[column]! += weight * row[column]!
  }
  return product
}

function deflate(matrix: Float64Array, columns: number, component: Float64Array): void {
  for (let start = 0; start < matrix.length; start += columns) {
    const row = matrix.subarray(start, start + columns)
    const weight = dot(row, component)
    for (let column = 0; column < columns; column++) row[column]! -= weight * component[column]!
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}
