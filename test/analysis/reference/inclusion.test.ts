import { expect, test } from 'vitest'
import { replayInclusion } from '../../../analysis/reference/inclusion.ts'
import type { VoteLog } from '../../../analysis/opinion-map.ts'

/** Everybody votes on statements 0 to `votes` − 1, one person after the other. */
const oneByOne = (voteCounts: readonly number[]): VoteLog => ({
  participants: voteCounts.flatMap((votes, person) => Array.from({ length: votes }, () => person)),
  statements: voteCounts.flatMap((votes) => Array.from({ length: votes }, (_, statement) => statement)),
  values: voteCounts.flatMap((votes) => Array.from({ length: votes }, () => 1)),
})

const includedBy = (log: VoteLog, people: number, excluded = new Uint8Array(people)) =>
  [...replayInclusion(log, people, 10, excluded)].join('')

test('the first fifteen people are in from their first vote', () => {
  expect(includedBy(oneByOne([9, ...Array.from({ length: 19 }, () => 1)]), 20)).toBe('11111111111111100000')
})

test('later people are in once they have voted on seven statements', () => {
  expect(includedBy(oneByOne([9, ...Array.from({ length: 14 }, () => 1), 6, 7, 8]), 18)).toBe(
    '111111111111111011',
  )
})

test('where there are fewer than seven statements, having voted on all of them is enough', () => {
  expect(includedBy(oneByOne([3, ...Array.from({ length: 14 }, () => 1), 2, 3]), 17)).toBe(
    '11111111111111101',
  )
})

test('somebody who was in stays in when more statements come', () => {
  const early = Array.from({ length: 20 }, () => 1)
  const log = oneByOne(early)
  const late = { participants: [0, 0, 0], statements: [1, 2, 3], values: [1, 1, 1] }
  const joined = {
    participants: [...Array.from(log.participants), ...late.participants],
    statements: [...Array.from(log.statements), ...late.statements],
    values: [...Array.from(log.values), ...late.values],
  }
  expect(includedBy(joined, 20)).toBe('1'.repeat(20))
})

test('a vote changed is no further vote, and excluded people take nobody’s place', () => {
  const fifteen = oneByOne([9, ...Array.from({ length: 15 }, () => 1)])
  const again = {
    participants: [...Array.from(fifteen.participants), ...Array.from({ length: 9 }, () => 15)],
    statements: [...Array.from(fifteen.statements), ...Array.from({ length: 9 }, () => 0)],
    values: [...Array.from(fifteen.values), ...Array.from({ length: 9 }, () => -1)],
  }
  expect(includedBy(again, 16)).toBe('1111111111111110')
  expect(includedBy(again, 16, Uint8Array.of(0, 1))).toBe('1011111111111111')
})
