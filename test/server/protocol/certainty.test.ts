import { expect, test } from 'vitest'
import { certaintyOf } from '../../../server/protocol/certainty.ts'
import type { OpinionGroup, Snapshot } from '../../../server/protocol/snapshot.ts'

function group(letter: string): OpinionGroup {
  return { letter, people: 9, centre: [0, 0], hull: [], representative: [] }
}
const two = [group('A'), group('B')]

function checked(distinct: boolean, ...together: number[]): Snapshot['confidence'] {
  const groups = together.map((share, place) => ({ letter: 'AB'[place]!, together: share }))
  return { sequence: 1, distinct, sameNumber: 1, groups }
}

test('groups that are no clearer than chance are no groups', () => {
  expect(certaintyOf({ groups: two, confidence: checked(false, 0.99, 0.99) })).toBe('none')
  expect(certaintyOf({ groups: two.slice(1), confidence: checked(true, 0.99) })).toBe('none')
})

test('the least sure group decides how clear the groups are', () => {
  expect(certaintyOf({ groups: two, confidence: checked(true, 0.95, 0.9) })).toBe('clear')
  expect(certaintyOf({ groups: two, confidence: checked(true, 0.95, 0.8) })).toBe('fairly-clear')
  expect(certaintyOf({ groups: two, confidence: checked(true, 0.95, 0.6) })).toBe('unsettled')
})

test('before the first check nothing is claimed', () => {
  expect(certaintyOf({ groups: two, confidence: null })).toBe('unknown')
})
