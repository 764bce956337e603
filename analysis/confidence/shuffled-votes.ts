// A conversation in which nobody's votes hang together: on every statement the same votes by the same people, dealt out
// anew by chance. Whatever groups appear in it are chance.
import { SeededRandom } from './seeded-random.ts'
import type { VoteSample } from './vote-sample.ts'

/** The sample with the votes on each statement shuffled among those who voted on it. */
export function shuffleVotes(sample: VoteSample, seed: number): VoteSample {
  const random = new SeededRandom(seed)
  const { votedOn, statements } = sample
  const ends = new Uint32Array(statements + 1)
  for (const statement of votedOn) ends[statement + 1]!++
  for (let statement = 0; statement < statements; statement++) {
    ends[statement + 1] = ends[statement + 1]! + ends[statement]!
  }
  const starts = ends.slice()
  const byStatement = new Uint32Array(votedOn.length)
  const filled = starts.slice()
  votedOn.forEach((statement, at) => (byStatement[filled[statement]!++] = at))
  const values = sample.values.slice()
  for (let statement = 0; statement < statements; statement++) {
    const start = starts[statement]!
    for (let count = starts[statement + 1]! - start; count > 1; count--) {
      const one = byStatement[start + count - 1]!
      const other = byStatement[start + random.below(count)]!
      const value = values[one]!
      values[one] = values[other]!
      values[other] = value
    }
  }
  return { ...sample, values }
}
