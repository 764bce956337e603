import { expect, test } from 'vitest'
import { poissonOne, SeededRandom } from '../../../analysis/confidence/seeded-random.ts'

test('the same seed gives the same numbers and another seed others', () => {
  const numbers = (seed: number) => {
    const random = new SeededRandom(seed)
    return Array.from({ length: 5 }, () => random.next())
  }
  expect(numbers(7)).toEqual(numbers(7))
  expect(numbers(7)).not.toEqual(numbers(8))
})

test('numbers below a count reach all of it and no further', () => {
  const random = new SeededRandom(1)
  const counts = new Array<number>(5).fill(0)
  for (let turn = 0; turn < 5000; turn++) counts[random.below(5)]!++
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('Poisson counts have the frequencies of a Poisson distribution with mean one', () => {
  const random = new SeededRandom(3)
  const total = 100_000
  const counts = new Array<number>(13).fill(0)
  for (let turn = 0; turn < total; turn++) counts[poissonOne(random.next())]!++
  let expected = total / Math.E
  for (let count = 0; count < 6; count++) {
    expect(Math.abs(counts[count]! - expected)).toBeLessThan(5 * Math.sqrt(expected))
    expected /= count + 1
  }
})

test('the thresholds of the Poisson counts are the cumulated frequencies to the last whole number', () => {
  expect(poissonOne(0)).toBe(0)
  expect(poissonOne(Math.round(2 ** 32 / Math.E) - 1)).toBe(0)
  expect(poissonOne(Math.round(2 ** 32 / Math.E))).toBe(1)
  expect(poissonOne(2 ** 32 - 1)).toBe(12)
})
