import { expect, test } from 'vitest'
import { sampleGroups } from '../../../analysis/confidence/sample-groups.ts'

const twoCrowds = Float64Array.from(
  Array.from({ length: 20 }, (_, person) => [(person % 2) * 10 + person / 100, person / 50]).flat(),
)
const everybody = new Uint8Array(20).fill(1)

test('people who were not drawn are in the group they stand nearest to', () => {
  const weights = Uint8Array.from(everybody, (_, person) => (person < 4 ? 0 : 2))
  const [two] = sampleGroups(twoCrowds, everybody, weights, { ks: [2], sureOf: 2 })
  const { labels } = two!
  expect(labels[0]).toBe(labels[10])
  expect(labels[1]).toBe(labels[11])
  expect(labels[0]).not.toBe(labels[1])
})

test('the separation is the mean squared distance of the groups from the middle', () => {
  const points = Float64Array.of(-3, 0, -3, 0, -3, 0, 3, 0, 3, 0, 3, 0)
  const once = new Uint8Array(6).fill(1)
  const [two] = sampleGroups(points, once, once, { ks: [2], sureOf: 2 })
  expect(two!.separation).toBeCloseTo(9, 6)
})

test('people who take no part in the grouping are in no group', () => {
  const included = Uint8Array.from(everybody, (_, person) => (person === 5 ? 0 : 1))
  const [two] = sampleGroups(twoCrowds, included, everybody, { ks: [2], sureOf: 2 })
  expect(two!.labels[5]).toBe(-1)
})

test('nobody drawn, or all in one place, makes no groups', () => {
  const range = { ks: [2, 3], sureOf: 2 }
  expect(sampleGroups(twoCrowds, everybody, new Uint8Array(20), range)).toEqual([])
  expect(sampleGroups(new Float64Array(40), everybody, everybody, range)).toEqual([])
})
