// How many people cast how many votes, in steps that widen; a step with too few people is put together with its neighbour.
import type { VotesPerPerson } from './facts.ts'

const STARTS = [1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120] as const

/** The histogram; empty for too few people. `votesOf` counts the votes of each person; who has none is left out. */
export function votesPerPerson(votesOf: ArrayLike<number>, smallest: number): VotesPerPerson[] {
  const counts: number[] = STARTS.map(() => 0)
  let most = 0
  for (let person = 0; person < votesOf.length; person++) {
    const votes = votesOf[person]!
    if (votes === 0) continue
    most = Math.max(most, votes)
    const step = STARTS.findLastIndex((start) => start <= votes)
    counts[step] = counts[step]! + 1
  }
  const steps: { least: number; people: number }[] = []
  let open: { least: number; people: number } | null = null
  for (let step = 0; step < STARTS.length && STARTS[step]! <= most; step++) {
    open ??= { least: STARTS[step]!, people: 0 }
    open.people += counts[step]!
    if (open.people < smallest) continue
    steps.push(open)
    open = null
  }
  if (open !== null && steps.length > 0) steps.at(-1)!.people += open.people
  return steps.map(({ least, people }, index) => {
    const next = steps[index + 1]
    return { least, most: next === undefined ? null : next.least - 1, people }
  })
}

/** The middle number of votes among the people who have any; 0 for nobody. */
export function medianVotes(votesOf: ArrayLike<number>): number {
  const sorted = Array.from(votesOf)
    .filter((votes) => votes > 0)
    .sort((a, b) => a - b)
  if (sorted.length === 0) return 0
  const upper = sorted[Math.floor(sorted.length / 2)]!
  return sorted.length % 2 === 1 ? upper : (sorted[sorted.length / 2 - 1]! + upper) / 2
}
