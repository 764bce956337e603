import { expect, test } from 'vitest'
import { numberIds } from '../../../server/polis/number-ids.ts'

test('ids are numbered in ascending order, without gaps', () => {
  const { numbers, ids } = numberIds(Uint32Array.of(40, 7, 40, 0, 9))
  expect([...ids]).toEqual([0, 7, 9, 40])
  expect([...numbers]).toEqual([3, 1, 3, 0, 2])
})

test('ids beyond any table are numbered alike', () => {
  const { numbers, ids } = numberIds(Uint32Array.of(4_000_000_000, 7, 4_000_000_000, 0))
  expect([...ids]).toEqual([0, 7, 4_000_000_000])
  expect([...numbers]).toEqual([2, 1, 2, 0])
})

test('no ids have no numbers', () => {
  expect(numberIds(new Uint32Array(0))).toEqual({ numbers: new Uint32Array(0), ids: new Uint32Array(0) })
})
