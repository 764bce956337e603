import { expect, test } from 'vitest'
import {
  type Choice,
  chooseStatement,
  drawStatement,
  ENOUGH_SEEN,
  seededFractions,
  SHARE_FOR_NEW,
} from '../../../server/conversation/next-statement.ts'

const choice: Choice = {
  weights: Float64Array.of(1, 1, 1, 97),
  closed: new Uint8Array(4),
  pinned: [],
  seen: () => 1000,
}

/** How often each statement is chosen over an even grid of fractions. */
function chosen(changes: Partial<Choice>, steps = 50) {
  const counts = [0, 0, 0, 0]
  for (let a = 0; a < steps; a++) {
    for (let b = 0; b < steps; b++) {
      counts[chooseStatement({ ...choice, ...changes }, (a + 0.5) / steps, (b + 0.5) / steps)!]! +=
        1 / steps ** 2
    }
  }
  return counts
}

test('pinned statements come first and in their order, as long as they may be voted on', () => {
  const pinned = [2, 0]
  expect(chooseStatement({ ...choice, pinned }, 0.5, 0.9)).toBe(2)
  expect(chooseStatement({ ...choice, pinned, closed: Uint8Array.of(0, 0, 1, 0) }, 0.5, 0.9)).toBe(0)
  expect(chooseStatement({ ...choice, pinned, closed: Uint8Array.of(1, 0, 1, 0) }, 0.5, 0.9)).toBe(3)
})

test('a statement that hardly anybody has seen gets its share, however small its weight', () => {
  const seen = (statement: number) => (statement === 1 ? ENOUGH_SEEN - 1 : 1000)
  expect(chosen({ seen })[1]).toBeCloseTo(SHARE_FOR_NEW + (1 - SHARE_FOR_NEW) * 0.01, 1)
  expect(chosen({})[1]).toBeCloseTo(0.01, 1)
})

test('new statements share their part evenly, and those already voted on take none of it', () => {
  const counts = chosen({ seen: () => 0, closed: Uint8Array.of(0, 0, 1, 0) })
  expect(counts[2]).toBe(0)
  expect(counts[0]).toBeGreaterThan(SHARE_FOR_NEW / 3 - 0.02)
  expect(counts[0]).toBeCloseTo(counts[1]!, 1)
})

test('a statement is drawn as often as its weight says', () => {
  const weights = Float64Array.of(1, 3, 0.5, 5.5)
  const drawn = [0, 0, 0, 0]
  for (let i = 0; i < 1000; i++) drawn[drawStatement(weights, new Uint8Array(4), i / 1000)!]!++
  expect(drawn).toEqual([100, 300, 50, 550])
})

test('a closed statement is never drawn, and nothing when all are closed', () => {
  const weights = Float64Array.of(1, 100, 1)
  for (let i = 0; i < 100; i++) expect(drawStatement(weights, Uint8Array.of(0, 1, 0), i / 100)).not.toBe(1)
  expect(drawStatement(weights, Uint8Array.of(1, 1, 1), 0.5)).toBeNull()
  expect(drawStatement(new Float64Array(0), new Uint8Array(0), 0.5)).toBeNull()
})

test('rounding never leaves anybody without a statement', () => {
  const weights = new Float64Array(1000).fill(0.1)
  expect(drawStatement(weights, new Uint8Array(1000), 1 - 2 ** -32)).toBe(999)
})

test('a seed gives the same fractions always, and different seeds cover the range', () => {
  expect(seededFractions('a 1')).toEqual(seededFractions('a 1'))
  const pairs = Array.from({ length: 2000 }, (_, i) => seededFractions(`person ${i}`))
  for (const which of [0, 1] as const) {
    const mean = pairs.reduce((sum, pair) => sum + pair[which], 0) / pairs.length
    expect(mean).toBeCloseTo(0.5, 1)
  }
})
