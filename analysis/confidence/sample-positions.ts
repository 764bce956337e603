// Where people stand on the map of a resampled or shuffled conversation: means, two components and positions as on the
// real map, with each person counted as often as they were drawn.
import { leadingPair } from './leading-pair.ts'
import type { VoteSample } from './vote-sample.ts'

/**
 * Positions of all people of a sample, people × 2, when each of them counts `weights` times in means and components
 * (whole numbers from 0). All zero where nothing varies.
 */
export function samplePositions(sample: VoteSample, weights: Uint8Array): Float64Array {
  const { people, from, votedOn, values, scales, statements } = sample
  const positions = new Float64Array(2 * people)
  const means = weightedMeans(sample, weights)
  const centred = Float64Array.from(values, (value, at) => value - means[votedOn[at]!]!)
  const multiply = (vector: Float64Array, result: Float64Array): void => {
    for (let person = 0; person < people; person++) {
      const weight = weights[person]!
      if (weight === 0) continue
      const start = from[person]!
      const end = from[person + 1]!
      let along = 0
      for (let at = start; at < end; at++) along += centred[at]! * vector[votedOn[at]!]!
      along *= weight
      for (let at = start; at < end; at++) {
        const statement = votedOn[at]!
        result[statement] = result[statement]! + along * centred[at]!
      }
    }
  }
  const [first, second] = leadingPair(multiply, statements)
  for (let person = 0; person < people; person++) {
    let x = 0
    let y = 0
    for (let at = from[person]!; at < from[person + 1]!; at++) {
      x += centred[at]! * first[votedOn[at]!]!
      y += centred[at]! * second[votedOn[at]!]!
    }
    positions[2 * person] = scales[person]! * x
    positions[2 * person + 1] = scales[person]! * y
  }
  return positions
}

function weightedMeans(
  { people, from, votedOn, values, statements }: VoteSample,
  weights: Uint8Array,
): Float64Array {
  const sums = new Float64Array(statements)
  const votes = new Float64Array(statements)
  for (let person = 0; person < people; person++) {
    const weight = weights[person]!
    for (let at = from[person]!; at < from[person + 1]!; at++) {
      const statement = votedOn[at]!
      sums[statement] = sums[statement]! + weight * values[at]!
      votes[statement] = votes[statement]! + weight
    }
  }
  return sums.map((sum, statement) => (votes[statement]! > 0 ? sum / votes[statement]! : 0))
}
