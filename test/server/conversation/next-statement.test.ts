import { expect, test } from 'vitest'
import { drawStatement, seededFraction } from '../../../server/conversation/next-statement.ts'

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

test('a seed gives the same fraction always, and different seeds cover the range', () => {
  expect(seededFraction('a 1')).toBe(seededFraction('a 1'))
  const mean =
    Array.from({ length: 2000 }, (_, i) => seededFraction(`person ${i}`)).reduce((a, b) => a + b) / 2000
  expect(mean).toBeCloseTo(0.5, 1)
})
