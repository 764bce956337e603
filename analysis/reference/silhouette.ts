// Mean silhouette of a grouping: how much nearer people are to their own group than to the next one, −1 to 1
// (Polis mathematics 6.2). Quadratic in the number of people, hence the sample.

const SAMPLE = 3000

/** Mean silhouette over the points; above 3,000 points over every ⌈n / 3,000⌉-th one. Lone points count as 0. */
export function meanSilhouette(
  points: readonly (readonly number[])[],
  labels: readonly number[],
  k: number,
): number {
  const stride = Math.ceil(points.length / SAMPLE)
  const chosen: number[] = []
  for (let index = 0; index < points.length; index += stride) chosen.push(index)
  const sizes = new Array<number>(k).fill(0)
  for (const index of chosen) sizes[labels[index]!]!++
  const distances = new Float64Array(k)
  let sum = 0
  for (const one of chosen) {
    distances.fill(0)
    const [x, y] = points[one] as [number, number]
    for (const other of chosen) {
      const dx = points[other]![0]! - x
      const dy = points[other]![1]! - y
      distances[labels[other]!]! += Math.sqrt(dx * dx + dy * dy)
    }
    const own = labels[one]!
    if (sizes[own]! < 2) continue
    const within = distances[own]! / (sizes[own]! - 1)
    let next = Infinity
    for (let group = 0; group < k; group++) {
      if (group !== own && sizes[group]! > 0) next = Math.min(next, distances[group]! / sizes[group]!)
    }
    const larger = Math.max(within, next)
    if (larger > 0 && next < Infinity) sum += (next - within) / larger
  }
  return chosen.length > 0 ? sum / chosen.length : 0
}
