import { expect, test } from 'vitest'
import { likeness, trigramsOf } from '../../../server/conversation/similar-statements.ts'

const alike = (first: string, second: string) => likeness(trigramsOf(first), trigramsOf(second))

test('the same words are wholly alike in any order, case and punctuation', () => {
  expect(alike('More trees, fewer cars!', 'fewer CARS more trees')).toBe(1)
  expect(alike('Café', 'cafe')).toBe(1)
})

test('nothing shared is not alike at all, and neither is an empty text', () => {
  expect(alike('Trees', 'Buses')).toBeLessThan(0.34)
  expect(alike('', 'Buses')).toBe(0)
  expect(alike('Parking', 'Football')).toBe(0)
})

test('words that every statement has do not make two alike', () => {
  expect(alike('We should not have the parking', 'We should not have the market')).toBeLessThan(0.34)
})

test('worked by hand: “tree” and “trees” share three of four and five trigrams', () => {
  // " tr", "tre", "ree", "ee " and " tr", "tre", "ree", "ees", "es ": 2 · 3 / 9
  expect(alike('tree', 'trees')).toBeCloseTo(6 / 9)
})
