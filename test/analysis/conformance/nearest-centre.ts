// How well a grouping fits positions: the share of people who are nearest to the centre of their own group, and the
// within-cluster sum of squares.

export interface Fit {
  readonly agreement: number
  readonly withinSumOfSquares: number
}

/** Labels are 0 to k − 1, −1 for people who are not grouped; positions are people × 2. */
export function fitOf(positions: Float64Array, labels: Int8Array): Fit {
  const k = Math.max(...labels) + 1
  const sums = Array.from({ length: k }, () => ({ x: 0, y: 0, people: 0 }))
  labels.forEach((label, person) => {
    const sum = sums[label]
    if (!sum) return
    sum.x += positions[2 * person]!
    sum.y += positions[2 * person + 1]!
    sum.people++
  })
  let nearestToOwn = 0
  let people = 0
  let withinSumOfSquares = 0
  labels.forEach((label, person) => {
    if (label < 0) return
    const squares = sums.map(
      (sum) =>
        (positions[2 * person]! - sum.x / sum.people) ** 2 +
        (positions[2 * person + 1]! - sum.y / sum.people) ** 2,
    )
    people++
    withinSumOfSquares += squares[label]!
    if (squares[label]! <= Math.min(...squares)) nearestToOwn++
  })
  return { agreement: nearestToOwn / people, withinSumOfSquares }
}
