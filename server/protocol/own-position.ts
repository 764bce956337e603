// A person's own place on the map: worked out in their browser, and on the server only for a page on which no script runs, for that
// page alone, so that nobody is ever told where another one stands.
// position = √(S / max(1, r)) · Σ (vote − mean) · component over the own votes, with S all columns and r the own votes,
// columns moderated out counted in both (Polis mathematics 4.1 and 4.4).
import type { Components, Point } from './snapshot.ts'
import type { Vote } from './values.ts'

/**
 * Position in the units of the snapshot's buckets, or undefined while none of the votes is on a statement that the
 * components know.
 */
export function ownPosition(votes: ReadonlyMap<number, Vote>, components: Components): Point | undefined {
  const { statements, moderatedOut, means } = components
  const [first, second] = components.components
  let voted = 0
  let x = 0
  let y = 0
  for (let j = 0; j < statements.length; j++) {
    const vote = votes.get(statements[j] ?? -1)
    if (vote === undefined) continue
    const surprise = vote - (means[j] ?? 0)
    voted += 1
    x += surprise * (first[j] ?? 0)
    y += surprise * (second[j] ?? 0)
  }
  if (voted === 0) return undefined
  const scale = Math.sqrt((statements.length + moderatedOut) / (voted + moderatedOut))
  return [scale * x, scale * y]
}

/** Index of the group whose centre is nearest, ties to the first; −1 where there are no groups. */
export function nearestGroup(
  position: Point,
  groups: readonly { readonly centre: readonly [number, number] }[],
): number {
  let nearest = -1
  let smallest = Infinity
  groups.forEach(({ centre }, index) => {
    const distance = (centre[0] - position[0]) ** 2 + (centre[1] - position[1]) ** 2
    if (distance < smallest) {
      smallest = distance
      nearest = index
    }
  })
  return nearest
}
