import { expect, test } from 'vitest'
import { medianVotes, votesPerPerson } from '../../../server/report/votes-per-person.ts'

test('steps with too few people are put together with the next, and the last with the one before', () => {
  const votes = [...Array<number>(6).fill(1), 2, 3, 6, 7, 8, 100]
  expect(votesPerPerson(votes, 5)).toEqual([
    { least: 1, most: 1, people: 6 },
    { least: 2, most: null, people: 6 },
  ])
})

test('people without a vote that counts are left out', () => {
  expect(votesPerPerson([0, 0, 1, 1, 1, 1, 1], 5)).toEqual([{ least: 1, most: null, people: 5 }])
})

test('of fewer people than may be shown nothing is told', () => {
  expect(votesPerPerson([1, 2, 3, 4], 5)).toEqual([])
})

test('the median is the middle one, or between the two in the middle', () => {
  expect([medianVotes([3, 0, 1, 9]), medianVotes([1, 4]), medianVotes([])]).toEqual([3, 2.5, 0])
})
